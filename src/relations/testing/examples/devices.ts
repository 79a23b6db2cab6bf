import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

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

/** A selector by the node's field, as the scheduler writes it. */
const onNode = (...values: string[]) => byField({ key: 'metadata.name', operator: 'In', values });
const byField = (...matchFields: JsonObject[]): JsonObject => ({ nodeSelectorTerms: [{ matchFields }] });
const pool = { name: 'pool', generation: 1, resourceSliceCount: 1 };
const slice = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  metadata: { name },
  spec: { driver: 'gpu.example.com', pool, ...spec },
});

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
          nodeSelector: onNode('worker-a1'),
        },
        reservedFor: [
          { resource: 'pods', name: 'web-1', uid: 'pod-uid' },
          { apiGroup: 'example.com', resource: 'pods', name: 'no pod', uid: 'no-pod' },
          { resource: 'widgets', name: 'no pod either', uid: 'none-either' },
          { apiGroup: 'scheduling.k8s.io', resource: 'podgroups', name: 'gang', uid: 'gang-uid' },
        ],
      },
    },
    pointers: [
      ...classes('spec'),
      'resource-claim-consumer status.reservedFor[0].name → Pod shop/web-1 [weak] uid=pod-uid',
      'resource-claim-consumer status.reservedFor[3].name → PodGroup.scheduling.k8s.io shop/gang [weak] uid=gang-uid',
      'resource-claim-named-node status.allocation.nodeSelector.nodeSelectorTerms[0].matchFields[0].values[0] → Node worker-a1 [weak]',
    ],
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
  {
    object: slice('of-a-named-node', { nodeSelector: onNode('worker-a2') }),
    pointers: ['resource-slice-named-node spec.nodeSelector.nodeSelectorTerms[0].matchFields[0].values[0] → Node worker-a2'],
  },
  {
    object: slice('of-every-other-node', { nodeSelector: byField({ key: 'metadata.name', operator: 'NotIn', values: ['worker-a2'] }) }),
    pointers: [],
  },
  {
    object: slice('of-its-devices', {
      perDeviceNodeSelection: true,
      devices: [
        { name: 'one', nodeName: 'worker-a1' },
        { name: 'two', nodeSelector: onNode('worker-a2') },
        { name: 'three', allNodes: true },
        { name: 'four', nodeSelector: byField({ key: 'metadata.name', operator: 'NotIn', values: ['worker-a3'] }) },
      ],
    }),
    pointers: [
      'resource-slice-device-node spec.devices[0].nodeName → Node worker-a1',
      'resource-slice-named-node spec.devices[1].nodeSelector.nodeSelectorTerms[0].matchFields[0].values[0] → Node worker-a2',
    ],
  },
  {
    object: {
      apiVersion: 'resource.k8s.io/v1',
      kind: 'ResourceClaim',
      metadata: { name: 'elsewhere', namespace: 'shop' },
      spec: { devices: { requests: [{ name: 'one', exactly: { deviceClassName: 'gpu' } }] } },
      status: {
        allocation: {
          devices: { results: [{ request: 'one', driver: 'gpu.example.com', pool: 'worker-a1', device: 'gpu-0' }] },
          nodeSelector: byField({ key: 'metadata.name', operator: 'NotIn', values: ['worker-a1'] }),
        },
      },
    },
    pointers: ['resource-claim-device-class spec.devices.requests[0].exactly.deviceClassName → DeviceClass.resource.k8s.io gpu'],
  },
  {
    object: {
      apiVersion: 'resource.k8s.io/v1alpha3',
      kind: 'ResourcePoolStatusRequest',
      metadata: { name: 'asked' },
      spec: { driver: 'gpu.example.com' },
      status: {
        poolCount: 1,
        pools: [{ driver: 'gpu.example.com', poolName: 'worker-a1', generation: 1, nodeName: 'worker-a1' }],
      },
    },
    pointers: ['resource-pool-status-node status.pools[0].nodeName → Node worker-a1 [weak]'],
  },
];
