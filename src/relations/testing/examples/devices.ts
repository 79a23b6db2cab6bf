import type { Example } from '../../../../test/support/relation-rules.ts';

const devices = {
  requests: [
    { name: 'one', exactly: { deviceClassName: 'gpu' } },
    {
      name: 'any',
      firstAvailable: [
        { name: 'first', deviceClassName: 'a' },
        { name: 'second', deviceClassName: 'b' },
      ],
    },
  ],
};

const classes = (at: string): string[] => [
  `resource-claim-device-class ${at}.devices.requests[0].exactly.deviceClassName → DeviceClass.resource.k8s.io gpu`,
  `resource-claim-device-class ${at}.devices.requests[1].firstAvailable[0].deviceClassName → DeviceClass.resource.k8s.io a`,
  `resource-claim-device-class ${at}.devices.requests[1].firstAvailable[1].deviceClassName → DeviceClass.resource.k8s.io b`,
];

export const deviceExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceClaim',
      metadata: { name: 'claim', namespace: 'shop' },
      spec: { devices },
      status: {
        allocation: {
          devices: {
            results: [
              { request: 'one', driver: 'gpu.example.com', pool: 'worker-a1', device: 'gpu-0' },
              { request: 'any/first', driver: 'gpu.example.com', pool: 'worker-a1', device: 'gpu-1' },
            ],
          },
        },
        reservedFor: [
          { resource: 'pods', name: 'web-1', uid: 'pod-uid' },
          { apiGroup: 'example.com', resource: 'pods', name: 'no pod', uid: 'no-pod' },
          { resource: 'widgets', name: 'no pod either', uid: 'none-either' },
        ],
      },
    },
    pointers: [...classes('spec'), 'resource-claim-consumer status.reservedFor[0].name → Pod shop/web-1 [weak] uid=pod-uid'],
  },
  {
    object: {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceClaimTemplate',
      metadata: { name: 'template', namespace: 'shop' },
      spec: { spec: { devices } },
    },
    pointers: classes('spec.spec'),
  },
  {
    object: {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceSlice',
      metadata: { name: 'slice' },
      spec: { nodeName: 'worker-a1', driver: 'gpu.example.com', pool: { name: 'worker-a1', generation: 1, resourceSliceCount: 1 } },
    },
    pointers: ['resource-slice-node spec.nodeName → Node worker-a1'],
  },
];
