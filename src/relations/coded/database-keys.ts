/** What databases and dashboards read out of Secrets and ConfigMaps by their keys. */
import type { CodedRelation } from '../rule.ts';
import { keySelectorRelations } from './key-selectors.ts';

const dashboards: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'Grafana', reverse: 'grafanas' },
  { kind: 'GrafanaDashboard', reverse: 'grafanaDashboards' },
  { kind: 'GrafanaLibraryPanel', reverse: 'grafanaLibraryPanels' },
  { kind: 'GrafanaDatasource', reverse: 'grafanaDatasources' },
  { kind: 'GrafanaContactPoint', reverse: 'grafanaContactPoints' },
];

export const databaseKeyRelations: readonly CodedRelation[] = [
  ...keySelectorRelations({
    from: { group: 'postgresql.cnpg.io', kind: 'Cluster' },
    secrets: 'postgres-secret',
    configMaps: 'postgres-config-map',
    reverse: 'postgresClusters',
    source: 'cloudnative-pg v1 SecretKeySelector and ConfigMapKeySelector: in the namespace of the Cluster',
  }),
  ...dashboards.flatMap(({ kind, reverse }) =>
    keySelectorRelations({
      from: { group: 'grafana.integreatly.org', kind },
      secrets: 'grafana-secret',
      configMaps: 'grafana-config-map',
      reverse,
      source: `grafana-operator v1beta1 ${kind}Spec: in the namespace of the object`,
    }),
  ),
];
