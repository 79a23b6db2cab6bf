/** What the kinds of the Prometheus operator read out of Secrets and ConfigMaps: hundreds of fields, all of one shape. */
import { valueAt } from '../../kube/safe.ts';
import { configMap, secret } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import { keySelectorDraft, keySelectorsIn } from './key-selectors.ts';

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

const targets = [
  { target: secret, relation: 'monitoring-secret', forward: 'secrets', shape: 'SecretKeySelector' },
  { target: configMap, relation: 'monitoring-config-map', forward: 'configMaps', shape: 'ConfigMapKeySelector' },
] as const;

export const prometheusOperatorKeyRelations: readonly CodedRelation[] = readers.flatMap(({ kind, reverse }) =>
  targets.map(
    ({ target, relation, forward, shape }): CodedRelation => ({
      relation,
      from: { group: 'monitoring.coreos.com', kind },
      target,
      forward: { name: forward },
      reverse: { name: reverse },
      source: `prometheus-operator ${kind}Spec: core/v1 ${shape}, in the namespace of the object`,
      describe: `every \`{name, key, optional}\` below \`spec\` that is ${target === configMap ? 'called `configMap`' : 'not called `configMap`'}: credentials, certificates, tokens, addresses, configurations`,
      extract: ({ object, namespace }) => {
        const found = keySelectorsIn(valueAt(object, 'spec')).filter((one) => one.target === target.kind);
        return found.length === 0 ? {} : { references: found.map((one) => keySelectorDraft(relation, namespace, one)) };
      },
    }),
  ),
);
