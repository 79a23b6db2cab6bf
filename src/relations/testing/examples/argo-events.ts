import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { containerPart, containerPartPointers, volumePartPointers, volumeParts } from './pod-parts.ts';

const plain = (name: string): string => name;
const key = (name: string): JsonObject => ({ name, key: 'value' });
const run = { serviceAccountName: 'events', imagePullSecrets: [{ name: 'pull' }], priorityClassName: 'high' };
const runPointers = (path: string): string[] => [
  `argo-events-service-account ${path}.serviceAccountName → ServiceAccount ci/events`,
  `argo-events-secret ${path}.imagePullSecrets[0].name → Secret ci/pull`,
  `argo-events-priority-class ${path}.priorityClassName → PriorityClass.scheduling.k8s.io high`,
];
const template = { ...run, volumes: volumeParts(plain), container: containerPart(plain) };
const templatePointers = [
  ...runPointers('spec.template'),
  ...[...volumePartPointers('volumes'), ...containerPartPointers('container')].map((pointer) => pointer.replace('~', 'spec.template')),
];
const secureHeaders = [{ name: 'authorization', valueFrom: { secretKeyRef: key('header') } }];
const tls = { caCertSecret: key('ca'), clientCertSecret: key('certificate'), clientKeySecret: key('key') };
const busSecret = (path: string, name: string): string => `event-bus-secret spec.${path}.name → Secret ci/${name} keys=value`;

const object = (kind: string, name: string, spec: JsonObject, status?: JsonObject): JsonObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'ci' },
  spec,
  ...(status === undefined ? {} : { status }),
});

export const argoEventExamples: readonly Example[] = [
  {
    object: object('Sensor', 'on-push', {
      dependencies: [{ name: 'push', eventSourceName: 'github', eventName: 'web' }],
      eventBusName: 'builds',
      template,
      triggers: [
        {
          template: {
            name: 'notify',
            http: { url: 'https://example.com', basicAuth: { username: key('user'), password: key('password') } },
          },
        },
        { template: { name: 'say', slack: { slackToken: key('slack') } } },
        { template: { name: 'call', awsLambda: { functionName: 'x', region: 'x', accessKey: key('access'), secretKey: key('secret') } } },
        { template: { name: 'build', argoWorkflow: { operation: 'submit', source: { configmap: key('workflow') } } } },
        { template: { name: 'make', k8s: { operation: 'create', source: { configmap: key('object') } } } },
        { template: { name: 'tell', http: { url: 'https://example.com', secureHeaders } } },
        { template: { name: 'send', kafka: { url: 'kafka:9092', topic: 'x', secureHeaders } } },
        { template: { name: 'inline', k8s: { operation: 'create', source: { resource: { kind: 'Pod' } } } } },
      ],
    }),
    pointers: [
      'sensor-event-source spec.dependencies[0].eventSourceName → EventSource.argoproj.io ci/github',
      'argo-events-bus spec.eventBusName → EventBus.argoproj.io ci/builds',
      ...templatePointers,
      'sensor-trigger-secret spec.triggers[0].template.http.basicAuth.username.name → Secret ci/user keys=value',
      'sensor-trigger-secret spec.triggers[0].template.http.basicAuth.password.name → Secret ci/password keys=value',
      'sensor-trigger-secret spec.triggers[1].template.slack.slackToken.name → Secret ci/slack keys=value',
      'sensor-trigger-secret spec.triggers[2].template.awsLambda.accessKey.name → Secret ci/access keys=value',
      'sensor-trigger-secret spec.triggers[2].template.awsLambda.secretKey.name → Secret ci/secret keys=value',
      'sensor-trigger-config-map spec.triggers[3].template.argoWorkflow.source.configmap.name → ConfigMap ci/workflow keys=value',
      'sensor-trigger-config-map spec.triggers[4].template.k8s.source.configmap.name → ConfigMap ci/object keys=value',
      'sensor-trigger-secret spec.triggers[5].template.http.secureHeaders[0].valueFrom.secretKeyRef.name → Secret ci/header keys=value',
      'sensor-trigger-secret spec.triggers[6].template.kafka.secureHeaders[0].valueFrom.secretKeyRef.name → Secret ci/header keys=value',
    ],
  },
  {
    object: object('EventSource', 'github', { template, github: { web: { apiToken: key('not-read') } } }),
    pointers: ['argo-events-bus spec.eventBusName → EventBus.argoproj.io ci/default [defaulted]', ...templatePointers],
  },
  {
    object: object(
      'EventBus',
      'native',
      { nats: { native: { replicas: 3, ...run, persistence: { storageClassName: 'fast' } } } },
      { config: { nats: { url: 'nats://eventbus', accessSecret: key('access') } } },
    ),
    pointers: [
      ...runPointers('spec.nats.native'),
      'event-bus-storage-class spec.nats.native.persistence.storageClassName → StorageClass.storage.k8s.io fast',
      'event-bus-secret status.config.nats.accessSecret.name → Secret ci/access [weak] keys=value',
    ],
  },
  {
    object: object(
      'EventBus',
      'jetstream',
      { jetstream: { version: '2.10', ...run, persistence: { storageClassName: 'fast' } } },
      { config: { jetstream: { url: 'nats://eventbus', accessSecret: key('access') } } },
    ),
    pointers: [
      ...runPointers('spec.jetstream'),
      'event-bus-storage-class spec.jetstream.persistence.storageClassName → StorageClass.storage.k8s.io fast',
      'event-bus-secret status.config.jetstream.accessSecret.name → Secret ci/access [weak] keys=value',
    ],
  },
  {
    object: object('EventBus', 'exotic', { nats: { exotic: { url: 'nats://example.com', accessSecret: key('access') } } }),
    pointers: [busSecret('nats.exotic.accessSecret', 'access')],
  },
  {
    object: object('EventBus', 'exotic-jetstream', { jetstreamExotic: { url: 'nats://example.com', accessSecret: key('access'), tls } }),
    pointers: [
      busSecret('jetstreamExotic.accessSecret', 'access'),
      busSecret('jetstreamExotic.tls.caCertSecret', 'ca'),
      busSecret('jetstreamExotic.tls.clientCertSecret', 'certificate'),
      busSecret('jetstreamExotic.tls.clientKeySecret', 'key'),
    ],
  },
  {
    object: object('EventBus', 'kafka', {
      kafka: { url: 'kafka:9092', tls, sasl: { mechanism: 'PLAIN', userSecret: key('user'), passwordSecret: key('password') } },
    }),
    pointers: [
      busSecret('kafka.tls.caCertSecret', 'ca'),
      busSecret('kafka.tls.clientCertSecret', 'certificate'),
      busSecret('kafka.tls.clientKeySecret', 'key'),
      busSecret('kafka.sasl.userSecret', 'user'),
      busSecret('kafka.sasl.passwordSecret', 'password'),
    ],
  },
  { object: object('EventBus', 'bare', {}), pointers: [] },
];
