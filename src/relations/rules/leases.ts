/** Heartbeats of nodes, who holds another Lease, and who would. */
import { lease, leaseCandidate, node, pod } from '../kinds.ts';
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
  {
    relation: 'lease-holder',
    from: lease,
    path: 'spec.holderIdentity',
    // What a Pod may be called: a DNS subdomain. Leader election appends `_<uuid>` to it.
    pattern: '(?<name>[a-z0-9][-.a-z0-9]{0,252})(?:_.*)?',
    target: pod,
    namespace: 'source',
    // Not the heartbeats of nodes and API servers.
    when: [
      { path: '$.metadata.namespace', notIn: ['kube-node-lease'] },
      { path: "$.metadata.labels['apiserver.kubernetes.io/identity']", absent: true },
    ],
    weak: true,
    forward: { name: 'holder', one: true },
    reverse: { name: 'leases' },
    source: 'client-go tools/leaderelection: the identity is the host name, which is the pod name, `_` and a uuid',
  },
  {
    relation: 'lease-candidate-lease',
    from: leaseCandidate,
    path: 'spec.leaseName',
    target: lease,
    namespace: 'source',
    // The Lease is made once a leader is chosen.
    weak: true,
    forward: { name: 'candidateForLease', one: true },
    reverse: { name: 'leaseCandidates' },
    source: 'coordination/v1beta1 LeaseCandidateSpec.leaseName',
  },
];
