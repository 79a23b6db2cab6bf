/** Velero: backups, what restores them and where they are kept. What was backed up is history: it may be gone. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, namespaceKind, node, persistentVolumeClaim, pod, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const velero = (kind: string): KindKey => ({ group: 'velero.io', kind });
const backup = velero('Backup');
const restore = velero('Restore');
const schedule = velero('Schedule');
const storageLocation = velero('BackupStorageLocation');
const snapshotLocation = velero('VolumeSnapshotLocation');

const specs: readonly { readonly from: KindKey; readonly spec: string; readonly reverse: string }[] = [
  { from: backup, spec: 'spec', reverse: 'backups' },
  { from: schedule, spec: 'spec.template', reverse: 'schedules' },
];

const stored: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'PodVolumeBackup', reverse: 'podVolumeBackups' },
  { kind: 'PodVolumeRestore', reverse: 'podVolumeRestores' },
  { kind: 'BackupRepository', reverse: 'backupRepositories' },
  { kind: 'DataUpload', reverse: 'dataUploads' },
  { kind: 'DataDownload', reverse: 'dataDownloads' },
];

const labelled: readonly { readonly label: string; readonly target: KindKey; readonly from: readonly KindKey[]; readonly field: string }[] =
  [
    { label: 'velero.io/backup-name', target: backup, from: [velero('PodVolumeBackup'), velero('DataUpload')], field: 'backup' },
    { label: 'velero.io/restore-name', target: restore, from: [velero('PodVolumeRestore'), velero('DataDownload')], field: 'restore' },
    { label: 'velero.io/schedule-name', target: schedule, from: [backup, restore], field: 'schedule' },
  ];

export const veleroRules: readonly RelationRule[] = [
  ...specs.flatMap(({ from, spec, reverse }): RelationRule[] => [
    {
      relation: 'velero-storage-location',
      from,
      path: `${spec}.storageLocation`,
      target: storageLocation,
      namespace: 'source',
      forward: { name: 'storageLocation', one: true },
      reverse: { name: reverse },
      source: 'velero.io/v1 BackupSpec.storageLocation',
    },
    {
      relation: 'velero-snapshot-location',
      from,
      path: `${spec}.volumeSnapshotLocations[]`,
      target: snapshotLocation,
      namespace: 'source',
      forward: { name: 'volumeSnapshotLocations' },
      reverse: { name: reverse },
      source: 'velero.io/v1 BackupSpec.volumeSnapshotLocations',
    },
    {
      relation: 'velero-resource-policy',
      from,
      path: `${spec}.resourcePolicy.name`,
      target: configMap,
      namespace: 'source',
      when: [{ path: 'kind', in: ['configmap', 'ConfigMap'] }],
      forward: { name: 'configMaps' },
      reverse: { name: reverse },
      source: 'velero.io/v1 BackupSpec.resourcePolicy',
    },
    {
      relation: 'velero-namespace',
      from,
      path: `${spec}.includedNamespaces[]`,
      // `*` stands for all.
      pattern: '(?<name>[^*]+)',
      target: namespaceKind,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'includedNamespaces' },
      reverse: { name: reverse },
      source: 'velero.io/v1 BackupSpec.includedNamespaces',
    },
  ]),
  {
    relation: 'restore-backup',
    from: restore,
    path: 'spec.backupName',
    target: backup,
    namespace: 'source',
    // Backups expire.
    weak: true,
    forward: { name: 'backup', one: true },
    reverse: { name: 'restores' },
    source: 'velero.io/v1 RestoreSpec.backupName',
  },
  {
    relation: 'restore-schedule',
    from: restore,
    path: 'spec.scheduleName',
    target: schedule,
    namespace: 'source',
    forward: { name: 'schedule', one: true },
    reverse: { name: 'restores' },
    source: 'velero.io/v1 RestoreSpec.scheduleName',
  },
  {
    relation: 'delete-backup-request-backup',
    from: velero('DeleteBackupRequest'),
    path: 'spec.backupName',
    target: backup,
    namespace: 'source',
    weak: true,
    forward: { name: 'backup', one: true },
    reverse: { name: 'deleteBackupRequests' },
    source: 'velero.io/v1 DeleteBackupRequestSpec.backupName',
  },
  ...labelled.map(
    ({ label, target, from, field }): RelationRule => ({
      relation: `velero-${field}`,
      from,
      path: `metadata.labels['${label}']`,
      target,
      namespace: 'source',
      weak: true,
      forward: { name: field, one: true },
      source: 'velero.io/v1 labels.go',
    }),
  ),
  ...stored.map(
    ({ kind, reverse }): RelationRule => ({
      relation: 'velero-storage-location',
      from: velero(kind),
      path: 'spec.backupStorageLocation',
      target: storageLocation,
      namespace: 'source',
      forward: { name: 'storageLocation', one: true },
      reverse: { name: reverse },
      source: `velero.io ${kind}Spec.backupStorageLocation`,
    }),
  ),
  {
    relation: 'storage-location-credential',
    from: [storageLocation, snapshotLocation],
    path: 'spec.credential.name',
    target: secret,
    namespace: 'source',
    keys: ['key'],
    forward: { name: 'secret', one: true },
    source: 'velero.io/v1 BackupStorageLocationSpec.credential',
  },
  ...['PodVolumeBackup', 'PodVolumeRestore'].map(
    (kind): RelationRule => ({
      relation: 'pod-volume-backup-pod',
      from: velero(kind),
      path: 'spec.pod.name',
      target: pod,
      namespace: { path: 'namespace' },
      uid: 'uid',
      weak: true,
      forward: { name: 'pod', one: true },
      source: `velero.io/v1 ${kind}Spec.pod`,
    }),
  ),
  ...atPaths(['spec.node'], {
    relation: 'pod-volume-backup-node',
    from: velero('PodVolumeBackup'),
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    source: 'velero.io/v1 PodVolumeBackupSpec.node',
  }),
  {
    relation: 'data-upload-claim',
    from: velero('DataUpload'),
    path: 'spec.sourcePVC',
    target: persistentVolumeClaim,
    namespace: { path: 'sourceNamespace' },
    weak: true,
    forward: { name: 'persistentVolumeClaim', one: true },
    source: 'velero.io/v2alpha1 DataUploadSpec.sourcePVC',
  },
  {
    relation: 'data-download-claim',
    from: velero('DataDownload'),
    path: 'spec.targetVolume.pvc',
    target: persistentVolumeClaim,
    namespace: { path: 'namespace' },
    weak: true,
    forward: { name: 'persistentVolumeClaim', one: true },
    source: 'velero.io/v2alpha1 TargetVolumeSpec',
  },
  ...['DataUpload', 'DataDownload'].map(
    (kind): RelationRule => ({
      relation: 'data-movement-node',
      from: velero(kind),
      path: 'status.node',
      target: node,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'node', one: true },
      source: `velero.io/v2alpha1 ${kind}Status.node`,
    }),
  ),
];
