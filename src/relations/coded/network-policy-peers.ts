/** From whom and to whom a NetworkPolicy lets its pods speak: pods, namespaces, blocks of addresses. */
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, objectAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import { ipBlock, namespaceKind, networkPolicy, pod } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, ReferenceDraft, SelectorDraft } from '../rule.ts';
import { scopesOf } from './namespace-scopes.ts';

const PODS = 'network-policy-peer-pod';
const NAMESPACES = 'network-policy-peer-namespace';
const BLOCKS = 'network-policy-peer-block';

const common = { from: networkPolicy, source: 'networking/v1 NetworkPolicyPeer' } as const;

export const networkPolicyPeerRelations: readonly CodedRelation[] = [
  {
    ...common,
    relation: PODS,
    target: pod,
    selects: true,
    crossesNamespaces: true,
    forward: { name: 'peerPods' },
    reverse: { name: 'peerNetworkPolicies' },
    describe:
      '`podSelector` and `namespaceSelector` of `spec.ingress[].from[]` and `spec.egress[].to[]`: pods of its own namespace, of all (`{}`), or of those named by `kubernetes.io/metadata.name`; of namespaces that other labels choose only the namespaces are told',
    extract: ({ object, namespace }) => ({
      selectors: peersOf(object).flatMap(({ path, indexes, peer }) => {
        const [pods, namespaces] = [peer['podSelector'] ?? undefined, peer['namespaceSelector'] ?? undefined];
        if (pods === undefined && namespaces === undefined) return [];
        const requirements = requirementsOf(pods ?? {});
        if (requirements === null) return [];
        return scopesOf(namespaces, namespace ?? '').map(
          (scope): SelectorDraft => ({ relation: PODS, path, indexes, ...pod, namespace: scope, requirements }),
        );
      }),
    }),
  },
  {
    ...common,
    relation: NAMESPACES,
    target: namespaceKind,
    selects: true,
    forward: { name: 'peerNamespaces' },
    reverse: { name: 'peerNetworkPolicies' },
    describe: '`namespaceSelector` of `spec.ingress[].from[]` and `spec.egress[].to[]`; an empty one selects all, an absent one none',
    extract: ({ object }) => ({
      selectors: peersOf(object).flatMap(({ path, indexes, peer }): SelectorDraft[] => {
        const requirements = requirementsOf(peer['namespaceSelector']);
        if (requirements === null) return [];
        return [{ relation: NAMESPACES, path: `${path}.namespaceSelector`, indexes, ...namespaceKind, namespace: null, requirements }];
      }),
    }),
  },
  {
    ...common,
    relation: BLOCKS,
    target: ipBlock,
    describe: '`ipBlock.cidr` of `spec.ingress[].from[]` and `spec.egress[].to[]`; what it excepts is in `written`',
    extract: ({ object }) => ({
      references: peersOf(object).flatMap(({ path, indexes, peer }): ReferenceDraft[] => {
        const name = stringAt(peer, 'ipBlock', 'cidr');
        if (!isPointerText(name)) return [];
        const written = valueAt(peer, 'ipBlock') ?? null;
        return [{ relation: BLOCKS, path: `${path}.ipBlock.cidr`, indexes, ...ipBlock, namespace: null, name, flags: 0, written }];
      }),
    }),
  },
];

interface Peer {
  readonly path: string;
  readonly indexes: readonly number[];
  readonly peer: JsonObject;
}

const LISTS = [
  ['ingress', 'from'],
  ['egress', 'to'],
] as const;

function peersOf(policy: JsonObject): readonly Peer[] {
  return LISTS.flatMap(([rules, peers]) =>
    arrayAt(policy, 'spec', rules).flatMap((rule, ruleIndex) =>
      arrayAt(rule, peers).flatMap((value, index) => {
        const peer = objectAt(value);
        return peer === undefined ? [] : [{ path: `spec.${rules}[].${peers}[]`, indexes: [ruleIndex, index], peer }];
      }),
    ),
  );
}
