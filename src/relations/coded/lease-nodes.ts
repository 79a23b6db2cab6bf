/** The node whose process holds a Lease: on the host's network the host name is the Node's, not a Pod's. The store resolves it: only what is there tells. */
import { lease, node } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const LEASE_HOLDER = 'lease-holder';
export const LEASE_HOLDER_NODE = 'lease-holder-node';

export const leaseNodeRelations: readonly CodedRelation[] = [
  {
    relation: LEASE_HOLDER_NODE,
    from: lease,
    target: node,
    joined: true,
    forward: { name: 'holderNode', one: true },
    reverse: { name: 'heldLeases' },
    source: 'kubernetes cmd/kube-scheduler, cmd/kube-controller-manager: the identity is the host name, `_` and a uuid',
    describe: '`spec.holderIdentity`, where a Node has that name and no Pod of its namespace: it is the holder then, and no Pod is; weak',
    // The import decides once all are in.
    extract: () => ({}),
  },
];
