import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const betaClass = (name: string) => ({ 'volume.beta.kubernetes.io/storage-class': name });
const claim = (name: string, spec: JsonObject, more: { annotations?: JsonObject; status?: JsonObject } = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'data', ...(more.annotations === undefined ? {} : { annotations: more.annotations }) },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
  ...(more.status === undefined ? {} : { status: more.status }),
});
const volume = (name: string, spec: JsonObject, annotations: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name, annotations },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
    ...spec,
  },
});

export const claimExamples: readonly Example[] = [
  {
    object: claim(
      'bound',
      {
        volumeName: 'pv-1',
        storageClassName: 'fast',
        volumeAttributesClassName: 'gold',
        dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'before', namespace: 'backup' },
      },
      { status: { currentVolumeAttributesClassName: 'silver', modifyVolumeStatus: { targetVolumeAttributesClassName: 'gold' } } },
    ),
    pointers: [
      'claim-volume spec.volumeName → PersistentVolume pv-1',
      'claim-storage-class spec.storageClassName → StorageClass.storage.k8s.io fast',
      'claim-volume-attributes-class spec.volumeAttributesClassName → VolumeAttributesClass.storage.k8s.io gold',
      'claim-data-source spec.dataSourceRef.name → VolumeSnapshot.snapshot.storage.k8s.io backup/before',
      'claim-volume-attributes-class-status status.currentVolumeAttributesClassName → VolumeAttributesClass.storage.k8s.io silver [weak]',
      'claim-volume-attributes-class-status status.modifyVolumeStatus.targetVolumeAttributesClassName → VolumeAttributesClass.storage.k8s.io gold [weak]',
    ],
  },
  {
    object: claim('clone', { dataSource: { kind: 'PersistentVolumeClaim', name: 'bound' }, storageClassName: '' }),
    pointers: ['claim-data-source spec.dataSource.name → PersistentVolumeClaim data/bound'],
    stored: [
      'claim-data-source spec.dataSource.name → PersistentVolumeClaim data/bound',
      'claim-data-source spec.dataSourceRef.name → PersistentVolumeClaim data/bound',
    ],
  },
  {
    object: claim('annotated', { storageClassName: 'ignored' }, { annotations: betaClass('old') }),
    pointers: ["claim-storage-class metadata.annotations['volume.beta.kubernetes.io/storage-class'] → StorageClass.storage.k8s.io old"],
  },
  { object: claim('annotated-with-no-class', { storageClassName: 'ignored' }, { annotations: betaClass('') }), pointers: [] },
  {
    object: volume('pv-1', {
      claimRef: { kind: 'PersistentVolumeClaim', namespace: 'data', name: 'bound', uid: 'claim-uid' },
      storageClassName: 'fast',
      volumeAttributesClassName: 'gold',
    }),
    pointers: [
      'volume-claim spec.claimRef.name → PersistentVolumeClaim data/bound uid=claim-uid',
      'volume-storage-class spec.storageClassName → StorageClass.storage.k8s.io fast',
      'volume-volume-attributes-class spec.volumeAttributesClassName → VolumeAttributesClass.storage.k8s.io gold',
    ],
  },
  {
    object: volume('pv-annotated', { storageClassName: 'ignored' }, betaClass('old')),
    pointers: ["volume-storage-class metadata.annotations['volume.beta.kubernetes.io/storage-class'] → StorageClass.storage.k8s.io old"],
  },
  { object: volume('pv-claim-without-namespace', { claimRef: { name: 'bound' }, storageClassName: '' }), pointers: [] },
];
