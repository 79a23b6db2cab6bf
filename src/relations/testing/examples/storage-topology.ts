import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const claim = (name: string, selector?: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'data' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
    ...(selector === undefined ? {} : { selector }),
  },
});
const capacity = (name: string, nodeTopology?: JsonObject): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIStorageCapacity',
  metadata: { name, namespace: 'storage' },
  storageClassName: 'csi',
  ...(nodeTopology === undefined ? {} : { nodeTopology }),
});
const storageClass = (name: string, allowedTopologies?: JsonObject[]): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner: 'ebs.csi.aws.com',
  ...(allowedTopologies === undefined ? {} : { allowedTopologies }),
});
const zones = (...values: string[]): JsonObject => ({ matchLabelExpressions: [{ key: 'zone', values }] });

export const storageTopologyExamples: readonly Example[] = [
  {
    object: claim('picky', { matchLabels: { tier: 'fast' }, matchExpressions: [{ key: 'old', operator: 'DoesNotExist' }] }),
    pointers: ['claim-selected-volume spec.selector → PersistentVolume {tier In fast; old DoesNotExist}'],
  },
  { object: claim('of-any', {}), pointers: ['claim-selected-volume spec.selector → PersistentVolume {}'] },
  { object: claim('without-selector'), pointers: [] },
  {
    object: capacity('of-a-zone', { matchLabels: { zone: 'a' } }),
    pointers: ['csi-storage-capacity-node nodeTopology → Node {zone In a}'],
  },
  { object: capacity('of-all', {}), pointers: ['csi-storage-capacity-node nodeTopology → Node {}'] },
  { object: capacity('of-none'), pointers: [] },
  {
    object: storageClass('of-zones', [zones('a', 'b'), zones('c')]),
    pointers: [
      'storage-class-node allowedTopologies[0].matchLabelExpressions → Node {zone In a,b}',
      'storage-class-node allowedTopologies[1].matchLabelExpressions → Node {zone In c}',
    ],
  },
  { object: storageClass('of-all'), pointers: [] },
];
