import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const inZone: JsonObject = { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a'] }] }] };
const byField: JsonObject = { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-a1'] }] }] };
const slice = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  metadata: { name },
  spec: { driver: 'gpu.example.com', pool: { name: 'pool', generation: 1, resourceSliceCount: 1 }, ...spec },
});
const claim = (name: string, nodeSelector?: JsonObject): JsonObject => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',
  metadata: { name, namespace: 'shop' },
  spec: { devices: { requests: [{ name: 'one', exactly: { deviceClassName: 'gpu' } }] } },
  status: {
    allocation: {
      devices: { results: [{ request: 'one', driver: 'gpu.example.com', pool: 'pool', device: 'gpu-0' }] },
      ...(nodeSelector === undefined ? {} : { nodeSelector }),
    },
  },
});

export const deviceNodeExamples: readonly Example[] = [
  {
    object: slice('of-a-zone', { nodeSelector: inZone }),
    pointers: ['resource-slice-accessible-node spec.nodeSelector.nodeSelectorTerms[0].matchExpressions → Node {zone In a}'],
  },
  { object: slice('of-all-nodes', { allNodes: true }), pointers: ['resource-slice-accessible-node spec.allNodes → Node {}'] },
  { object: slice('of-a-node', { nodeName: 'worker-a1' }), pointers: [] },
  { object: slice('by-field', { nodeSelector: byField }), pointers: [] },
  {
    object: slice('of-its-devices', {
      perDeviceNodeSelection: true,
      devices: [
        { name: 'one', nodeName: 'worker-a1' },
        { name: 'two', nodeSelector: inZone },
        { name: 'three', allNodes: true },
      ],
    }),
    pointers: [
      'resource-slice-accessible-node spec.devices[1].nodeSelector.nodeSelectorTerms[0].matchExpressions → Node {zone In a}',
      'resource-slice-accessible-node spec.devices[2].allNodes → Node {}',
    ],
  },
  {
    object: claim('in-a-zone', inZone),
    pointers: ['resource-claim-accessible-node status.allocation.nodeSelector.nodeSelectorTerms[0].matchExpressions → Node {zone In a}'],
  },
  { object: claim('on-a-node', byField), pointers: [] },
  { object: claim('anywhere'), pointers: [] },
];
