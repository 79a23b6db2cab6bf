/** Storage that operators run: Longhorn, Rook's Ceph, buckets. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, node, persistentVolume, persistentVolumeClaim, secret, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const longhorn = (kind: string): KindKey => ({ group: 'longhorn.io', kind });
const ceph = (kind: string): KindKey => ({ group: 'ceph.rook.io', kind });
const volume = longhorn('Volume');
const objectStore = ceph('CephObjectStore');
const objectBucket: KindKey = { group: 'objectbucket.io', kind: 'ObjectBucket' };
const objectBucketClaim: KindKey = { group: 'objectbucket.io', kind: 'ObjectBucketClaim' };

const parts: readonly { readonly kind: string; readonly path: string; readonly reverse: string }[] = [
  { kind: 'Engine', path: 'spec.volumeName', reverse: 'longhornEngines' },
  { kind: 'Replica', path: 'spec.volumeName', reverse: 'longhornReplicas' },
  { kind: 'Snapshot', path: 'spec.volume', reverse: 'longhornSnapshots' },
];

const longhornRules: readonly RelationRule[] = [
  {
    relation: 'persistent-volume-longhorn-volume',
    from: persistentVolume,
    path: 'spec.csi.volumeHandle',
    target: volume,
    // Its charts install nowhere else.
    namespace: { fixed: 'longhorn-system' },
    when: [{ path: 'driver', in: ['driver.longhorn.io'] }],
    weak: true,
    forward: { name: 'longhornVolume', one: true },
    reverse: { name: 'persistentVolumes' },
    source: 'longhorn csi: the handle of a volume is the name of its Volume',
  },
  {
    relation: 'longhorn-claim',
    from: volume,
    path: 'status.kubernetesStatus.pvcName',
    target: persistentVolumeClaim,
    namespace: { path: 'namespace' },
    weak: true,
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'longhornVolumes' },
    source: 'longhorn v1beta2 KubernetesStatus: it may be a claim of earlier',
  },
  {
    relation: 'longhorn-persistent-volume',
    from: volume,
    path: 'status.kubernetesStatus.pvName',
    target: persistentVolume,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'persistentVolumes' },
    reverse: { name: 'longhornVolumes' },
    source: 'longhorn v1beta2 KubernetesStatus',
  },
  ...parts.map(
    ({ kind, path, reverse }): RelationRule => ({
      relation: 'longhorn-volume',
      from: longhorn(kind),
      path,
      target: volume,
      namespace: 'source',
      forward: { name: 'longhornVolume', one: true },
      reverse: { name: reverse },
      source: `longhorn v1beta2 ${kind}Spec`,
    }),
  ),
  ...[
    { from: volume, path: 'status.currentNodeID', reverse: 'longhornVolumes' },
    { from: longhorn('Engine'), path: 'spec.nodeID', reverse: 'longhornEngines' },
    { from: longhorn('Replica'), path: 'spec.nodeID', reverse: 'longhornReplicas' },
    { from: longhorn('Node'), path: 'metadata.name', reverse: 'longhornNodes' },
  ].map(
    ({ from, path, reverse }): RelationRule => ({
      relation: 'longhorn-node',
      from,
      path,
      target: node,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'node', one: true },
      reverse: { name: reverse },
      source: 'longhorn v1beta2: its nodes are named as those of the cluster',
    }),
  ),
  {
    relation: 'longhorn-secret',
    from: longhorn('BackupTarget'),
    path: 'spec.credentialSecret',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'longhornBackupTargets' },
    source: 'longhorn v1beta2 BackupTargetSpec.credentialSecret',
  },
];

const PROVISIONERS = ['rook-ceph', 'openshift-storage'];

const cephRules: readonly RelationRule[] = [
  ...[
    { type: 'rbd', path: "parameters['pool']", target: ceph('CephBlockPool'), forward: 'cephBlockPools' },
    { type: 'cephfs', path: "parameters['fsName']", target: ceph('CephFilesystem'), forward: 'cephFilesystems' },
  ].map(
    ({ type, path, target, forward }): RelationRule => ({
      relation: 'storage-class-ceph',
      from: storageClass,
      path,
      target,
      namespace: { path: 'clusterID' },
      when: [{ path: '$.provisioner', in: PROVISIONERS.map((name) => `${name}.${type}.csi.ceph.com`) }],
      // The id is the namespace, unless the cluster says another.
      weak: true,
      forward: { name: forward },
      reverse: { name: 'storageClasses' },
      source: 'Rook documentation, Ceph storage: clusterID is the namespace of the cluster, beside pool and fsName',
    }),
  ),
  ...[
    { kind: 'CephObjectStoreUser', path: 'spec.store', target: objectStore, forward: 'cephObjectStores', reverse: 'cephObjectStoreUsers' },
    {
      kind: 'CephFilesystemSubVolumeGroup',
      path: 'spec.filesystemName',
      target: ceph('CephFilesystem'),
      forward: 'cephFilesystems',
      reverse: 'cephFilesystemSubVolumeGroups',
    },
    {
      kind: 'CephBlockPoolRadosNamespace',
      path: 'spec.blockPoolName',
      target: ceph('CephBlockPool'),
      forward: 'cephBlockPools',
      reverse: 'cephBlockPoolRadosNamespaces',
    },
  ].map(
    ({ kind, path, target, forward, reverse }): RelationRule => ({
      relation: 'ceph-part',
      from: ceph(kind),
      path,
      target,
      namespace: kind === 'CephObjectStoreUser' ? { path: 'clusterNamespace' } : 'source',
      forward: { name: forward },
      reverse: { name: reverse },
      source: `rook ceph.rook.io/v1 ${kind}Spec`,
    }),
  ),
  ...atPaths(['spec.gateway.sslCertificateRef', 'spec.gateway.caBundleRef'], {
    relation: 'ceph-secret',
    from: objectStore,
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'cephObjectStores' },
    source: 'rook ceph.rook.io/v1 GatewaySpec',
  }),
  {
    relation: 'ceph-secret',
    from: ceph('CephCluster'),
    path: 'spec.security.kms.tokenSecretName',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'cephClusters' },
    source: 'rook ceph.rook.io/v1 KeyManagementServiceSpec.tokenSecretName',
  },
];

const bucketRules: readonly RelationRule[] = [
  ...[secret, configMap].map(
    (target): RelationRule => ({
      relation: 'object-bucket-claim-access',
      from: objectBucketClaim,
      path: 'metadata.name',
      target,
      namespace: 'source',
      // They are made once it is bound.
      weak: true,
      forward: { name: target === secret ? 'secrets' : 'configMaps' },
      reverse: { name: 'objectBucketClaims' },
      source: 'lib-bucket-provisioner: the Secret and the ConfigMap of a claim have its name',
    }),
  ),
  {
    relation: 'object-bucket-claim-bucket',
    from: objectBucketClaim,
    path: 'spec.objectBucketName',
    target: objectBucket,
    namespace: 'cluster',
    forward: { name: 'objectBuckets' },
    reverse: { name: 'objectBucketClaims' },
    source: 'lib-bucket-provisioner v1alpha1 ObjectBucketClaimSpec.ObjectBucketName',
  },
  ...[objectBucketClaim, objectBucket].map(
    (from): RelationRule => ({
      relation: 'object-bucket-storage-class',
      from,
      path: 'spec.storageClassName',
      target: storageClass,
      namespace: 'cluster',
      forward: { name: 'storageClasses' },
      reverse: { name: from === objectBucket ? 'objectBuckets' : 'objectBucketClaims' },
      source: 'lib-bucket-provisioner v1alpha1',
    }),
  ),
];

export const storageOperatorRules: readonly RelationRule[] = [...longhornRules, ...cephRules, ...bucketRules];
