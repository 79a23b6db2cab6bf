/** Pointers in identities and in maps: who holds a Lease, which node asked for a certificate, which pods were being evicted. All weak. */
import type { KindKey } from '../../kube/kind.ts';
import { objectAt, stringAt, valueAt } from '../../kube/safe.ts';
import { certificateSigningRequest, lease, node, pod, podDisruptionBudget } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';

/** What a Pod may be called: a DNS subdomain. Leader election appends `_<uuid>` to it. */
const HOLDER = /^(?<pod>[a-z0-9][-.a-z0-9]{0,252})(?:_|$)/;
const NODE_USER = /^system:node:(?<node>.+)$/;

export const statusRelations: readonly CodedRelation[] = [
  {
    relation: 'lease-holder',
    from: lease,
    target: pod,
    forward: { name: 'holder', one: true },
    reverse: { name: 'leases' },
    source: 'client-go tools/leaderelection: the identity is the host name, which is the pod name, `_` and a uuid',
    describe: "`spec.holderIdentity` up to `_`, in the Lease's namespace; not of nodes' and API servers' heartbeats",
    extract: ({ object, namespace }) => {
      const isHeartbeat =
        namespace === 'kube-node-lease' || valueAt(object, 'metadata', 'labels', 'apiserver.kubernetes.io/identity') !== undefined;
      const identity = stringAt(object, 'spec', 'holderIdentity');
      const name = identity === undefined || isHeartbeat ? undefined : HOLDER.exec(identity)?.groups?.['pod'];
      return weakReference({ relation: 'lease-holder', path: 'spec.holderIdentity', target: pod, namespace, name, written: identity });
    },
  },
  {
    relation: 'certificate-signing-request-node',
    from: certificateSigningRequest,
    target: node,
    forward: { name: 'node', one: true },
    reverse: { name: 'certificateSigningRequests' },
    source: 'Node authorization: the kubelet is the user `system:node:<name>`',
    describe: '`spec.username` of a kubelet, `system:node:<name>`',
    extract: ({ object }) => {
      const user = stringAt(object, 'spec', 'username');
      const name = user === undefined ? undefined : NODE_USER.exec(user)?.groups?.['node'];
      const relation = 'certificate-signing-request-node';
      return weakReference({ relation, path: 'spec.username', target: node, namespace: null, name, written: user });
    },
  },
  {
    relation: 'pod-disruption-budget-disrupted-pod',
    from: podDisruptionBudget,
    target: pod,
    forward: { name: 'disruptedPods' },
    source: 'policy/v1 PodDisruptionBudgetStatus.disruptedPods',
    describe: '`status.disruptedPods`: its keys are names of pods whose eviction was granted',
    extract: ({ object, namespace }) => {
      const relation = 'pod-disruption-budget-disrupted-pod';
      const path = 'status.disruptedPods';
      return {
        references: Object.keys(objectAt(object, 'status', 'disruptedPods') ?? {}).flatMap(
          (name) => weakReference({ relation, path, target: pod, namespace, name, written: name }).references,
        ),
      };
    },
  },
];

function weakReference(pointer: {
  readonly relation: string;
  readonly path: string;
  readonly target: KindKey;
  readonly namespace: string | null;
  readonly name: string | undefined;
  readonly written: string | undefined;
}): { readonly references: readonly ReferenceDraft[] } {
  const { relation, path, target, namespace, name, written } = pointer;
  if (!isPointerText(name)) return { references: [] };
  return { references: [{ relation, path, indexes: [], ...target, namespace, name, flags: ReferenceFlag.weak, written }] };
}
