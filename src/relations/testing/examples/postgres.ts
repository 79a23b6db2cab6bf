import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'postgresql.cnpg.io/v1',
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
  status,
});
const CLUSTER = 'postgres-cluster spec.cluster.name → Cluster.postgresql.cnpg.io shop/orders';
const storage = { size: '1Gi', storageClass: 'fast', pvcTemplate: { storageClassName: 'faster' } };
const storageAt = (path: string): string[] => [
  `postgres-storage-class ${path}.storageClass → StorageClass.storage.k8s.io fast`,
  `postgres-storage-class ${path}.pvcTemplate.storageClassName → StorageClass.storage.k8s.io faster`,
];
const catalog = (imageCatalogRef: JsonObject): JsonObject => ({ instances: 1, imageCatalogRef });

export const postgresExamples: readonly Example[] = [
  {
    object: object(
      'Cluster',
      'orders',
      {
        instances: 3,
        superuserSecret: { name: 'superuser' },
        imagePullSecrets: [{ name: 'pull' }],
        priorityClassName: 'high',
        certificates: { serverCASecret: 'ca', serverTLSSecret: 'tls', clientCASecret: 'client-ca', replicationTLSSecret: 'replication' },
        managed: { roles: [{ name: 'app', passwordSecret: { name: 'app' } }] },
        storage,
        walStorage: storage,
        tablespaces: [{ name: 'big', storage }],
      },
      { currentPrimary: 'orders-1', targetPrimary: 'orders-2' },
    ),
    pointers: [
      'postgres-secret spec.superuserSecret.name → Secret shop/superuser',
      'postgres-secret spec.imagePullSecrets[0].name → Secret shop/pull',
      'postgres-priority-class spec.priorityClassName → PriorityClass.scheduling.k8s.io high',
      'postgres-secret spec.certificates.serverCASecret → Secret shop/ca',
      'postgres-secret spec.certificates.serverTLSSecret → Secret shop/tls',
      'postgres-secret spec.certificates.clientCASecret → Secret shop/client-ca',
      'postgres-secret spec.certificates.replicationTLSSecret → Secret shop/replication',
      'postgres-secret spec.managed.roles[0].passwordSecret.name → Secret shop/app',
      ...storageAt('spec.storage'),
      ...storageAt('spec.walStorage'),
      ...storageAt('spec.tablespaces[0].storage'),
      'postgres-primary status.currentPrimary → Pod shop/orders-1 [weak]',
      'postgres-primary status.targetPrimary → Pod shop/orders-2 [weak]',
    ],
  },
  {
    object: object('Cluster', 'new', { instances: 1, bootstrap: { initdb: { database: 'app', owner: 'app', secret: { name: 'app' } } } }),
    pointers: ['postgres-secret spec.bootstrap.initdb.secret.name → Secret shop/app'],
  },
  {
    object: object('Cluster', 'restored', {
      instances: 1,
      bootstrap: { recovery: { backup: { name: 'nightly' }, secret: { name: 'app' } } },
    }),
    pointers: [
      'postgres-secret spec.bootstrap.recovery.secret.name → Secret shop/app',
      'postgres-recovery-backup spec.bootstrap.recovery.backup.name → Backup.postgresql.cnpg.io shop/nightly [weak]',
    ],
  },
  {
    object: object('Cluster', 'copied', { instances: 1, bootstrap: { pg_basebackup: { source: 'other', secret: { name: 'app' } } } }),
    pointers: ['postgres-secret spec.bootstrap.pg_basebackup.secret.name → Secret shop/app'],
  },
  {
    object: object('Cluster', 'near-catalog', catalog({ apiGroup: 'postgresql.cnpg.io', kind: 'ImageCatalog', name: 'images', major: 17 })),
    pointers: ['postgres-image-catalog spec.imageCatalogRef.name → ImageCatalog.postgresql.cnpg.io shop/images'],
  },
  {
    object: object('Cluster', 'of-another-kind', catalog({ apiGroup: 'example.com', kind: 'ImageCatalog', name: 'images' })),
    pointers: [],
  },
  { object: object('Backup', 'nightly', { cluster: { name: 'orders' } }), pointers: [`${CLUSTER} [weak]`] },
  ...['ScheduledBackup', 'Database', 'Publication', 'Subscription'].map(
    (kind): Example => ({ object: object(kind, 'orders', { cluster: { name: 'orders' } }), pointers: [CLUSTER] }),
  ),
  {
    object: object('Pooler', 'orders', { cluster: { name: 'orders' }, pgbouncer: { authQuerySecret: { name: 'pooler' } } }),
    pointers: [CLUSTER, 'postgres-secret spec.pgbouncer.authQuerySecret.name → Secret shop/pooler'],
  },
  {
    object: {
      apiVersion: 'acid.zalan.do/v1',
      kind: 'postgresql',
      metadata: { name: 'acid-orders', namespace: 'shop' },
      spec: { teamId: 'acid', tls: { secretName: 'tls', caSecretName: 'ca' }, volume: { size: '1Gi', storageClass: 'fast' } },
    },
    pointers: [
      'zalando-postgres-secret spec.tls.secretName → Secret shop/tls',
      'zalando-postgres-secret spec.tls.caSecretName → Secret shop/ca',
      'zalando-postgres-storage-class spec.volume.storageClass → StorageClass.storage.k8s.io fast',
    ],
  },
];
