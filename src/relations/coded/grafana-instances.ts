/** Which Grafana shows what is declared for it. */
import { requirementsOf } from '../../kube/label-selector.ts';
import { valueAt } from '../../kube/safe.ts';
import type { CodedRelation } from '../rule.ts';

const GROUP = 'grafana.integreatly.org';
const grafana = { group: GROUP, kind: 'Grafana' } as const;

const declared: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'GrafanaDashboard', reverse: 'grafanaDashboards' },
  { kind: 'GrafanaDatasource', reverse: 'grafanaDatasources' },
  { kind: 'GrafanaFolder', reverse: 'grafanaFolders' },
  { kind: 'GrafanaAlertRuleGroup', reverse: 'grafanaAlertRuleGroups' },
  { kind: 'GrafanaContactPoint', reverse: 'grafanaContactPoints' },
];

export const grafanaInstanceRelations: readonly CodedRelation[] = declared.map(
  ({ kind, reverse }): CodedRelation => ({
    relation: 'grafana-instance',
    from: { group: GROUP, kind },
    target: grafana,
    selects: true,
    forward: { name: 'grafanas' },
    reverse: { name: reverse },
    source: `grafana-operator v1beta1 ${kind}Spec.instanceSelector`,
    describe:
      '`spec.instanceSelector`; empty selects all, absent none; in its own namespace, in every one where `allowCrossNamespaceImport` is true',
    extract: ({ object, namespace }) => {
      const requirements = requirementsOf(valueAt(object, 'spec', 'instanceSelector'));
      if (requirements === null) return {};
      const scope = valueAt(object, 'spec', 'allowCrossNamespaceImport') === true ? null : (namespace ?? '');
      const path = 'spec.instanceSelector';
      return { selectors: [{ relation: 'grafana-instance', path, indexes: [], ...grafana, namespace: scope, requirements }] };
    },
  }),
);
