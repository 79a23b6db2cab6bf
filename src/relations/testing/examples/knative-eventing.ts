import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const SERVICE = { apiVersion: 'v1', kind: 'Service' };
const KNATIVE = { apiVersion: 'serving.knative.dev/v1', kind: 'Service' };
const to = (name: string, more: JsonObject = {}): JsonObject => ({ ref: { ...KNATIVE, name, ...more } });
/** A reference whose kind could be of any group; and no reference at all. */
const unknown = { ref: { kind: 'Service', name: 'unknown' } };
const uri = { uri: 'http://example.com' };
const dead = { deadLetterSink: { ref: { ...SERVICE, name: 'dead-letters' } } };
const noDead = { deadLetterSink: unknown };
const toDead = (path: string): string => `event-dead-letter-sink ${path}.ref.name → Service shop/dead-letters`;

const object = (apiVersion: string, kind: string, name: string, spec: JsonValue, status?: JsonValue): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
  ...(status === undefined ? {} : { status }),
});

const sources = [
  { kind: 'ApiServerSource', spec: { resources: [{ apiVersion: 'v1', kind: 'Event' }] } },
  { kind: 'PingSource', spec: { schedule: '* * * * *' } },
  { kind: 'ContainerSource', spec: { template: { spec: { containers: [{ name: 'main', image: 'source:1' }] } } } },
  { kind: 'KafkaSource', spec: { bootstrapServers: ['kafka:9092'], topics: ['orders'] } },
  { kind: 'SinkBinding', spec: { subject: { ...KNATIVE, selector: { matchLabels: { app: 'web' } } } } },
].flatMap(({ kind, spec }): Example[] => [
  {
    object: object('sources.knative.dev/v1', kind, 'to-orders', { ...spec, sink: to('orders', { namespace: 'other' }) }),
    pointers: ['event-source-sink spec.sink.ref.name → Service.serving.knative.dev other/orders'],
  },
  { object: object('sources.knative.dev/v1', kind, 'without-version', { ...spec, sink: unknown }), pointers: [] },
]);

export const knativeEventingExamples: readonly Example[] = [
  {
    object: object('eventing.knative.dev/v1', 'Trigger', 'orders', { broker: 'default', subscriber: to('orders'), delivery: dead }),
    pointers: [
      'event-subscriber spec.subscriber.ref.name → Service.serving.knative.dev shop/orders',
      toDead('spec.delivery.deadLetterSink'),
      'trigger-broker spec.broker → Broker.eventing.knative.dev shop/default',
    ],
  },
  {
    object: object('eventing.knative.dev/v1', 'Trigger', 'without-version', {
      broker: '',
      brokerRef: { kind: 'Broker', name: 'default' },
      subscriber: unknown,
      delivery: noDead,
    }),
    pointers: [],
  },
  {
    object: object('eventing.knative.dev/v1', 'Trigger', 'of-another-namespace', {
      brokerRef: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'default', namespace: 'other' },
      subscriber: uri,
    }),
    pointers: ['trigger-broker spec.brokerRef.name → Broker.eventing.knative.dev other/default'],
  },
  {
    object: object('eventing.knative.dev/v1', 'Broker', 'default', {
      config: { apiVersion: 'v1', kind: 'ConfigMap', name: 'kafka-broker-config', namespace: 'knative-eventing' },
      delivery: dead,
    }),
    pointers: [toDead('spec.delivery.deadLetterSink'), 'broker-config spec.config.name → ConfigMap knative-eventing/kafka-broker-config'],
  },
  {
    object: object('eventing.knative.dev/v1', 'Broker', 'without-version', {
      config: { kind: 'ConfigMap', name: 'kafka-broker-config' },
      delivery: noDead,
    }),
    pointers: [],
  },
  {
    object: object(
      'messaging.knative.dev/v1',
      'Channel',
      'orders',
      { channelTemplate: { apiVersion: 'messaging.knative.dev/v1', kind: 'InMemoryChannel' }, delivery: dead },
      { channel: { apiVersion: 'messaging.knative.dev/v1', kind: 'InMemoryChannel', name: 'orders', namespace: 'shop' } },
    ),
    pointers: [
      toDead('spec.delivery.deadLetterSink'),
      'channel-backing-channel status.channel.name → InMemoryChannel.messaging.knative.dev shop/orders [weak]',
    ],
  },
  {
    object: object('messaging.knative.dev/v1', 'Channel', 'without-version', { delivery: noDead }, { channel: { kind: 'X', name: 'x' } }),
    pointers: [],
  },
  {
    object: object('messaging.knative.dev/v1', 'Subscription', 'orders', {
      channel: { apiVersion: 'messaging.knative.dev/v1', kind: 'Channel', name: 'orders' },
      subscriber: to('orders'),
      reply: { ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'default' } },
      delivery: dead,
    }),
    pointers: [
      'event-subscriber spec.subscriber.ref.name → Service.serving.knative.dev shop/orders',
      'event-reply spec.reply.ref.name → Broker.eventing.knative.dev shop/default',
      toDead('spec.delivery.deadLetterSink'),
      'subscription-channel spec.channel.name → Channel.messaging.knative.dev shop/orders',
    ],
  },
  {
    object: object('messaging.knative.dev/v1', 'Subscription', 'without-version', {
      channel: { kind: 'Channel', name: 'orders' },
      subscriber: unknown,
      reply: unknown,
      delivery: noDead,
    }),
    pointers: [],
  },
  {
    object: object('flows.knative.dev/v1', 'Sequence', 'checkout', {
      steps: [to('pay'), { ...to('ship'), delivery: dead }, uri],
      reply: to('done'),
    }),
    pointers: [
      'event-subscriber spec.steps[0].ref.name → Service.serving.knative.dev shop/pay',
      'event-subscriber spec.steps[1].ref.name → Service.serving.knative.dev shop/ship',
      toDead('spec.steps[1].delivery.deadLetterSink'),
      'event-reply spec.reply.ref.name → Service.serving.knative.dev shop/done',
    ],
  },
  {
    object: object('flows.knative.dev/v1', 'Sequence', 'without-version', {
      steps: [{ ...unknown, delivery: noDead }],
      reply: unknown,
    }),
    pointers: [],
  },
  {
    object: object('flows.knative.dev/v1', 'Parallel', 'fan-out', {
      branches: [{ filter: to('is-large'), subscriber: to('large'), reply: to('large-done'), delivery: dead }, { subscriber: uri }],
      reply: to('done'),
    }),
    pointers: [
      'event-subscriber spec.branches[0].subscriber.ref.name → Service.serving.knative.dev shop/large',
      'event-subscriber spec.branches[0].filter.ref.name → Service.serving.knative.dev shop/is-large',
      'event-reply spec.branches[0].reply.ref.name → Service.serving.knative.dev shop/large-done',
      toDead('spec.branches[0].delivery.deadLetterSink'),
      'event-reply spec.reply.ref.name → Service.serving.knative.dev shop/done',
    ],
  },
  {
    object: object('flows.knative.dev/v1', 'Parallel', 'without-version', {
      branches: [{ filter: unknown, subscriber: unknown, reply: unknown, delivery: noDead }],
      reply: unknown,
    }),
    pointers: [],
  },
  ...sources,
  {
    object: object('sources.knative.dev/v1', 'ApiServerSource', 'as-somebody', {
      resources: [{ apiVersion: 'v1', kind: 'Event' }],
      serviceAccountName: 'watcher',
      sink: uri,
    }),
    pointers: ['api-server-source-service-account spec.serviceAccountName → ServiceAccount shop/watcher'],
  },
  {
    object: object('sources.knative.dev/v1', 'SinkBinding', 'of-a-deployment', {
      subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      sink: uri,
    }),
    pointers: ['sink-binding-subject spec.subject.name → Deployment.apps shop/web'],
  },
  {
    object: object('sources.knative.dev/v1', 'SinkBinding', 'of-an-unknown', { subject: { kind: 'Deployment', name: 'web' }, sink: uri }),
    pointers: [],
  },
  {
    object: object('eventing.knative.dev/v1alpha1', 'EventPolicy', 'orders', {
      to: [{ ref: { apiVersion: 'eventing.knative.dev/v1', kind: 'Broker', name: 'default' } }, { selector: { kind: 'Broker' } }],
      from: [{ ref: { apiVersion: 'sources.knative.dev/v1', kind: 'PingSource', name: 'clock', namespace: 'other' } }, { sub: 'somebody' }],
    }),
    pointers: [
      'event-policy-target spec.to[0].ref.name → Broker.eventing.knative.dev shop/default',
      'event-policy-sender spec.from[0].ref.name → PingSource.sources.knative.dev other/clock',
    ],
  },
  {
    object: object('eventing.knative.dev/v1alpha1', 'EventPolicy', 'without-version', {
      to: [{ ref: { kind: 'Broker', name: 'default' } }],
      from: [{ ref: { kind: 'PingSource', name: 'clock' } }],
    }),
    pointers: [],
  },
  bare('eventing.knative.dev/v1', 'Broker', 'shop'),
];
