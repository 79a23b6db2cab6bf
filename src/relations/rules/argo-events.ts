/** Argo Events: what a Sensor waits for and does, the buses between, and what all of them run as. The sources themselves are maps of any names. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, priorityClass, secret, serviceAccount, storageClass } from '../kinds.ts';
import type { HolderSource, RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { podLike } from './pod-like.ts';

const argo = (kind: string): KindKey => ({ group: 'argoproj.io', kind });
const sensor = argo('Sensor');
const eventSource = argo('EventSource');
const eventBus = argo('EventBus');

/** What their pods are like: a Template, or the bus's own. */
const templates: HolderSource = {
  holders: [
    { kind: sensor, path: 'spec.template' },
    { kind: eventSource, path: 'spec.template' },
    { kind: eventBus, path: 'spec.nats.native' },
    { kind: eventBus, path: 'spec.jetstream' },
  ],
};
const byTemplates = { from: templates, reverse: { name: 'argoEvents' } } as const;

const secretKey = {
  target: secret,
  namespace: 'source',
  optional: 'optional',
  keys: ['key'],
  forward: { name: 'secrets' },
} as const;

const templateRules: readonly RelationRule[] = [
  {
    ...byTemplates,
    relation: 'argo-events-service-account',
    path: 'serviceAccountName',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccounts' },
    source: 'argoproj.io/v1alpha1 Template, NativeStrategy, JetStreamBus',
  },
  {
    ...byTemplates,
    relation: 'argo-events-secret',
    path: 'imagePullSecrets[].name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    source: 'argoproj.io/v1alpha1 Template, NativeStrategy, JetStreamBus',
  },
  {
    ...byTemplates,
    relation: 'argo-events-priority-class',
    path: 'priorityClassName',
    target: priorityClass,
    namespace: 'cluster',
    forward: { name: 'priorityClasses' },
    source: 'argoproj.io/v1alpha1 Template, NativeStrategy, JetStreamBus',
  },
  ...podLike({
    from: { holders: templates.holders.filter(({ kind }) => kind !== eventBus) },
    reverse: byTemplates.reverse,
    volumes: ['volumes[]'],
    containers: ['container'],
  }).filter(({ path }) => path !== 'container.image'),
];

const busRules: readonly RelationRule[] = [
  ...atPaths(['spec.nats.native.persistence.storageClassName', 'spec.jetstream.persistence.storageClassName'], {
    relation: 'event-bus-storage-class',
    from: eventBus,
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    reverse: { name: 'eventBuses' },
    source: 'argoproj.io/v1alpha1 PersistenceStrategy.storageClassName',
  }),
  ...atPaths(
    [
      'spec.nats.exotic.accessSecret',
      'spec.jetstreamExotic.accessSecret',
      ...['spec.jetstreamExotic.tls', 'spec.kafka.tls'].flatMap((tls) =>
        ['caCertSecret', 'clientCertSecret', 'clientKeySecret'].map((name) => `${tls}.${name}`),
      ),
      'spec.kafka.sasl.userSecret',
      'spec.kafka.sasl.passwordSecret',
    ].map((path) => `${path}.name`),
    {
      ...secretKey,
      relation: 'event-bus-secret',
      from: eventBus,
      reverse: { name: 'eventBuses' },
      source: 'argoproj.io/v1alpha1 NATSConfig, JetStreamConfig, KafkaBus',
    },
  ),
  ...atPaths(['status.config.nats.accessSecret.name', 'status.config.jetstream.accessSecret.name'], {
    ...secretKey,
    relation: 'event-bus-secret',
    from: eventBus,
    weak: true,
    reverse: { name: 'eventBuses' },
    source: 'argoproj.io/v1alpha1 EventBusStatus.config',
  }),
];

const triggerRules: readonly RelationRule[] = [
  ...atPaths(
    [
      'http.basicAuth.username',
      'http.basicAuth.password',
      'http.secureHeaders[].valueFrom.secretKeyRef',
      'kafka.secureHeaders[].valueFrom.secretKeyRef',
      'slack.slackToken',
      'awsLambda.accessKey',
      'awsLambda.secretKey',
    ].map((path) => `spec.triggers[].template.${path}.name`),
    {
      ...secretKey,
      relation: 'sensor-trigger-secret',
      from: sensor,
      reverse: { name: 'sensors' },
      source: 'argoproj.io/v1alpha1 HTTPTrigger, KafkaTrigger, SlackTrigger, AWSLambdaTrigger',
    },
  ),
  ...atPaths(
    ['argoWorkflow', 'k8s'].map((kind) => `spec.triggers[].template.${kind}.source.configmap.name`),
    {
      relation: 'sensor-trigger-config-map',
      from: sensor,
      target: configMap,
      namespace: 'source',
      optional: 'optional',
      keys: ['key'],
      forward: { name: 'configMaps' },
      reverse: { name: 'sensors' },
      source: 'argoproj.io/v1alpha1 ArtifactLocation.configmap: where the object lies that is made',
    },
  ),
];

export const argoEventRules: readonly RelationRule[] = [
  {
    relation: 'sensor-event-source',
    from: sensor,
    path: 'spec.dependencies[].eventSourceName',
    target: eventSource,
    namespace: 'source',
    forward: { name: 'eventSources' },
    reverse: { name: 'sensors' },
    source: 'argoproj.io/v1alpha1 EventDependency.eventSourceName',
  },
  ...[
    { from: sensor, reverse: 'sensors' },
    { from: eventSource, reverse: 'eventSources' },
  ].map(
    ({ from, reverse }): RelationRule => ({
      relation: 'argo-events-bus',
      from,
      path: 'spec.eventBusName',
      target: eventBus,
      namespace: 'source',
      default: { name: 'default', unless: [] },
      forward: { name: 'eventBus', one: true },
      reverse: { name: reverse },
      source: `argoproj.io/v1alpha1 ${from.kind}Spec.eventBusName: \`default\` where it says none`,
    }),
  ),
  ...templateRules,
  ...busRules,
  ...triggerRules,
];
