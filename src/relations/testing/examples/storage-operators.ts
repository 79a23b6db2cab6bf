import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const longhorn = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'longhorn.io/v1beta2',
  kind,
  metadata: { name, namespace: 'longhorn-system' },
  spec,
  status,
});
const volume = (name: string, driver: string): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], csi: { driver, volumeHandle: 'pvc-1' } },
});
const VOLUME = 'Volume.longhorn.io longhorn-system/pvc-1';
const ON_NODE = 'Node worker-a1 [weak]';

const longhornExamples: readonly Example[] = [
  {
    object: volume('pvc-1', 'driver.longhorn.io'),
    pointers: [`persistent-volume-longhorn-volume spec.csi.volumeHandle → ${VOLUME} [weak]`],
  },
  { object: volume('pvc-2', 'csi.example.com'), pointers: [] },
  {
    object: longhorn(
      'Volume',
      'pvc-1',
      { size: '1073741824' },
      { currentNodeID: 'worker-a1', kubernetesStatus: { pvName: 'pvc-1', pvcName: 'data', namespace: 'shop' } },
    ),
    pointers: [
      'longhorn-claim status.kubernetesStatus.pvcName → PersistentVolumeClaim shop/data [weak]',
      'longhorn-persistent-volume status.kubernetesStatus.pvName → PersistentVolume pvc-1 [weak]',
      `longhorn-node status.currentNodeID → ${ON_NODE}`,
    ],
  },
  ...['Engine', 'Replica'].map(
    (kind): Example => ({
      object: longhorn(kind, 'pvc-1-a', { volumeName: 'pvc-1', nodeID: 'worker-a1' }),
      pointers: [`longhorn-volume spec.volumeName → ${VOLUME}`, `longhorn-node spec.nodeID → ${ON_NODE}`],
    }),
  ),
  { object: longhorn('Snapshot', 's-1', { volume: 'pvc-1' }), pointers: [`longhorn-volume spec.volume → ${VOLUME}`] },
  { object: longhorn('Node', 'worker-a1', {}), pointers: [`longhorn-node metadata.name → ${ON_NODE}`] },
  {
    object: longhorn('BackupTarget', 'default', { backupTargetURL: 's3://backups', credentialSecret: 'backups' }),
    pointers: ['longhorn-secret spec.credentialSecret → Secret longhorn-system/backups'],
  },
];

const ceph = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'ceph.rook.io/v1',
  kind,
  metadata: { name, namespace: 'rook-ceph' },
  spec,
});
const storageClass = (name: string, provisioner: string): JsonObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner,
  parameters: { clusterID: 'rook-ceph', pool: 'replicated', fsName: 'shared' },
});

const cephExamples: readonly Example[] = [
  {
    object: storageClass('block', 'rook-ceph.rbd.csi.ceph.com'),
    pointers: ["storage-class-ceph parameters['pool'] → CephBlockPool.ceph.rook.io rook-ceph/replicated [weak]"],
  },
  {
    object: storageClass('files', 'rook-ceph.cephfs.csi.ceph.com'),
    pointers: ["storage-class-ceph parameters['fsName'] → CephFilesystem.ceph.rook.io rook-ceph/shared [weak]"],
  },
  { object: storageClass('other', 'csi.example.com'), pointers: [] },
  {
    object: ceph('CephObjectStoreUser', 'shop', { store: 'objects' }),
    pointers: ['ceph-part spec.store → CephObjectStore.ceph.rook.io rook-ceph/objects'],
  },
  {
    object: ceph('CephObjectStoreUser', 'of-elsewhere', { store: 'objects', clusterNamespace: 'storage' }),
    pointers: ['ceph-part spec.store → CephObjectStore.ceph.rook.io storage/objects'],
  },
  {
    object: ceph('CephFilesystemSubVolumeGroup', 'csi', { filesystemName: 'shared' }),
    pointers: ['ceph-part spec.filesystemName → CephFilesystem.ceph.rook.io rook-ceph/shared'],
  },
  {
    object: ceph('CephBlockPoolRadosNamespace', 'tenant', { blockPoolName: 'replicated' }),
    pointers: ['ceph-part spec.blockPoolName → CephBlockPool.ceph.rook.io rook-ceph/replicated'],
  },
  {
    object: ceph('CephObjectStore', 'objects', { gateway: { port: 80, sslCertificateRef: 'tls', caBundleRef: 'ca' } }),
    pointers: [
      'ceph-secret spec.gateway.sslCertificateRef → Secret rook-ceph/tls',
      'ceph-secret spec.gateway.caBundleRef → Secret rook-ceph/ca',
    ],
  },
  {
    object: ceph('CephCluster', 'main', { dataDirHostPath: '/var/lib/rook', security: { kms: { tokenSecretName: 'vault' } } }),
    pointers: ['ceph-secret spec.security.kms.tokenSecretName → Secret rook-ceph/vault'],
  },
];

const bucketExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucketClaim',
      metadata: { name: 'images', namespace: 'shop' },
      spec: { storageClassName: 'buckets', generateBucketName: 'images', objectBucketName: 'obc-shop-images' },
    },
    pointers: [
      'object-bucket-claim-access metadata.name → Secret shop/images [weak]',
      'object-bucket-claim-access metadata.name → ConfigMap shop/images [weak]',
      'object-bucket-claim-bucket spec.objectBucketName → ObjectBucket.objectbucket.io obc-shop-images',
      'object-bucket-storage-class spec.storageClassName → StorageClass.storage.k8s.io buckets',
    ],
  },
  {
    object: {
      apiVersion: 'objectbucket.io/v1alpha1',
      kind: 'ObjectBucket',
      metadata: { name: 'obc-shop-images' },
      spec: { storageClassName: 'buckets' },
    },
    pointers: ['object-bucket-storage-class spec.storageClassName → StorageClass.storage.k8s.io buckets'],
  },
];

export const storageOperatorExamples: readonly Example[] = [...longhornExamples, ...cephExamples, ...bucketExamples];
