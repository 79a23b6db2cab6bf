/** Label selectors: which objects a Service, policy or budget applies to. Nil and empty ones differ by API. */
import { requirementsOf } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, isObject, objectAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { clusterRole, networkPolicy, node, pod, podDisruptionBudget, runtimeClass, service } from '../kinds.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';

const NONE = {} as const;

/** A map of labels; nil, empty or malformed ones select nothing. */
function requirementsOfMap(labels: JsonValue | undefined): readonly Requirement[] {
  return isObject(labels) ? (requirementsOf({ matchLabels: labels }) ?? []) : [];
}

const serviceSelector: CodedRelation = {
  relation: 'service-pod',
  from: service,
  target: pod,
  selects: true,
  source: 'core/v1 ServiceSpec.selector: ignored where the type is ExternalName',
  describe: '`spec.selector`, a map of labels; nil or empty selects nothing',
  extract: ({ object, namespace }) => {
    if (valueAt(object, 'spec', 'type') === 'ExternalName') return NONE;
    const requirements = requirementsOfMap(valueAt(object, 'spec', 'selector'));
    return requirements.length === 0
      ? NONE
      : { selectors: [draft({ relation: 'service-pod', path: 'spec.selector', namespace, requirements })] };
  },
};

const networkPolicySelector: CodedRelation = {
  relation: 'network-policy-pod',
  from: networkPolicy,
  target: pod,
  selects: true,
  forward: { name: 'pods' },
  reverse: { name: 'networkPolicies' },
  source: 'networking/v1 NetworkPolicySpec.podSelector: an empty one matches all pods of the namespace',
  describe: '`spec.podSelector`; empty or absent selects every pod of the namespace',
  extract: ({ object, namespace }) => {
    const spec = objectAt(object, 'spec');
    const requirements = spec === undefined ? null : requirementsOf(spec['podSelector'] ?? {});
    if (requirements === null) return NONE;
    return { selectors: [draft({ relation: 'network-policy-pod', path: 'spec.podSelector', namespace, requirements })] };
  },
};

const podDisruptionBudgetSelector: CodedRelation = {
  relation: 'pod-disruption-budget-pod',
  from: podDisruptionBudget,
  target: pod,
  selects: true,
  forward: { name: 'pods' },
  reverse: { name: 'podDisruptionBudgets' },
  source: 'policy/v1 PodDisruptionBudgetSpec.selector',
  describe: '`spec.selector`; empty selects every pod of the namespace, nil none',
  extract: ({ object, namespace }) => {
    const requirements = requirementsOf(valueAt(object, 'spec', 'selector'));
    if (requirements === null) return NONE;
    return { selectors: [draft({ relation: 'pod-disruption-budget-pod', path: 'spec.selector', namespace, requirements })] };
  },
};

const clusterRoleAggregation: CodedRelation = {
  relation: 'cluster-role-aggregation',
  from: clusterRole,
  target: clusterRole,
  selects: true,
  forward: { name: 'aggregatedClusterRoles' },
  reverse: { name: 'aggregatingClusterRoles' },
  source: 'rbac/v1 AggregationRule.clusterRoleSelectors: any of them',
  describe: '`aggregationRule.clusterRoleSelectors[]`; any of them selects',
  extract: ({ object }) => ({
    selectors: arrayAt(object, 'aggregationRule', 'clusterRoleSelectors').flatMap((selector, index) => {
      const requirements = requirementsOf(selector);
      if (requirements === null) return [];
      const path = 'aggregationRule.clusterRoleSelectors[]';
      return [{ relation: 'cluster-role-aggregation', path, indexes: [index], ...clusterRole, namespace: null, requirements }];
    }),
  }),
};

const runtimeClassNodes: CodedRelation = {
  relation: 'runtime-class-node',
  from: runtimeClass,
  target: node,
  selects: true,
  forward: { name: 'nodes' },
  reverse: { name: 'runtimeClasses' },
  source: 'node/v1 Scheduling.nodeSelector',
  describe: '`scheduling.nodeSelector`, a map of labels; nil or empty restricts nothing and is left out',
  extract: ({ object }) => {
    const requirements = requirementsOfMap(valueAt(object, 'scheduling', 'nodeSelector'));
    if (requirements.length === 0) return NONE;
    const path = 'scheduling.nodeSelector';
    return { selectors: [{ relation: 'runtime-class-node', path, indexes: [], ...node, namespace: null, requirements }] };
  },
};

export const selectorRelations: readonly CodedRelation[] = [
  serviceSelector,
  networkPolicySelector,
  podDisruptionBudgetSelector,
  clusterRoleAggregation,
  runtimeClassNodes,
];

/** A selector of pods in the namespace of its source; of a manifest that names no namespace, those that name none either. */
function draft(selector: Pick<SelectorDraft, 'relation' | 'path' | 'namespace' | 'requirements'>): SelectorDraft {
  return { ...selector, namespace: selector.namespace ?? '', indexes: [], ...pod };
}
