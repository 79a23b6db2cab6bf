/** A claim, the volume that it is bound to, and their classes. */
import { persistentVolume, persistentVolumeClaim, storageClass, volumeAttributesClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const betaClass = "metadata.annotations['volume.beta.kubernetes.io/storage-class']";

const toStorageClass = { target: storageClass, namespace: 'cluster', forward: { name: 'storageClass', one: true } } as const;

/** An empty name means no class, and is no pointer; so does an absent one once the default class has been written. The annotation, where it is there, outranks the field. */
const storageClassRules: readonly RelationRule[] = [
  {
    ...toStorageClass,
    relation: 'claim-storage-class',
    from: persistentVolumeClaim,
    path: 'spec.storageClassName',
    when: [{ path: `$.${betaClass}`, absent: true }],
    reverse: { name: 'persistentVolumeClaims' },
    source: 'core/v1 PersistentVolumeClaimSpec.storageClassName',
  },
  {
    ...toStorageClass,
    relation: 'claim-storage-class',
    from: persistentVolumeClaim,
    path: betaClass,
    reverse: { name: 'persistentVolumeClaims' },
    source: 'k8s.io/component-helpers storage/volume GetPersistentVolumeClaimClass',
  },
  {
    ...toStorageClass,
    relation: 'volume-storage-class',
    from: persistentVolume,
    path: 'spec.storageClassName',
    when: [{ path: `$.${betaClass}`, absent: true }],
    reverse: { name: 'persistentVolumes' },
    source: 'core/v1 PersistentVolumeSpec.storageClassName',
  },
  {
    ...toStorageClass,
    relation: 'volume-storage-class',
    from: persistentVolume,
    path: betaClass,
    reverse: { name: 'persistentVolumes' },
    source: 'k8s.io/component-helpers storage/volume GetPersistentVolumeClass',
  },
];

const toAttributesClass = { target: volumeAttributesClass, namespace: 'cluster' } as const;

const attributesClassRules: readonly RelationRule[] = [
  {
    ...toAttributesClass,
    relation: 'claim-volume-attributes-class',
    from: persistentVolumeClaim,
    path: 'spec.volumeAttributesClassName',
    forward: { name: 'volumeAttributesClass', one: true },
    reverse: { name: 'persistentVolumeClaims' },
    source: 'core/v1 PersistentVolumeClaimSpec.volumeAttributesClassName',
  },
  ...['currentVolumeAttributesClassName', 'modifyVolumeStatus.targetVolumeAttributesClassName'].map(
    (path): RelationRule => ({
      ...toAttributesClass,
      relation: 'claim-volume-attributes-class-status',
      from: persistentVolumeClaim,
      path: `status.${path}`,
      weak: true,
      source: 'core/v1 PersistentVolumeClaimStatus',
    }),
  ),
  {
    ...toAttributesClass,
    relation: 'volume-volume-attributes-class',
    from: persistentVolume,
    path: 'spec.volumeAttributesClassName',
    forward: { name: 'volumeAttributesClass', one: true },
    reverse: { name: 'persistentVolumes' },
    source: 'core/v1 PersistentVolumeSpec.volumeAttributesClassName',
  },
];

const toDataSource = {
  relation: 'claim-data-source',
  from: persistentVolumeClaim,
  target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
  forward: { name: 'dataSource', one: true },
} as const;

export const claimRules: readonly RelationRule[] = [
  {
    relation: 'claim-volume',
    from: persistentVolumeClaim,
    path: 'spec.volumeName',
    target: persistentVolume,
    namespace: 'cluster',
    forward: { name: 'persistentVolume', one: true },
    source: 'core/v1 PersistentVolumeClaimSpec.volumeName',
  },
  {
    relation: 'volume-claim',
    from: persistentVolume,
    path: 'spec.claimRef.name',
    target: persistentVolumeClaim,
    namespace: { path: 'namespace' },
    uid: 'uid',
    forward: { name: 'persistentVolumeClaim', one: true },
    source: 'core/v1 PersistentVolumeSpec.claimRef',
  },
  ...storageClassRules,
  ...attributesClassRules,
  { ...toDataSource, path: 'spec.dataSource.name', namespace: 'source', source: 'core/v1 PersistentVolumeClaimSpec.dataSource' },
  {
    ...toDataSource,
    path: 'spec.dataSourceRef.name',
    namespace: { path: 'namespace' },
    source: 'core/v1 PersistentVolumeClaimSpec.dataSourceRef',
  },
];
