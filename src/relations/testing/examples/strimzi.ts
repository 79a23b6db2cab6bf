import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const labels = { 'strimzi.io/cluster': 'events' };
const strimzi = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'kafka.strimzi.io/v1beta2',
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
  status,
});
const labelled = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  ...strimzi(kind, name, spec, status),
  metadata: { name, namespace: 'shop', labels },
});
const LABEL = "metadata.labels['strimzi.io/cluster']";
const KAFKA = `strimzi-cluster ${LABEL} → Kafka.kafka.strimzi.io shop/events`;
const CLASS = 'StorageClass.storage.k8s.io fast';
const claims = { type: 'jbod', volumes: [{ id: 0, type: 'persistent-claim', size: '1Gi', class: 'fast' }] };
const claim = { type: 'persistent-claim', size: '1Gi', class: 'fast' };

const made: readonly { readonly apiVersion: string; readonly kind: string; readonly rest: JsonObject }[] = [
  { apiVersion: 'v1', kind: 'Pod', rest: { spec: { containers: [{ name: 'kafka', image: 'kafka:1' }] } } },
  { apiVersion: 'v1', kind: 'Service', rest: { spec: { ports: [{ port: 9092 }] } } },
  { apiVersion: 'v1', kind: 'Secret', rest: {} },
  { apiVersion: 'v1', kind: 'ConfigMap', rest: {} },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    rest: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
  },
  { apiVersion: 'core.strimzi.io/v1beta2', kind: 'StrimziPodSet', rest: { spec: { pods: [] } } },
];
const madeFor = (index: number, ofKind: string): JsonObject => {
  const { apiVersion, kind, rest } = made[index] ?? { apiVersion: '', kind: '', rest: {} };
  const metadata = { name: `events-${ofKind.toLowerCase()}`, namespace: 'shop', labels: { ...labels, 'strimzi.io/kind': ofKind } };
  return { apiVersion, kind, metadata, ...rest };
};

export const strimziExamples: readonly Example[] = [
  { object: labelled('KafkaTopic', 'orders', { partitions: 1, replicas: 1 }), pointers: [`${KAFKA} [weak]`] },
  {
    object: labelled('KafkaUser', 'shop', { authentication: { type: 'tls' } }, { username: 'CN=shop', secret: 'shop' }),
    pointers: [`${KAFKA} [weak]`, 'kafka-user-secret status.secret → Secret shop/shop [weak]'],
  },
  {
    object: labelled('KafkaNodePool', 'brokers', { replicas: 3, roles: ['broker'], storage: claims }),
    pointers: [KAFKA, `strimzi-storage-class spec.storage.volumes[0].class → ${CLASS}`],
  },
  {
    object: strimzi('KafkaNodePool', 'controllers', { replicas: 3, roles: ['controller'], storage: claim }),
    pointers: [`strimzi-storage-class spec.storage.class → ${CLASS}`],
  },
  { object: labelled('KafkaRebalance', 'spread', {}), pointers: [KAFKA] },
  {
    object: labelled('KafkaConnector', 'database', { class: 'example.Source', tasksMax: 1 }),
    pointers: [`strimzi-cluster ${LABEL} → KafkaConnect.kafka.strimzi.io shop/events`],
  },
  {
    object: strimzi('Kafka', 'events', { kafka: { replicas: 3, storage: claims }, zookeeper: { replicas: 3, storage: claim } }),
    pointers: [
      `strimzi-storage-class spec.kafka.storage.volumes[0].class → ${CLASS}`,
      `strimzi-storage-class spec.zookeeper.storage.class → ${CLASS}`,
    ],
  },
  {
    object: strimzi('Kafka', 'other', { kafka: { replicas: 3, storage: claim }, zookeeper: { replicas: 3, storage: claims } }),
    pointers: [
      `strimzi-storage-class spec.kafka.storage.class → ${CLASS}`,
      `strimzi-storage-class spec.zookeeper.storage.volumes[0].class → ${CLASS}`,
    ],
  },
  ...made.flatMap((_, index): Example[] => [
    {
      object: madeFor(index, 'KafkaConnect'),
      pointers: [`strimzi-made-for ${LABEL} → KafkaConnect.kafka.strimzi.io shop/events [weak]`],
    },
    { object: madeFor(index, 'StrimziPodSet'), pointers: [] },
  ]),
];

const SECRETS: readonly { readonly kind: string; readonly spec: JsonObject; readonly at: string }[] = [
  {
    kind: 'Kafka',
    spec: {
      kafka: {
        listeners: [
          {
            name: 'tls',
            port: 9093,
            type: 'route',
            tls: true,
            configuration: { brokerCertChainAndKey: { secretName: 'named', certificate: 'tls.crt', key: 'tls.key' } },
          },
        ],
      },
    },
    at: 'spec.kafka.listeners[0].configuration.brokerCertChainAndKey',
  },
  {
    kind: 'KafkaConnect',
    spec: { tls: { trustedCertificates: [{ secretName: 'named', pattern: '*.crt' }] } },
    at: 'spec.tls.trustedCertificates[0]',
  },
  {
    kind: 'KafkaMirrorMaker2',
    spec: { clusters: [{ alias: 'a', authentication: { type: 'plain', passwordSecret: { secretName: 'named', password: 'p' } } }] },
    at: 'spec.clusters[0].authentication.passwordSecret',
  },
  {
    kind: 'KafkaBridge',
    spec: { authentication: { type: 'oauth', clientSecret: { secretName: 'named', key: 'k' } } },
    at: 'spec.authentication.clientSecret',
  },
  { kind: 'KafkaUser', spec: { template: { secretVolume: { secretName: 'named' } } }, at: 'spec.template.secretVolume' },
];
const keys = {
  metricsConfig: { type: 'jmxPrometheusExporter', valueFrom: { configMapKeyRef: { name: 'metrics', key: 'rules' } } },
  authentication: { password: { valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } } },
};

export const strimziSecretExamples: readonly Example[] = SECRETS.flatMap(({ kind, spec, at }): Example[] => [
  { object: strimzi(kind, 'secrets', spec), pointers: [`strimzi-secret ${at}.secretName → Secret shop/named`] },
  {
    object: strimzi(kind, 'keys', keys),
    pointers: [
      'strimzi-secret-key spec.authentication.password.valueFrom.secretKeyRef.name → Secret shop/login keys=password',
      'strimzi-config-map-key spec.metricsConfig.valueFrom.configMapKeyRef.name → ConfigMap shop/metrics keys=rules',
    ],
  },
  { object: strimzi(kind, 'plain', { replicas: 1, tls: { trustedCertificates: [{ secretName: 7 }] } }), pointers: [] },
]);
