import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const metallb = (version: string, kind: string, name: string, rest: JsonObject): JsonObject => ({
  apiVersion: `metallb.io/${version}`,
  kind,
  metadata: { name, namespace: 'metallb-system' },
  ...rest,
});
const POOL = 'metallb-address-pool spec.ipAddressPools[0] → IPAddressPool.metallb.io metallb-system/public';

export const loadBalancerExamples: readonly Example[] = [
  { object: metallb('v1beta1', 'L2Advertisement', 'public', { spec: { ipAddressPools: ['public'] } }), pointers: [POOL] },
  {
    object: metallb('v1beta1', 'BGPAdvertisement', 'public', { spec: { ipAddressPools: ['public'], peers: ['switch'] } }),
    pointers: [POOL, 'metallb-bgp-peer spec.peers[0] → BGPPeer.metallb.io metallb-system/switch'],
  },
  {
    object: metallb('v1beta2', 'BGPPeer', 'switch', {
      spec: { myASN: 64512, peerASN: 64513, peerAddress: '192.0.2.1', passwordSecret: { name: 'switch' }, bfdProfile: 'fast' },
    }),
    pointers: [
      'metallb-secret spec.passwordSecret.name → Secret metallb-system/switch',
      'metallb-bfd-profile spec.bfdProfile → BFDProfile.metallb.io metallb-system/fast',
    ],
  },
  {
    object: metallb('v1beta1', 'IPAddressPool', 'public', {
      spec: {
        addresses: ['192.0.2.0/24', '198.51.100.1-198.51.100.9', '2001:db8::/64'],
        serviceAllocation: { namespaces: ['shop'] },
      },
    }),
    pointers: [
      'metallb-block spec.addresses[0] → IPBlock.external 192.0.2.0/24',
      'metallb-block spec.addresses[2] → IPBlock.external 2001:db8::/64',
      'metallb-namespace spec.serviceAllocation.namespaces[0] → Namespace shop [weak]',
    ],
  },
  ...['ServiceL2Status', 'ServiceBGPStatus'].map(
    (kind): Example => ({
      object: metallb('v1beta1', kind, 'web-a1', {
        spec: {},
        status: { node: 'worker-a1', serviceName: 'web', serviceNamespace: 'shop' },
      }),
      pointers: [
        'metallb-status-service status.serviceName → Service shop/web [weak]',
        'metallb-status-node status.node → Node worker-a1 [weak]',
      ],
    }),
  ),
  {
    object: {
      apiVersion: 'externaldns.k8s.io/v1alpha1',
      kind: 'DNSEndpoint',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { endpoints: [{ dnsName: 'web.example.com', recordType: 'CNAME', targets: ['lb.example.com'] }] },
    },
    pointers: [
      'dns-endpoint-host spec.endpoints[0].dnsName → Host.external web.example.com',
      'dns-endpoint-host spec.endpoints[0].targets[0] → Host.external lb.example.com',
    ],
  },
];
