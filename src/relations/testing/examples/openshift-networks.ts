import type { Example } from '../../../../test/support/relation-rules.ts';

export const openShiftNetworkExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'network.openshift.io/v1',
      kind: 'EgressNetworkPolicy',
      metadata: { name: 'default', namespace: 'shop' },
      spec: {
        egress: [
          { type: 'Allow', to: { dnsName: 'api.example.com' } },
          { type: 'Deny', to: { cidrSelector: '0.0.0.0/0' } },
        ],
      },
    },
    pointers: [
      'egress-network-policy-host spec.egress[0].to.dnsName → Host.external api.example.com',
      'egress-network-policy-block spec.egress[1].to.cidrSelector → IPBlock.external 0.0.0.0/0',
    ],
  },
  {
    object: { apiVersion: 'network.openshift.io/v1', kind: 'NetNamespace', metadata: { name: 'shop' }, netname: 'shop', netid: 7 },
    pointers: ['net-namespace netname → Namespace shop [weak]'],
  },
  {
    object: {
      apiVersion: 'network.openshift.io/v1',
      kind: 'HostSubnet',
      metadata: { name: 'worker-a1' },
      host: 'worker-a1',
      hostIP: '192.0.2.7',
      subnet: '198.51.100.0/24',
    },
    pointers: ['host-subnet-node host → Node worker-a1 [weak]'],
  },
  {
    object: {
      apiVersion: 'cloud.network.openshift.io/v1',
      kind: 'CloudPrivateIPConfig',
      metadata: { name: '192.0.2.7' },
      spec: { node: 'worker-a1' },
    },
    pointers: ['cloud-private-ip-node spec.node → Node worker-a1'],
  },
];
