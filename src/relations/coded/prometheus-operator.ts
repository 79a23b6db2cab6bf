/**
 * Which objects the Prometheus operator selects. A nil selector selects nothing, an empty one everything; where namespaces are selected by
 * labels, nil means its own, empty all; by other labels than that of the name it is not known when an object is read, and no selector is written:
 * one of all namespaces would say too much.
 */
import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, isObject, valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { ingress, pod, service } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation } from '../rule.ts';
import { scopesOf } from './namespace-scopes.ts';

const monitoring = (kind: string): KindKey => ({ group: 'monitoring.coreos.com', kind });
const prometheus = monitoring('Prometheus');
const prometheusAgent = monitoring('PrometheusAgent');

interface Selection {
  readonly relation: string;
  readonly from: KindKey;
  readonly target: KindKey;
  /** Of the selector, and of what says the namespaces. */
  readonly path: string;
  readonly isStruct?: true;
  readonly namespaces: string;
  readonly forward: string;
  readonly reverse: string;
}

/** `namespaceSelector: {any, matchNames}` */
const byNames: readonly Selection[] = [
  { from: monitoring('ServiceMonitor'), target: service, path: 'spec.selector', forward: 'services', reverse: 'serviceMonitors' },
  { from: monitoring('PodMonitor'), target: pod, path: 'spec.selector', forward: 'pods', reverse: 'podMonitors' },
  { from: monitoring('Probe'), target: ingress, path: 'spec.targets.ingress.selector', forward: 'ingresses', reverse: 'probes' },
].map((row) => ({ ...row, relation: 'monitor-target', isStruct: true, namespaces: row.path.replace(/selector$/, 'namespaceSelector') }));

const scraped = ['ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'].map((kind) => ({
  kind,
  field: `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
}));

const rulers: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: prometheus, reverse: 'prometheusServers' },
  { from: monitoring('ThanosRuler'), reverse: 'thanosRulers' },
];

/** `…NamespaceSelector`, a label selector of namespaces */
const byLabels: readonly Selection[] = [
  ...[prometheus, prometheusAgent].flatMap((from) =>
    scraped.map(({ kind, field }) => ({
      relation: 'prometheus-monitor',
      from,
      target: monitoring(kind),
      path: `spec.${field}Selector`,
      namespaces: `spec.${field}NamespaceSelector`,
      forward: `${field}s`,
      reverse: from === prometheus ? 'prometheusServers' : 'prometheusAgents',
    })),
  ),
  ...rulers.map(({ from, reverse }) => ({
    relation: 'prometheus-rule',
    from,
    target: monitoring('PrometheusRule'),
    path: 'spec.ruleSelector',
    namespaces: 'spec.ruleNamespaceSelector',
    forward: 'prometheusRules',
    reverse,
  })),
  {
    relation: 'alertmanager-config',
    from: monitoring('Alertmanager'),
    target: monitoring('AlertmanagerConfig'),
    path: 'spec.alertmanagerConfigSelector',
    namespaces: 'spec.alertmanagerConfigNamespaceSelector',
    forward: 'alertmanagerConfigs',
    reverse: 'alertmanagers',
  },
];

export const prometheusOperatorRelations: readonly CodedRelation[] = [
  ...byNames.map((row) => coded(row, namesOf, '`any: true` selects in every namespace, `matchNames` in those, else in its own')),
  ...byLabels.map((row) =>
    coded(
      row,
      (written, own) => scopesOf(written, own ?? ''),
      'nil selects in its own namespace, empty in every, by name in those; what selects by other labels is left out',
    ),
  ),
];

/** Each namespace in which is selected; null: every one. */
type Namespaces = (written: JsonValue | undefined, own: string | null) => readonly (string | null)[];

function coded(row: Selection, namespacesOf: Namespaces, describe: string): CodedRelation {
  const { relation, from, target, path } = row;
  return {
    relation,
    from,
    target,
    selects: true,
    forward: { name: row.forward },
    reverse: { name: row.reverse },
    source: `prometheus-operator ${from.kind}Spec`,
    describe: `\`${path}\`; nil selects nothing, empty everything. \`${row.namespaces}\`: ${describe}`,
    extract: ({ object, namespace }) => {
      const requirements = requirementsOf(selectorAt(object, row));
      if (requirements === null) return {};
      const selectors = namespacesOf(at(object, row.namespaces), namespace).map((wanted) => {
        return { relation, path, indexes: [], ...target, namespace: wanted, requirements };
      });
      return { selectors };
    },
  };
}

/** Where the selector is a struct, not a pointer, an absent one is empty. */
function selectorAt(object: JsonObject, { path, isStruct }: Selection): JsonValue | undefined {
  const holder = at(object, path.slice(0, path.lastIndexOf('.')));
  return at(object, path) ?? (isStruct && isObject(holder) ? {} : undefined);
}

function at(object: JsonObject, path: string): JsonValue | undefined {
  return valueAt(object, ...path.split('.'));
}

/** Of a manifest that names no namespace, those that name none either. */
function namesOf(written: JsonValue | undefined, own: string | null): readonly (string | null)[] {
  if (valueAt(written, 'any') === true) return [null];
  const named = [...new Set(arrayAt(written, 'matchNames'))].filter(isPointerText);
  return named.length > 0 ? named : [own ?? ''];
}
