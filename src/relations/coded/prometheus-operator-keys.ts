/** What the kinds of the Prometheus operator read out of Secrets and ConfigMaps: hundreds of fields, all of one shape. */
import type { CodedRelation } from '../rule.ts';
import { keySelectorRelations } from './key-selectors.ts';

const readers: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'Prometheus', reverse: 'prometheusServers' },
  { kind: 'PrometheusAgent', reverse: 'prometheusAgents' },
  { kind: 'Alertmanager', reverse: 'alertmanagers' },
  { kind: 'ThanosRuler', reverse: 'thanosRulers' },
  { kind: 'ServiceMonitor', reverse: 'serviceMonitors' },
  { kind: 'PodMonitor', reverse: 'podMonitors' },
  { kind: 'Probe', reverse: 'probes' },
  { kind: 'ScrapeConfig', reverse: 'scrapeConfigs' },
  { kind: 'AlertmanagerConfig', reverse: 'alertmanagerConfigs' },
];

export const prometheusOperatorKeyRelations: readonly CodedRelation[] = readers.flatMap(({ kind, reverse }) =>
  keySelectorRelations({
    from: { group: 'monitoring.coreos.com', kind },
    secrets: 'monitoring-secret',
    configMaps: 'monitoring-config-map',
    reverse,
    source: `prometheus-operator ${kind}Spec: core/v1 SecretKeySelector and ConfigMapKeySelector, in the namespace of the object`,
  }),
);
