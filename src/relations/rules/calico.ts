/** Calico, beside its policies: addresses, pools of them, and the nodes that have them. Served by its API server or as its CRDs. */
import { host, ipBlock, node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const GROUPS = ['projectcalico.org', 'crd.projectcalico.org'];

const blocks: readonly { readonly kind: string; readonly path: string }[] = [
  { kind: 'IPPool', path: 'spec.cidr' },
  { kind: 'IPReservation', path: 'spec.reservedCIDRs[]' },
  { kind: 'NetworkSet', path: 'spec.nets[]' },
  { kind: 'GlobalNetworkSet', path: 'spec.nets[]' },
  { kind: 'BlockAffinity', path: 'spec.cidr' },
];

const nodes: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'HostEndpoint', reverse: 'hostEndpoints' },
  { kind: 'BGPPeer', reverse: 'calicoBGPPeers' },
  { kind: 'BlockAffinity', reverse: 'blockAffinities' },
];

const ofBothGroups = GROUPS.flatMap((group): readonly RelationRule[] => [
  ...blocks.map(
    ({ kind, path }): RelationRule => ({
      relation: 'calico-block',
      from: { group, kind },
      path,
      target: ipBlock,
      namespace: 'cluster',
      source: `projectcalico v3 ${kind}Spec`,
    }),
  ),
  ...['NetworkSet', 'GlobalNetworkSet'].map(
    (kind): RelationRule => ({
      relation: 'calico-egress-host',
      from: { group, kind },
      path: 'spec.allowedEgressDomains[]',
      target: host,
      namespace: 'cluster',
      source: `projectcalico v3 ${kind}Spec.allowedEgressDomains`,
    }),
  ),
  ...nodes.map(
    ({ kind, reverse }): RelationRule => ({
      relation: 'calico-node',
      from: { group, kind },
      path: 'spec.node',
      target: node,
      namespace: 'cluster',
      // Machines outside the cluster have them, too.
      weak: true,
      forward: { name: 'node', one: true },
      reverse: { name: reverse },
      source: `projectcalico v3 ${kind}Spec.node`,
    }),
  ),
]);

export const calicoRules: readonly RelationRule[] = [
  ...ofBothGroups,
  {
    relation: 'calico-block',
    from: { group: 'crd.projectcalico.org', kind: 'IPAMBlock' },
    path: 'spec.cidr',
    target: ipBlock,
    namespace: 'cluster',
    source: 'calico libcalico-go IPAMBlockSpec.cidr: not served by its API server',
  },
];
