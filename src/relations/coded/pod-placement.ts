/**
 * Where pods may run, and beside which other pods. Only what is required: a preference forbids nothing and asks for nothing, so that a pod
 * stands in no relation to what it would rather have. A term by fields (`metadata.name`, which the DaemonSet controller writes into its
 * pods) is left out: no selector of labels can ask it, and the rule `pod-named-node` reads it.
 */
import { requirementsOf } from '../../kube/label-selector.ts';
import { isLabelValue } from '../../kube/label-syntax.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, isObject, objectAt, valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { node, pod } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';
import { scopesOf } from './namespace-scopes.ts';
import { termRequirements } from './node-selector-terms.ts';
import { onPodSpecs, type PodSpecInput } from './pod-spec.ts';

const NODES = 'pod-schedulable-node';
const SPREAD = 'pod-topology-spread';
const NODE_TERMS = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'] as const;

const affinities = [
  {
    relation: 'pod-affinity',
    key: 'podAffinity',
    forward: 'affinityPods',
    reverse: 'affinityFromPods',
    workloads: 'affinityFromWorkloads',
  },
  {
    relation: 'pod-anti-affinity',
    key: 'podAntiAffinity',
    forward: 'antiAffinityPods',
    reverse: 'antiAffinityFromPods',
    workloads: 'antiAffinityFromWorkloads',
  },
] as const;

export const podPlacementRelations: readonly CodedRelation[] = [
  ...onPodSpecs({
    relation: NODES,
    target: node,
    selects: true,
    forward: { name: 'schedulableNodes' },
    reverse: { name: 'schedulablePods', workloads: 'schedulableWorkloads' },
    source: 'core/v1 PodSpec.nodeSelector and NodeAffinity.required…: both must hold; terms are ORed',
    describe:
      '`nodeSelector` and `affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchExpressions`; of a spec that has neither, and of terms with matchFields, nothing is told here: what those name is a relation of its own. Taints and resources are not considered',
    extract: (input) => ({ selectors: nodeSelectors(input) }),
  }),
  ...affinities.flatMap(({ relation, key, forward, reverse, workloads }) => {
    const terms = ['affinity', key, 'requiredDuringSchedulingIgnoredDuringExecution'] as const;
    return onPodSpecs({
      relation,
      target: pod,
      selects: true,
      crossesNamespaces: true,
      forward: { name: forward },
      reverse: { name: reverse, workloads },
      source: 'core/v1 PodAffinityTerm: a nil labelSelector matches no pods; namespaces and namespaceSelector are ORed',
      describe: `\`${terms.join('.')}[]\` with matchLabelKeys; pods of its own namespace, of \`namespaces\`, of all (\`{}\`), or of those that namespaceSelector names by \`kubernetes.io/metadata.name\``,
      extract: ({ spec, path, indexes, labels, namespace }) => ({
        selectors: arrayAt(spec, ...terms).flatMap((term, index): SelectorDraft[] => {
          const requirements = podRequirements(term, labels);
          if (requirements === null) return [];
          const draft = {
            relation,
            path: `${path}.${terms.join('.')}[].labelSelector`,
            indexes: [...indexes, index],
            ...pod,
            requirements,
          };
          return affinityScopes(term, namespace).map((scope) => ({ ...draft, namespace: scope }));
        }),
      }),
    });
  }),
  ...onPodSpecs({
    relation: SPREAD,
    target: pod,
    selects: true,
    forward: { name: 'spreadPods' },
    reverse: { name: 'spreadFromPods', workloads: 'spreadFromWorkloads' },
    source: 'core/v1 TopologySpreadConstraint: pods of its own namespace are counted',
    describe: '`topologySpreadConstraints[].labelSelector` with matchLabelKeys, where whenUnsatisfiable is DoNotSchedule',
    extract: ({ spec, path, indexes, labels, namespace }) => ({
      selectors: arrayAt(spec, 'topologySpreadConstraints').flatMap((constraint, index): SelectorDraft[] => {
        if (valueAt(constraint, 'whenUnsatisfiable') === 'ScheduleAnyway') return [];
        const requirements = podRequirements(constraint, labels);
        if (requirements === null) return [];
        return [
          {
            relation: SPREAD,
            path: `${path}.topologySpreadConstraints[].labelSelector`,
            indexes: [...indexes, index],
            ...pod,
            namespace,
            requirements,
          },
        ];
      }),
    }),
  }),
];

function nodeSelectors({ spec, path, indexes }: PodSpecInput): SelectorDraft[] {
  const labels = objectAt(spec, 'nodeSelector') ?? {};
  const byLabels = requirementsOf({ matchLabels: labels });
  if (byLabels === null) return [];
  const terms = valueAt(spec, ...NODE_TERMS);
  const draft = { relation: NODES, ...node, namespace: null };
  if (!Array.isArray(terms)) {
    return byLabels.length === 0 ? [] : [{ ...draft, path: `${path}.nodeSelector`, indexes, requirements: byLabels }];
  }
  return terms.flatMap((term, index): SelectorDraft[] => {
    const requirements = termRequirements(term);
    if (requirements === null) return [];
    return [
      { ...draft, path: `${path}.${NODE_TERMS.join('.')}[]`, indexes: [...indexes, index], requirements: [...byLabels, ...requirements] },
    ];
  });
}

/** The selector of a term, and what matchLabelKeys and mismatchLabelKeys add to it: a key that the pod has not is passed over. */
function podRequirements(term: JsonValue, labels: JsonObject): readonly Requirement[] | null {
  const requirements = requirementsOf(valueAt(term, 'labelSelector'));
  if (requirements === null) return null;
  return [...requirements, ...sameAs(term, 'matchLabelKeys', 'In', labels), ...sameAs(term, 'mismatchLabelKeys', 'NotIn', labels)];
}

function sameAs(term: JsonValue, list: string, operator: 'In' | 'NotIn', labels: JsonObject): readonly Requirement[] {
  return arrayAt(term, list).flatMap((key): Requirement[] => {
    if (typeof key !== 'string' || !Object.hasOwn(labels, key)) return [];
    const value = labels[key];
    return typeof value === 'string' && isLabelValue(value) ? [{ key, operator, values: [value] }] : [];
  });
}

/** The namespaces that are listed, and those that are selected; where neither says any, the pod's own. */
function affinityScopes(term: JsonValue, own: string): readonly (string | null)[] {
  const listed = arrayAt(term, 'namespaces').filter(isPointerText);
  const selector = valueAt(term, 'namespaceSelector');
  const selected = isObject(selector) || listed.length === 0 ? scopesOf(selector, own) : [];
  return selected.includes(null) ? [null] : [...new Set([...listed, ...selected])];
}
