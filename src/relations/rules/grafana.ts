/** The Grafana operator: the folders that dashboards lie in, and certificates. */
import type { KindKey } from '../../kube/kind.ts';
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const grafana = (kind: string): KindKey => ({ group: 'grafana.integreatly.org', kind });
const folder = grafana('GrafanaFolder');

const inFolders: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  { from: grafana('GrafanaDashboard'), path: 'spec.folderRef', reverse: 'grafanaDashboards' },
  { from: grafana('GrafanaAlertRuleGroup'), path: 'spec.folderRef', reverse: 'grafanaAlertRuleGroups' },
  { from: folder, path: 'spec.parentFolderRef', reverse: 'childGrafanaFolders' },
];

export const grafanaRules: readonly RelationRule[] = [
  ...inFolders.map(
    ({ from, path, reverse }): RelationRule => ({
      relation: 'grafana-folder',
      from,
      path,
      target: folder,
      namespace: 'source',
      forward: { name: 'grafanaFolders' },
      reverse: { name: reverse },
      source: `grafana-operator v1beta1 ${from.kind}Spec.${path.slice('spec.'.length)}: in the same namespace`,
    }),
  ),
  ...atPaths(['spec.client.tls.certSecretRef.name', 'spec.external.tls.certSecretRef.name'], {
    relation: 'grafana-secret',
    from: grafana('Grafana'),
    target: secret,
    namespace: { path: 'namespace' },
    forward: { name: 'secrets' },
    reverse: { name: 'grafanas' },
    source: 'grafana-operator v1beta1 TLSConfig.certSecretRef',
  }),
];
