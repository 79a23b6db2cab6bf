/** Knative Eventing: where events come from, and what they are sent to: anything that has an address. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, service, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const eventing = (kind: string): KindKey => ({ group: 'eventing.knative.dev', kind });
const messaging = (kind: string): KindKey => ({ group: 'messaging.knative.dev', kind });
const flows = (kind: string): KindKey => ({ group: 'flows.knative.dev', kind });
const sources = (kind: string): KindKey => ({ group: 'sources.knative.dev', kind });
const broker = eventing('Broker');
const trigger = eventing('Trigger');
const eventPolicy = eventing('EventPolicy');
const channel = messaging('Channel');
const inMemoryChannel = messaging('InMemoryChannel');
const kafkaChannel = messaging('KafkaChannel');
const subscription = messaging('Subscription');
const sequence = flows('Sequence');
const parallel = flows('Parallel');
const apiServerSource = sources('ApiServerSource');
const sinkBinding = sources('SinkBinding');
const knativeService: KindKey = { group: 'serving.knative.dev', kind: 'Service' };

const ADDRESSABLE = [service, knativeService, broker, channel, inMemoryChannel, kafkaChannel, sequence, parallel];
const DEAD_LETTERS = 'spec.delivery.deadLetterSink';

/** Where a Destination stands, of which `ref` is a KReference. */
const destinations: readonly {
  readonly from: KindKey;
  readonly paths: readonly string[];
  readonly relation: string;
  readonly forward: string;
  readonly reverse: string;
}[] = [
  { from: trigger, paths: ['spec.subscriber'], relation: 'event-subscriber', forward: 'subscribers', reverse: 'triggers' },
  { from: subscription, paths: ['spec.subscriber'], relation: 'event-subscriber', forward: 'subscribers', reverse: 'subscriptions' },
  { from: sequence, paths: ['spec.steps[]'], relation: 'event-subscriber', forward: 'subscribers', reverse: 'sequences' },
  {
    from: parallel,
    paths: ['spec.branches[].subscriber', 'spec.branches[].filter'],
    relation: 'event-subscriber',
    forward: 'subscribers',
    reverse: 'parallels',
  },
  { from: subscription, paths: ['spec.reply'], relation: 'event-reply', forward: 'replySinks', reverse: 'subscriptions' },
  { from: sequence, paths: ['spec.reply'], relation: 'event-reply', forward: 'replySinks', reverse: 'sequences' },
  { from: parallel, paths: ['spec.reply', 'spec.branches[].reply'], relation: 'event-reply', forward: 'replySinks', reverse: 'parallels' },
  ...[
    { from: broker, paths: [DEAD_LETTERS], reverse: 'brokers' },
    { from: trigger, paths: [DEAD_LETTERS], reverse: 'triggers' },
    { from: channel, paths: [DEAD_LETTERS], reverse: 'channels' },
    { from: subscription, paths: [DEAD_LETTERS], reverse: 'subscriptions' },
    { from: sequence, paths: ['spec.steps[].delivery.deadLetterSink'], reverse: 'sequences' },
    { from: parallel, paths: ['spec.branches[].delivery.deadLetterSink'], reverse: 'parallels' },
  ].map((end) => ({ ...end, relation: 'event-dead-letter-sink', forward: 'deadLetterSinks' })),
  ...[
    { from: apiServerSource, reverse: 'apiServerSources' },
    { from: sources('PingSource'), reverse: 'pingSources' },
    { from: sources('ContainerSource'), reverse: 'containerSources' },
    { from: sources('KafkaSource'), reverse: 'kafkaSources' },
    { from: sinkBinding, reverse: 'sinkBindings' },
  ].map((end) => ({ ...end, paths: ['spec.sink'], relation: 'event-source-sink', forward: 'sinks' })),
];

const byVersion = {
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
  namespace: { path: 'namespace' },
  when: [{ path: 'apiVersion', present: true }],
} as const;

export const knativeEventingRules: readonly RelationRule[] = [
  ...destinations.flatMap(({ from, paths, relation, forward, reverse }) =>
    atPaths(
      paths.map((path) => `${path}.ref.name`),
      {
        relation,
        from,
        ...byVersion,
        forward: { name: forward },
        reverse: { name: reverse, on: ADDRESSABLE },
        source: 'knative.dev/pkg duck/v1 Destination.ref: in its own namespace where it says none',
      },
    ),
  ),
  {
    relation: 'trigger-broker',
    from: trigger,
    path: 'spec.broker',
    target: broker,
    namespace: 'source',
    forward: { name: 'broker', one: true },
    reverse: { name: 'triggers' },
    source: 'eventing.knative.dev/v1 TriggerSpec.broker',
  },
  {
    relation: 'trigger-broker',
    from: trigger,
    path: 'spec.brokerRef.name',
    ...byVersion,
    target: { ...byVersion.target, kinds: [broker] },
    forward: { name: 'broker', one: true },
    reverse: { name: 'triggers' },
    source: 'eventing.knative.dev/v1 TriggerSpec.brokerRef: of another namespace, where that is allowed',
  },
  {
    relation: 'broker-config',
    from: broker,
    path: 'spec.config.name',
    ...byVersion,
    forward: { name: 'brokerConfig', one: true },
    reverse: { name: 'brokers', on: [configMap] },
    source: 'eventing.knative.dev/v1 BrokerSpec.config',
  },
  {
    relation: 'subscription-channel',
    from: subscription,
    path: 'spec.channel.name',
    ...byVersion,
    forward: { name: 'channel', one: true },
    reverse: { name: 'subscriptions', on: [channel, inMemoryChannel, kafkaChannel] },
    source: 'messaging.knative.dev/v1 SubscriptionSpec.channel',
  },
  {
    relation: 'channel-backing-channel',
    from: channel,
    path: 'status.channel.name',
    ...byVersion,
    weak: true,
    forward: { name: 'backingChannel', one: true },
    reverse: { name: 'channels', on: [inMemoryChannel, kafkaChannel] },
    source: 'messaging.knative.dev/v1 ChannelStatus.channel',
  },
  {
    relation: 'sink-binding-subject',
    from: sinkBinding,
    path: 'spec.subject.name',
    ...byVersion,
    forward: { name: 'subject', one: true },
    source: 'knative.dev/pkg tracker.Reference: by name, or by a selector',
  },
  {
    relation: 'api-server-source-service-account',
    from: apiServerSource,
    path: 'spec.serviceAccountName',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: 'apiServerSources' },
    source: 'sources.knative.dev/v1 ApiServerSourceSpec.serviceAccountName',
  },
  {
    relation: 'event-policy-target',
    from: eventPolicy,
    path: 'spec.to[].ref.name',
    ...byVersion,
    namespace: 'source',
    forward: { name: 'targets' },
    reverse: { name: 'eventPolicies', on: [broker, channel, sequence, parallel] },
    source: 'eventing.knative.dev/v1alpha1 EventPolicyToReference: in the namespace of the policy',
  },
  {
    relation: 'event-policy-sender',
    from: eventPolicy,
    path: 'spec.from[].ref.name',
    ...byVersion,
    forward: { name: 'senders' },
    source: 'eventing.knative.dev/v1alpha1 EventPolicyFromReference',
  },
];
