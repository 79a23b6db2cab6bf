import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const veleroExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name: 'nightly-1', namespace: 'velero', labels: { 'velero.io/schedule-name': 'nightly' } },
      spec: {
        storageLocation: 'default',
        volumeSnapshotLocations: ['aws'],
        resourcePolicy: { kind: 'configmap', name: 'skip' },
        includedNamespaces: ['shop'],
      },
    },
    pointers: [
      'velero-storage-location spec.storageLocation → BackupStorageLocation.velero.io velero/default',
      'velero-snapshot-location spec.volumeSnapshotLocations[0] → VolumeSnapshotLocation.velero.io velero/aws',
      'velero-resource-policy spec.resourcePolicy.name → ConfigMap velero/skip',
      'velero-namespace spec.includedNamespaces[0] → Namespace shop [weak]',
      "velero-schedule metadata.labels['velero.io/schedule-name'] → Schedule.velero.io velero/nightly [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'Backup',
      metadata: { name: 'everything', namespace: 'velero' },
      spec: { resourcePolicy: { kind: 'secret', name: 'skip' }, includedNamespaces: ['*'] },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      metadata: { name: 'nightly', namespace: 'velero' },
      spec: {
        schedule: '0 1 * * *',
        template: {
          storageLocation: 'default',
          volumeSnapshotLocations: ['aws'],
          resourcePolicy: { kind: 'configmap', name: 'skip' },
          includedNamespaces: ['shop'],
        },
      },
    },
    pointers: [
      'velero-storage-location spec.template.storageLocation → BackupStorageLocation.velero.io velero/default',
      'velero-snapshot-location spec.template.volumeSnapshotLocations[0] → VolumeSnapshotLocation.velero.io velero/aws',
      'velero-resource-policy spec.template.resourcePolicy.name → ConfigMap velero/skip',
      'velero-namespace spec.template.includedNamespaces[0] → Namespace shop [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      metadata: { name: 'everything', namespace: 'velero' },
      spec: { schedule: '0 1 * * *', template: { resourcePolicy: { kind: 'secret', name: 'skip' }, includedNamespaces: ['*'] } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'Restore',
      metadata: { name: 'after-the-fire', namespace: 'velero', labels: { 'velero.io/schedule-name': 'nightly' } },
      spec: { backupName: 'nightly-1', scheduleName: 'nightly' },
    },
    pointers: [
      'restore-backup spec.backupName → Backup.velero.io velero/nightly-1 [weak]',
      'restore-schedule spec.scheduleName → Schedule.velero.io velero/nightly',
      "velero-schedule metadata.labels['velero.io/schedule-name'] → Schedule.velero.io velero/nightly [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'DeleteBackupRequest',
      metadata: { name: 'nightly-1-x', namespace: 'velero' },
      spec: { backupName: 'nightly-1' },
    },
    pointers: ['delete-backup-request-backup spec.backupName → Backup.velero.io velero/nightly-1 [weak]'],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'BackupStorageLocation',
      metadata: { name: 'default', namespace: 'velero' },
      spec: { provider: 'aws', objectStorage: { bucket: 'backups' }, credential: { name: 'aws', key: 'cloud' } },
    },
    pointers: ['storage-location-credential spec.credential.name → Secret velero/aws keys=cloud'],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'VolumeSnapshotLocation',
      metadata: { name: 'aws', namespace: 'velero' },
      spec: { provider: 'aws', credential: { name: 'aws', key: 'cloud' } },
    },
    pointers: ['storage-location-credential spec.credential.name → Secret velero/aws keys=cloud'],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'PodVolumeBackup',
      metadata: { name: 'nightly-1-a', namespace: 'velero', labels: { 'velero.io/backup-name': 'nightly-1' } },
      spec: {
        backupStorageLocation: 'default',
        node: 'worker-a1',
        pod: { kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-1' },
        repoIdentifier: 'r',
        volume: 'data',
      },
    },
    pointers: [
      "velero-backup metadata.labels['velero.io/backup-name'] → Backup.velero.io velero/nightly-1 [weak]",
      'velero-storage-location spec.backupStorageLocation → BackupStorageLocation.velero.io velero/default',
      'pod-volume-backup-pod spec.pod.name → Pod shop/web-1 [weak] uid=u-1',
      'pod-volume-backup-node spec.node → Node worker-a1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'PodVolumeRestore',
      metadata: { name: 'after-a', namespace: 'velero', labels: { 'velero.io/restore-name': 'after-the-fire' } },
      spec: {
        backupStorageLocation: 'default',
        pod: { kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'u-2' },
        repoIdentifier: 'r',
        snapshotID: 's',
        sourceNamespace: 'shop',
        volume: 'data',
      },
    },
    pointers: [
      "velero-restore metadata.labels['velero.io/restore-name'] → Restore.velero.io velero/after-the-fire [weak]",
      'velero-storage-location spec.backupStorageLocation → BackupStorageLocation.velero.io velero/default',
      'pod-volume-backup-pod spec.pod.name → Pod shop/web-1 [weak] uid=u-2',
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v1',
      kind: 'BackupRepository',
      metadata: { name: 'shop-default', namespace: 'velero' },
      spec: { backupStorageLocation: 'default', maintenanceFrequency: '1h', resticIdentifier: 'r', volumeNamespace: 'shop' },
    },
    pointers: ['velero-storage-location spec.backupStorageLocation → BackupStorageLocation.velero.io velero/default'],
  },
  {
    object: {
      apiVersion: 'velero.io/v2alpha1',
      kind: 'DataUpload',
      metadata: { name: 'nightly-1-u', namespace: 'velero', labels: { 'velero.io/backup-name': 'nightly-1' } },
      spec: {
        backupStorageLocation: 'default',
        sourceNamespace: 'shop',
        sourcePVC: 'data',
        snapshotType: 'CSI',
        operationTimeout: '1h',
        csiSnapshot: { storageClass: 'a', volumeSnapshot: 'b' },
      },
      status: { node: 'worker-a1' },
    },
    pointers: [
      "velero-backup metadata.labels['velero.io/backup-name'] → Backup.velero.io velero/nightly-1 [weak]",
      'velero-storage-location spec.backupStorageLocation → BackupStorageLocation.velero.io velero/default',
      'data-upload-claim spec.sourcePVC → PersistentVolumeClaim shop/data [weak]',
      'data-movement-node status.node → Node worker-a1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'velero.io/v2alpha1',
      kind: 'DataDownload',
      metadata: { name: 'after-d', namespace: 'velero', labels: { 'velero.io/restore-name': 'after-the-fire' } },
      spec: {
        backupStorageLocation: 'default',
        sourceNamespace: 'shop',
        snapshotID: 's',
        operationTimeout: '1h',
        targetVolume: { namespace: 'shop', pv: '', pvc: 'data' },
      },
      status: { node: 'worker-a1' },
    },
    pointers: [
      "velero-restore metadata.labels['velero.io/restore-name'] → Restore.velero.io velero/after-the-fire [weak]",
      'velero-storage-location spec.backupStorageLocation → BackupStorageLocation.velero.io velero/default',
      'data-download-claim spec.targetVolume.pvc → PersistentVolumeClaim shop/data [weak]',
      'data-movement-node status.node → Node worker-a1 [weak]',
    ],
  },
  bare('velero.io/v1', 'Backup', 'velero'),
  bare('velero.io/v1', 'Schedule', 'velero'),
  bare('velero.io/v1', 'Restore', 'velero'),
  bare('velero.io/v1', 'DeleteBackupRequest', 'velero'),
  bare('velero.io/v1', 'BackupStorageLocation', 'velero'),
  bare('velero.io/v1', 'VolumeSnapshotLocation', 'velero'),
  bare('velero.io/v1', 'PodVolumeBackup', 'velero'),
  bare('velero.io/v1', 'PodVolumeRestore', 'velero'),
  bare('velero.io/v1', 'BackupRepository', 'velero'),
  bare('velero.io/v2alpha1', 'DataUpload', 'velero'),
  bare('velero.io/v2alpha1', 'DataDownload', 'velero'),
];
