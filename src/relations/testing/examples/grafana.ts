import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'grafana.integreatly.org/v1beta1',
  kind,
  metadata: { name, namespace: 'monitoring' },
  spec,
});
const FOLDER = 'GrafanaFolder.grafana.integreatly.org monitoring/shop';
const instanceSelector = { matchLabels: { dashboards: 'main' } };

export const grafanaExamples: readonly Example[] = [
  { object: object('GrafanaDashboard', 'web', { folderRef: 'shop' }), pointers: [`grafana-folder spec.folderRef → ${FOLDER}`] },
  { object: object('GrafanaAlertRuleGroup', 'web', { folderRef: 'shop' }), pointers: [`grafana-folder spec.folderRef → ${FOLDER}`] },
  { object: object('GrafanaFolder', 'web', { parentFolderRef: 'shop' }), pointers: [`grafana-folder spec.parentFolderRef → ${FOLDER}`] },
  {
    object: object('Grafana', 'outside', {
      client: { tls: { certSecretRef: { name: 'client' } } },
      external: { url: 'https://grafana.example.com', tls: { certSecretRef: { name: 'client', namespace: 'certs' } } },
    }),
    pointers: [
      'grafana-secret spec.client.tls.certSecretRef.name → Secret monitoring/client',
      'grafana-secret spec.external.tls.certSecretRef.name → Secret certs/client',
    ],
  },
];

export const grafanaInstanceExamples: readonly Example[] = [
  'GrafanaDashboard',
  'GrafanaDatasource',
  'GrafanaFolder',
  'GrafanaAlertRuleGroup',
  'GrafanaContactPoint',
].flatMap((kind): Example[] => [
  {
    object: object(kind, 'near', { instanceSelector }),
    pointers: ['grafana-instance spec.instanceSelector → Grafana.grafana.integreatly.org monitoring/{dashboards In main}'],
  },
  {
    object: object(kind, 'anywhere', { instanceSelector, allowCrossNamespaceImport: true }),
    pointers: ['grafana-instance spec.instanceSelector → Grafana.grafana.integreatly.org {dashboards In main}'],
  },
  { object: object(kind, 'nowhere', {}), pointers: [] },
]);
