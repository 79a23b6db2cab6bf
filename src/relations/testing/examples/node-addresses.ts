import type { Example } from '../../../../test/support/relation-rules.ts';

export const nodeAddressExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'worker-a1' },
      spec: {
        providerID: 'aws:///eu-central-1a/i-0123456789abcdef0',
        podCIDR: '10.244.1.0/24',
        podCIDRs: ['10.244.1.0/24', 'fd00:10:244:1::/64'],
      },
      status: {
        addresses: [
          { type: 'InternalIP', address: '192.0.2.11' },
          { type: 'Hostname', address: 'worker-a1' },
        ],
      },
    },
    pointers: [
      'node-address status.addresses[0].address → Host.external 192.0.2.11 [weak]',
      'node-address status.addresses[1].address → Host.external worker-a1 [weak]',
      'node-instance spec.providerID → CloudInstance.external aws:///eu-central-1a/i-0123456789abcdef0',
      'node-pod-block spec.podCIDRs[0] → IPBlock.external 10.244.1.0/24',
      'node-pod-block spec.podCIDRs[1] → IPBlock.external fd00:10:244:1::/64',
    ],
  },
  {
    object: { apiVersion: 'example.com/v1', kind: 'Node', metadata: { name: 'of-another-group' }, spec: { podCIDRs: ['10.0.0.0/24'] } },
    pointers: [],
  },
];
