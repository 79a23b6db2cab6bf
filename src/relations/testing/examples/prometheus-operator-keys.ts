import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const VERSIONS: Record<string, string> = { PrometheusAgent: 'v1alpha1', ScrapeConfig: 'v1alpha1', AlertmanagerConfig: 'v1alpha1' };
const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: `monitoring.coreos.com/${VERSIONS[kind] ?? 'v1'}`,
  kind,
  metadata: { name, namespace: 'monitoring' },
  spec,
});

const basicAuth = { username: { name: 'login', key: 'user' }, password: { name: 'login', key: 'password', optional: true } };
const tlsConfig = {
  ca: { configMap: { name: 'authorities', key: 'ca.crt' } },
  cert: { secret: { name: 'client', key: 'tls.crt' } },
  keySecret: { name: 'client', key: 'tls.key' },
  serverName: 'web.example.com',
};
/** What these two point at, where they stand below the path. */
const loginAt = (path: string): string[] => [
  `monitoring-secret ${path}.basicAuth.username.name → Secret monitoring/login keys=user`,
  `monitoring-secret ${path}.basicAuth.password.name → Secret monitoring/login [optional] keys=password`,
];
const tlsSecretsAt = (path: string): string[] => [
  `monitoring-secret ${path}.tlsConfig.cert.secret.name → Secret monitoring/client keys=tls.crt`,
  `monitoring-secret ${path}.tlsConfig.keySecret.name → Secret monitoring/client keys=tls.key`,
];
const authoritiesAt = (path: string): string =>
  `monitoring-config-map ${path}.tlsConfig.ca.configMap.name → ConfigMap monitoring/authorities keys=ca.crt`;

/** Where each kind has a client, and what its API asks for beside. */
const CLIENTS: readonly { readonly kind: string; readonly path: string; readonly spec: (client: JsonObject) => JsonObject }[] = [
  {
    kind: 'Prometheus',
    path: 'spec.remoteWrite[0]',
    spec: (client) => ({ remoteWrite: [{ url: 'https://write.example.com', ...client }] }),
  },
  {
    kind: 'PrometheusAgent',
    path: 'spec.remoteWrite[0]',
    spec: (client) => ({ remoteWrite: [{ url: 'https://write.example.com', ...client }] }),
  },
  {
    kind: 'Alertmanager',
    path: 'spec.alertmanagerConfiguration.global.httpConfig',
    spec: (client) => ({ alertmanagerConfiguration: { name: 'global', global: { httpConfig: client } } }),
  },
  {
    kind: 'ThanosRuler',
    path: 'spec.remoteWrite[0]',
    spec: (client) => ({ queryEndpoints: ['q'], remoteWrite: [{ url: 'https://write.example.com', ...client }] }),
  },
  {
    kind: 'ServiceMonitor',
    path: 'spec.endpoints[0]',
    spec: (client) => ({ selector: {}, endpoints: [{ port: 'metrics', ...client }] }),
  },
  {
    kind: 'PodMonitor',
    path: 'spec.podMetricsEndpoints[0]',
    spec: (client) => ({ selector: {}, podMetricsEndpoints: [{ port: 'metrics', ...client }] }),
  },
  { kind: 'Probe', path: 'spec', spec: (client) => ({ prober: { url: 'prober.example.com' }, ...client }) },
  { kind: 'ScrapeConfig', path: 'spec', spec: (client) => ({ staticConfigs: [{ targets: ['web:80'] }], ...client }) },
  {
    kind: 'AlertmanagerConfig',
    path: 'spec.receivers[0].webhookConfigs[0].httpConfig',
    spec: (client) => ({ receivers: [{ name: 'hook', webhookConfigs: [{ httpConfig: client }] }] }),
  },
];

const clientExamples = CLIENTS.flatMap(({ kind, path, spec }): Example[] => [
  {
    object: object(kind, 'client', spec({ basicAuth, tlsConfig })),
    pointers: [...loginAt(path), ...tlsSecretsAt(path), authoritiesAt(path)],
  },
  { object: object(kind, 'plain', spec({})), pointers: [] },
]);

export const prometheusOperatorKeyExamples: readonly Example[] = [
  ...clientExamples,
  {
    object: object('Prometheus', 'more', {
      additionalScrapeConfigs: { name: 'scrapes', key: 'prometheus.yaml' },
      remoteRead: [
        {
          url: 'https://read.example.com',
          proxyUrl: 'http://proxy.example.com',
          proxyConnectHeader: { 'X.Token': [{ name: 'proxy', key: 'token' }] },
          authorization: { credentials: { name: 'bearer', key: 'token' } },
          oauth2: {
            clientId: { configMap: { name: 'client', key: 'id' } },
            clientSecret: { name: 'client', key: 'secret' },
            tokenUrl: 'https://id.example.com',
          },
        },
      ],
      containers: [{ name: 'extra', env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'extra', key: 'token' } } }] }],
    }),
    pointers: [
      'monitoring-secret spec.additionalScrapeConfigs.name → Secret monitoring/scrapes keys=prometheus.yaml',
      "monitoring-secret spec.remoteRead[0].proxyConnectHeader['X.Token'][0].name → Secret monitoring/proxy keys=token",
      'monitoring-secret spec.remoteRead[0].authorization.credentials.name → Secret monitoring/bearer keys=token',
      'monitoring-secret spec.remoteRead[0].oauth2.clientSecret.name → Secret monitoring/client keys=secret',
      'monitoring-secret spec.containers[0].env[0].valueFrom.secretKeyRef.name → Secret monitoring/extra keys=token',
      'monitoring-config-map spec.remoteRead[0].oauth2.clientId.configMap.name → ConfigMap monitoring/client keys=id',
    ],
  },
  {
    object: object('AlertmanagerConfig', 'receivers', {
      receivers: [
        {
          name: 'people',
          slackConfigs: [{ apiURL: { name: 'slack', key: 'url' } }],
          pagerdutyConfigs: [{ routingKey: { name: 'pager', key: 'key' }, details: [{ key: 'name', value: 'name' }] }],
        },
      ],
      inhibitRules: [{ sourceMatch: [{ name: 'severity', value: 'critical' }] }],
    }),
    pointers: [
      'monitoring-secret spec.receivers[0].slackConfigs[0].apiURL.name → Secret monitoring/slack keys=url',
      'monitoring-secret spec.receivers[0].pagerdutyConfigs[0].routingKey.name → Secret monitoring/pager keys=key',
    ],
  },
  {
    object: object('ServiceMonitor', 'malformed', {
      selector: {},
      endpoints: [
        { port: 'metrics', bearerTokenSecret: { name: 7, key: 'token' } },
        { port: 'metrics', bearerTokenSecret: { name: '', key: '' } },
        { port: 'metrics', bearerTokenSecret: { name: 'token', key: 'token', namespace: 'elsewhere' } },
      ],
    }),
    pointers: [],
  },
];
