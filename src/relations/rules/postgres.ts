/** PostgreSQL under CloudNativePG and under the operator of Zalando. */
import type { KindKey } from '../../kube/kind.ts';
import { pod, priorityClass, secret, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const GROUP = 'postgresql.cnpg.io';
const cnpg = (kind: string): KindKey => ({ group: GROUP, kind });
const cluster = cnpg('Cluster');
const zalando: KindKey = { group: 'acid.zalan.do', kind: 'postgresql' };

const ofCluster: readonly { readonly kind: string; readonly reverse: string; readonly weak?: true }[] = [
  // Backups outlive what was backed up.
  { kind: 'Backup', reverse: 'postgresBackups', weak: true },
  { kind: 'ScheduledBackup', reverse: 'postgresScheduledBackups' },
  { kind: 'Pooler', reverse: 'postgresPoolers' },
  { kind: 'Database', reverse: 'postgresDatabases' },
  { kind: 'Publication', reverse: 'postgresPublications' },
  { kind: 'Subscription', reverse: 'postgresSubscriptions' },
];

const CLUSTER_SECRETS = [
  'spec.superuserSecret.name',
  'spec.imagePullSecrets[].name',
  'spec.bootstrap.initdb.secret.name',
  'spec.bootstrap.recovery.secret.name',
  'spec.bootstrap.pg_basebackup.secret.name',
  'spec.certificates.serverCASecret',
  'spec.certificates.serverTLSSecret',
  'spec.certificates.clientCASecret',
  'spec.certificates.replicationTLSSecret',
  'spec.managed.roles[].passwordSecret.name',
];

const STORAGE_CLASSES = ['spec.storage', 'spec.walStorage', 'spec.tablespaces[].storage'].flatMap((storage) => [
  `${storage}.storageClass`,
  `${storage}.pvcTemplate.storageClassName`,
]);

export const postgresRules: readonly RelationRule[] = [
  ...atPaths(CLUSTER_SECRETS, {
    relation: 'postgres-secret',
    from: cluster,
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'postgresClusters' },
    source: 'cloudnative-pg v1 ClusterSpec: in the namespace of the Cluster',
  }),
  ...atPaths(STORAGE_CLASSES, {
    relation: 'postgres-storage-class',
    from: cluster,
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    reverse: { name: 'postgresClusters' },
    source: 'cloudnative-pg v1 StorageConfiguration',
  }),
  {
    relation: 'postgres-priority-class',
    from: cluster,
    path: 'spec.priorityClassName',
    target: priorityClass,
    namespace: 'cluster',
    forward: { name: 'priorityClass', one: true },
    reverse: { name: 'postgresClusters' },
    source: 'cloudnative-pg v1 ClusterSpec.priorityClassName',
  },
  {
    relation: 'postgres-image-catalog',
    from: cluster,
    path: 'spec.imageCatalogRef.name',
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: GROUP }, kinds: [cnpg('ImageCatalog'), cnpg('ClusterImageCatalog')] },
    namespace: 'source',
    forward: { name: 'imageCatalogs' },
    reverse: { name: 'postgresClusters' },
    source: 'cloudnative-pg v1 ImageCatalogRef',
  },
  {
    relation: 'postgres-recovery-backup',
    from: cluster,
    path: 'spec.bootstrap.recovery.backup.name',
    target: cnpg('Backup'),
    namespace: 'source',
    // Asked for once, at the start.
    weak: true,
    forward: { name: 'postgresBackups' },
    reverse: { name: 'recoveredPostgresClusters' },
    source: 'cloudnative-pg v1 BackupSource',
  },
  ...atPaths(['status.currentPrimary', 'status.targetPrimary'], {
    relation: 'postgres-primary',
    from: cluster,
    target: pod,
    namespace: 'source',
    weak: true,
    forward: { name: 'primaryPods' },
    reverse: { name: 'primaryOfPostgresClusters' },
    source: 'cloudnative-pg v1 ClusterStatus',
  }),
  ...ofCluster.map(
    ({ kind, reverse, weak }): RelationRule => ({
      relation: 'postgres-cluster',
      from: cnpg(kind),
      path: 'spec.cluster.name',
      target: cluster,
      namespace: 'source',
      ...(weak === undefined ? {} : { weak }),
      forward: { name: 'postgresCluster', one: true },
      reverse: { name: reverse },
      source: `cloudnative-pg v1 ${kind}Spec.cluster`,
    }),
  ),
  {
    relation: 'postgres-secret',
    from: cnpg('Pooler'),
    path: 'spec.pgbouncer.authQuerySecret.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'postgresPoolers' },
    source: 'cloudnative-pg v1 PgBouncerSpec.authQuerySecret',
  },
  ...atPaths(['spec.tls.secretName', 'spec.tls.caSecretName'], {
    relation: 'zalando-postgres-secret',
    from: zalando,
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'postgresqls' },
    source: 'postgres-operator acid.zalan.do/v1 TLSDescription: in the namespace of the postgresql',
  }),
  {
    relation: 'zalando-postgres-storage-class',
    from: zalando,
    path: 'spec.volume.storageClass',
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    reverse: { name: 'postgresqls' },
    source: 'postgres-operator acid.zalan.do/v1 Volume.storageClass',
  },
];
