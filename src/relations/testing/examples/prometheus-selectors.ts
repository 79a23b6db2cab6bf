import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const object = (kind: string, name: string, spec: JsonObject, version = 'v1'): JsonObject => ({
  apiVersion: `monitoring.coreos.com/${version}`,
  kind,
  metadata: { name, namespace: 'monitoring' },
  spec,
});

const web = { matchLabels: { app: 'web' } };
const endpoints = [{ port: 'metrics' }];
const monitor = 'monitor-target spec.selector → Service';
const group = 'monitoring.coreos.com';

export const prometheusOperatorExamples: readonly Example[] = [
  { object: object('ServiceMonitor', 'own', { selector: web, endpoints }), pointers: [`${monitor} monitoring/{app In web}`] },
  {
    object: object('ServiceMonitor', 'any', { selector: web, endpoints, namespaceSelector: { any: true } }),
    pointers: [`${monitor} {app In web}`],
  },
  {
    object: object('ServiceMonitor', 'named', { selector: {}, endpoints, namespaceSelector: { matchNames: ['shop', 'data', 'shop'] } }),
    pointers: [`${monitor} shop/{}`, `${monitor} data/{}`],
  },
  {
    object: object('PodMonitor', 'web', { selector: web, podMetricsEndpoints: endpoints, namespaceSelector: { matchNames: [] } }),
    pointers: ['monitor-target spec.selector → Pod monitoring/{app In web}'],
  },
  {
    object: object('Probe', 'every-ingress', { prober: { url: 'prober.example.org' }, targets: { ingress: {} } }),
    pointers: ['monitor-target spec.targets.ingress.selector → Ingress.networking.k8s.io monitoring/{}'],
  },
  {
    object: object('Probe', 'static', { prober: { url: 'prober.example.org' }, targets: { staticConfig: { static: ['a.example.org'] } } }),
    pointers: [],
  },
  {
    object: object('Prometheus', 'all', {
      serviceMonitorSelector: {},
      serviceMonitorNamespaceSelector: {},
      podMonitorSelector: web,
      probeSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
      // Which namespaces have the label nobody knows here.
      probeNamespaceSelector: { matchLabels: { team: 'shop' } },
      scrapeConfigSelector: {},
      ruleSelector: web,
      ruleNamespaceSelector: {},
    }),
    pointers: [
      `prometheus-monitor spec.serviceMonitorSelector → ServiceMonitor.${group} {}`,
      `prometheus-monitor spec.podMonitorSelector → PodMonitor.${group} monitoring/{app In web}`,
      `prometheus-monitor spec.scrapeConfigSelector → ScrapeConfig.${group} monitoring/{}`,
      `prometheus-rule spec.ruleSelector → PrometheusRule.${group} {app In web}`,
    ],
  },
  {
    object: object('Prometheus', 'probes', { probeSelector: {} }),
    pointers: [`prometheus-monitor spec.probeSelector → Probe.${group} monitoring/{}`],
  },
  {
    object: object(
      'PrometheusAgent',
      'agent',
      { serviceMonitorSelector: {}, podMonitorSelector: {}, probeSelector: {}, scrapeConfigSelector: {} },
      'v1alpha1',
    ),
    pointers: ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].map(
      (kind) => `prometheus-monitor spec.${kind.charAt(0).toLowerCase()}${kind.slice(1)}Selector → ${kind}.${group} monitoring/{}`,
    ),
  },
  {
    object: object('ThanosRuler', 'ruler', { ruleSelector: {}, queryEndpoints: ['query.example.org:10902'] }),
    pointers: [`prometheus-rule spec.ruleSelector → PrometheusRule.${group} monitoring/{}`],
  },
  {
    object: object('Alertmanager', 'main', { alertmanagerConfigSelector: web }),
    pointers: [`alertmanager-config spec.alertmanagerConfigSelector → AlertmanagerConfig.${group} monitoring/{app In web}`],
  },
  {
    object: { ...object('ServiceMonitor', 'malformed', {}), spec: 'x' },
    pointers: [],
  },
  { object: { ...object('PodMonitor', 'malformed', {}), spec: null }, pointers: [] },
  ...['Prometheus', 'ThanosRuler', 'Alertmanager'].map((kind) => bare('monitoring.coreos.com/v1', kind, 'monitoring')),
  bare('monitoring.coreos.com/v1alpha1', 'PrometheusAgent', 'monitoring'),
];
