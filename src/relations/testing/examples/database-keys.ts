import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (apiVersion: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
});
const secretKeyRef = { name: 'login', key: 'password' };
const configMapKeyRef = { name: 'settings', key: 'url' };

const READERS: readonly { readonly kind: string; readonly spec: JsonObject; readonly secret: string; readonly configMap: string }[] = [
  {
    kind: 'Grafana',
    spec: {
      external: { adminPassword: secretKeyRef },
      deployment: {
        spec: { template: { spec: { containers: [{ name: 'grafana', env: [{ name: 'URL', valueFrom: { configMapKeyRef } }] }] } } },
      },
    },
    secret: 'spec.external.adminPassword',
    configMap: 'spec.deployment.spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef',
  },
  ...['GrafanaDashboard', 'GrafanaLibraryPanel'].map((kind) => ({
    kind,
    spec: { configMapRef: configMapKeyRef, urlAuthorization: { basicAuth: { password: secretKeyRef } } },
    secret: 'spec.urlAuthorization.basicAuth.password',
    configMap: 'spec.configMapRef',
  })),
  ...['GrafanaDatasource', 'GrafanaContactPoint'].map((kind) => ({
    kind,
    spec: {
      valuesFrom: [
        { targetPath: 'a', valueFrom: { secretKeyRef } },
        { targetPath: 'b', valueFrom: { configMapKeyRef } },
      ],
    },
    secret: 'spec.valuesFrom[0].valueFrom.secretKeyRef',
    configMap: 'spec.valuesFrom[1].valueFrom.configMapKeyRef',
  })),
];

export const databaseKeyExamples: readonly Example[] = [
  ...READERS.flatMap(({ kind, spec, secret, configMap }): Example[] => [
    {
      object: object('grafana.integreatly.org/v1beta1', kind, 'main', spec),
      pointers: [
        `grafana-secret ${secret}.name → Secret shop/login keys=password`,
        `grafana-config-map ${configMap}.name → ConfigMap shop/settings keys=url`,
      ],
    },
    { object: object('grafana.integreatly.org/v1beta1', kind, 'plain', { instanceSelector: {} }), pointers: [] },
  ]),
  {
    object: object('postgresql.cnpg.io/v1', 'Cluster', 'orders', {
      instances: 3,
      backup: {
        barmanObjectStore: {
          destinationPath: 's3://backups',
          endpointCA: { name: 'store', key: 'ca.crt' },
          s3Credentials: { accessKeyId: { name: 'store', key: 'id' }, secretAccessKey: { name: 'store', key: 'secret' } },
        },
      },
      bootstrap: {
        initdb: {
          postInitSQLRefs: { secretRefs: [{ name: 'sql', key: 'users.sql' }], configMapRefs: [{ name: 'sql', key: 'tables.sql' }] },
        },
      },
      monitoring: {
        customQueriesConfigMap: [{ name: 'queries', key: 'custom' }],
        customQueriesSecret: [{ name: 'queries', key: 'custom' }],
      },
      externalClusters: [{ name: 'other', connectionParameters: { host: 'db' }, password: { name: 'other', key: 'password' } }],
    }),
    pointers: [
      'postgres-secret spec.backup.barmanObjectStore.endpointCA.name → Secret shop/store keys=ca.crt',
      'postgres-secret spec.backup.barmanObjectStore.s3Credentials.accessKeyId.name → Secret shop/store keys=id',
      'postgres-secret spec.backup.barmanObjectStore.s3Credentials.secretAccessKey.name → Secret shop/store keys=secret',
      'postgres-secret spec.bootstrap.initdb.postInitSQLRefs.secretRefs[0].name → Secret shop/sql keys=users.sql',
      'postgres-secret spec.monitoring.customQueriesSecret[0].name → Secret shop/queries keys=custom',
      'postgres-secret spec.externalClusters[0].password.name → Secret shop/other keys=password',
      'postgres-config-map spec.bootstrap.initdb.postInitSQLRefs.configMapRefs[0].name → ConfigMap shop/sql keys=tables.sql',
      'postgres-config-map spec.monitoring.customQueriesConfigMap[0].name → ConfigMap shop/queries keys=custom',
    ],
  },
  { object: object('postgresql.cnpg.io/v1', 'Cluster', 'plain', { instances: 1 }), pointers: [] },
];
