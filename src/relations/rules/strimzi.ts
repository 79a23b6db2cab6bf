/** Strimzi: what belongs to which Kafka, and the classes of its volumes. Secrets by their names are coded. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, persistentVolumeClaim, pod, secret, service, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const strimzi = (kind: string): KindKey => ({ group: 'kafka.strimzi.io', kind });
const kafka = strimzi('Kafka');
const LABEL = "metadata.labels['strimzi.io/cluster']";

const ofCluster: readonly {
  readonly kind: string;
  readonly target: KindKey;
  readonly forward: string;
  readonly reverse: string;
  readonly weak?: true;
}[] = [
  // A Kafka may watch another namespace for these two.
  { kind: 'KafkaTopic', target: kafka, forward: 'kafka', reverse: 'kafkaTopics', weak: true },
  { kind: 'KafkaUser', target: kafka, forward: 'kafka', reverse: 'kafkaUsers', weak: true },
  { kind: 'KafkaNodePool', target: kafka, forward: 'kafka', reverse: 'kafkaNodePools' },
  { kind: 'KafkaRebalance', target: kafka, forward: 'kafka', reverse: 'kafkaRebalances' },
  { kind: 'KafkaConnector', target: strimzi('KafkaConnect'), forward: 'kafkaConnect', reverse: 'kafkaConnectors' },
];

const RUN = ['Kafka', 'KafkaConnect', 'KafkaMirrorMaker2', 'KafkaMirrorMaker', 'KafkaBridge'].map(strimzi);

const made: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: pod, reverse: 'pods' },
  { from: service, reverse: 'services' },
  { from: secret, reverse: 'secrets' },
  { from: configMap, reverse: 'configMaps' },
  { from: persistentVolumeClaim, reverse: 'persistentVolumeClaims' },
  { from: { group: 'core.strimzi.io', kind: 'StrimziPodSet' }, reverse: 'strimziPodSets' },
];

const storages: readonly { readonly from: KindKey; readonly paths: readonly string[]; readonly reverse: string }[] = [
  { from: kafka, paths: ['spec.kafka.storage', 'spec.zookeeper.storage'], reverse: 'kafkas' },
  { from: strimzi('KafkaNodePool'), paths: ['spec.storage'], reverse: 'kafkaNodePools' },
];

export const strimziRules: readonly RelationRule[] = [
  ...ofCluster.map(
    ({ kind, target, forward, reverse, weak }): RelationRule => ({
      ...(weak === undefined ? {} : { weak }),
      relation: 'strimzi-cluster',
      from: strimzi(kind),
      path: LABEL,
      target,
      namespace: 'source',
      forward: { name: forward, one: true },
      reverse: { name: reverse },
      source: `Strimzi documentation, ${kind}: the label strimzi.io/cluster names its ${target.kind}, in the same namespace`,
    }),
  ),
  ...made.map(
    ({ from, reverse }): RelationRule => ({
      relation: 'strimzi-made-for',
      from,
      path: LABEL,
      target: { kind: "['strimzi.io/kind']", defaults: { group: 'kafka.strimzi.io' }, kinds: RUN },
      namespace: 'source',
      weak: true,
      reverse: { name: reverse },
      source: 'strimzi Labels: strimzi.io/cluster and strimzi.io/kind of all that the operator makes',
    }),
  ),
  ...storages.flatMap(({ from, paths, reverse }) =>
    atPaths(
      paths.flatMap((path) => [`${path}.class`, `${path}.volumes[].class`]),
      {
        relation: 'strimzi-storage-class',
        from,
        target: storageClass,
        namespace: 'cluster',
        forward: { name: 'storageClasses' },
        reverse: { name: reverse },
        source: 'strimzi PersistentClaimStorage.class',
      },
    ),
  ),
  {
    relation: 'kafka-user-secret',
    from: strimzi('KafkaUser'),
    path: 'status.secret',
    target: secret,
    namespace: 'source',
    weak: true,
    forward: { name: 'secrets' },
    reverse: { name: 'kafkaUsers' },
    source: 'strimzi KafkaUserStatus.secret: where the credentials are kept',
  },
];
