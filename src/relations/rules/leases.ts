/** Heartbeats of nodes. Who holds another Lease is coded. */
import { lease, node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

export const leaseRules: readonly RelationRule[] = [
  {
    relation: 'lease-node',
    from: lease,
    path: 'metadata.name',
    target: node,
    namespace: 'cluster',
    when: [{ path: 'namespace', in: ['kube-node-lease'] }],
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'lease', one: true },
    source: 'core/v1 NamespaceNodeLease: the Lease has the name of the Node',
  },
];
