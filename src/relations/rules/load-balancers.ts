/** What gives Services of bare metal their addresses, and hosts theirs: MetalLB, ExternalDNS. */
import type { KindKey } from '../../kube/kind.ts';
import { host, ipBlock, namespaceKind, node, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const metallb = (kind: string): KindKey => ({ group: 'metallb.io', kind });
const pool = metallb('IPAddressPool');
const bgpPeer = metallb('BGPPeer');
const dnsEndpoint: KindKey = { group: 'externaldns.k8s.io', kind: 'DNSEndpoint' };

const advertisements: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'L2Advertisement', reverse: 'l2Advertisements' },
  { kind: 'BGPAdvertisement', reverse: 'bgpAdvertisements' },
];

export const loadBalancerRules: readonly RelationRule[] = [
  ...advertisements.map(
    ({ kind, reverse }): RelationRule => ({
      relation: 'metallb-address-pool',
      from: metallb(kind),
      path: 'spec.ipAddressPools[]',
      target: pool,
      namespace: 'source',
      forward: { name: 'ipAddressPools' },
      reverse: { name: reverse },
      source: `metallb v1beta1 ${kind}Spec.ipAddressPools`,
    }),
  ),
  {
    relation: 'metallb-bgp-peer',
    from: metallb('BGPAdvertisement'),
    path: 'spec.peers[]',
    target: bgpPeer,
    namespace: 'source',
    forward: { name: 'bgpPeers' },
    reverse: { name: 'bgpAdvertisements' },
    source: 'metallb v1beta1 BGPAdvertisementSpec.peers',
  },
  {
    relation: 'metallb-secret',
    from: bgpPeer,
    path: 'spec.passwordSecret.name',
    target: secret,
    namespace: { path: 'namespace' },
    forward: { name: 'secrets' },
    reverse: { name: 'bgpPeers' },
    source: 'metallb v1beta2 BGPPeerSpec.passwordSecret',
  },
  {
    relation: 'metallb-bfd-profile',
    from: bgpPeer,
    path: 'spec.bfdProfile',
    target: metallb('BFDProfile'),
    namespace: 'source',
    forward: { name: 'bfdProfiles' },
    reverse: { name: 'bgpPeers' },
    source: 'metallb v1beta2 BGPPeerSpec.bfdProfile',
  },
  {
    relation: 'metallb-block',
    from: pool,
    path: 'spec.addresses[]',
    // From one address to another is no block.
    pattern: '(?<name>[0-9a-fA-F.:]+/[0-9]+)',
    target: ipBlock,
    namespace: 'cluster',
    source: 'metallb v1beta1 IPAddressPoolSpec.addresses',
  },
  {
    relation: 'metallb-namespace',
    from: pool,
    path: 'spec.serviceAllocation.namespaces[]',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'ipAddressPools' },
    source: 'metallb v1beta1 ServiceAllocation.namespaces',
  },
  ...['ServiceL2Status', 'ServiceBGPStatus'].flatMap((kind): RelationRule[] => {
    const reverse = { name: kind === 'ServiceL2Status' ? 'serviceL2Statuses' : 'serviceBGPStatuses' };
    return [
      {
        relation: 'metallb-status-service',
        from: metallb(kind),
        path: 'status.serviceName',
        target: service,
        namespace: { path: 'serviceNamespace' },
        weak: true,
        forward: { name: 'services' },
        reverse,
        source: `metallb v1beta1 ${kind}: the Service that a node announces`,
      },
      {
        relation: 'metallb-status-node',
        from: metallb(kind),
        path: 'status.node',
        target: node,
        namespace: 'cluster',
        weak: true,
        forward: { name: 'node', one: true },
        reverse,
        source: `metallb v1beta1 ${kind}: the node that announces it`,
      },
    ];
  }),
  ...atPaths(['spec.endpoints[].dnsName', 'spec.endpoints[].targets[]'], {
    relation: 'dns-endpoint-host',
    from: dnsEndpoint,
    target: host,
    namespace: 'cluster',
    source: 'external-dns v1alpha1 Endpoint: a name and what it leads to',
  }),
];
