/** The machine behind a Node, its addresses, and the ranges from which its pods get theirs. Which pods those are their `spec.nodeName` says already. */
import { cloudInstance, host, ipBlock, node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

export const nodeAddressRules: readonly RelationRule[] = [
  {
    relation: 'node-address',
    from: node,
    path: 'status.addresses[].address',
    target: host,
    namespace: 'cluster',
    weak: true,
    source: 'core/v1 NodeAddress',
  },
  {
    relation: 'node-instance',
    from: node,
    path: 'spec.providerID',
    target: cloudInstance,
    namespace: 'cluster',
    source: 'core/v1 NodeSpec.providerID: `<provider>://<its own words>`',
  },
  {
    relation: 'node-pod-block',
    path: 'spec.podCIDRs[]',
    from: node,
    target: ipBlock,
    namespace: 'cluster',
    source: 'core/v1 NodeSpec.podCIDRs; podCIDR is the first of them',
  },
];
