/**
 * Cilium's policies: the pods and nodes that they are for, and the pods that they name in their rules. Keys of labels say where a label comes
 * from (`k8s:`, `any:`); some are no labels of the pod: its namespace, which is asked, and identities, clusters and accounts, which are not:
 * a selector with one of those is left out. Source: cilium pkg/k8s/apis/cilium.io/utils and pkg/policy/api.
 */

import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, isObject, objectAt, valueAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { node, pod } from '../kinds.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';

const clusterwide: KindKey = { group: 'cilium.io', kind: 'CiliumClusterwideNetworkPolicy' };

const policies: readonly { readonly from: KindKey; readonly name: string }[] = [
  { from: { group: 'cilium.io', kind: 'CiliumNetworkPolicy' }, name: 'ciliumNetworkPolicies' },
  { from: clusterwide, name: 'ciliumClusterwideNetworkPolicies' },
];

const NAMESPACE_OF_POD = 'io.kubernetes.pod.namespace';
const NAME_OF_NAMESPACE = 'io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name';

const LISTS = [
  ...['ingress', 'ingressDeny'].map((rules) => [rules, 'fromEndpoints'] as const),
  ...['egress', 'egressDeny'].map((rules) => [rules, 'toEndpoints'] as const),
];

const ofBoth: readonly CodedRelation[] = policies.flatMap(({ from, name }): readonly CodedRelation[] => [
  {
    relation: 'cilium-policy-pod',
    from,
    target: pod,
    selects: true,
    forward: { name: 'pods' },
    reverse: { name },
    source: 'cilium v2 Rule.endpointSelector: of a policy of a namespace always pods of that namespace',
    describe: '`endpointSelector` of `spec` and `specs[]`; empty selects all, absent none',
    extract: ({ object, namespace }) => ({
      selectors: specsOf(object).flatMap(({ path, indexes, spec }): SelectorDraft[] => {
        const asked = askedOf(spec['endpointSelector']);
        if (asked === null) return [];
        const scopes = namespace === null ? (asked.namespaces ?? [null]) : [namespace];
        const draft = {
          relation: 'cilium-policy-pod',
          path: `${path}.endpointSelector`,
          indexes,
          ...pod,
          requirements: asked.requirements,
        };
        return scopes.map((scope) => ({ ...draft, namespace: scope }));
      }),
    }),
  },
  {
    relation: 'cilium-policy-peer-pod',
    from,
    target: pod,
    selects: true,
    forward: { name: 'peerPods' },
    reverse: { name: `peer${name.slice(0, 1).toUpperCase()}${name.slice(1)}` },
    source: 'cilium v2 IngressCommonRule.fromEndpoints, EgressCommonRule.toEndpoints: pods of its own namespace unless they say another',
    describe:
      '`fromEndpoints[]` and `toEndpoints[]` of every rule of `spec` and `specs[]`; of a policy of the whole cluster pods of all namespaces',
    extract: ({ object, namespace }) => ({
      selectors: specsOf(object).flatMap((place) => peersOf(place, namespace)),
    }),
  },
]);

export const ciliumPolicyRelations: readonly CodedRelation[] = [
  ...ofBoth,
  {
    relation: 'cilium-policy-node',
    from: clusterwide,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'ciliumClusterwideNetworkPolicies' },
    source: 'cilium v2 Rule.nodeSelector: of policies of the whole cluster',
    describe: '`nodeSelector` of `spec` and `specs[]`; empty selects all, absent none',
    extract: ({ object, namespace }) => ({
      selectors: specsOf(object).flatMap(({ path, indexes, spec }): SelectorDraft[] => {
        const asked = namespace === null ? askedOf(spec['nodeSelector']) : null;
        if (asked === null || asked.namespaces !== null) return [];
        const { requirements } = asked;
        return [{ relation: 'cilium-policy-node', path: `${path}.nodeSelector`, indexes, ...node, namespace: null, requirements }];
      }),
    }),
  },
];

interface Place {
  readonly path: string;
  readonly indexes: readonly number[];
  readonly spec: JsonObject;
}

/** `spec` and each of `specs`: all of them count. */
function specsOf(policy: JsonObject): readonly Place[] {
  const one = objectAt(policy, 'spec');
  return [
    ...(one === undefined ? [] : [{ path: 'spec', indexes: [], spec: one }]),
    ...arrayAt(policy, 'specs').flatMap((spec, index) => (isObject(spec) ? [{ path: 'specs[]', indexes: [index], spec }] : [])),
  ];
}

function peersOf({ path, indexes, spec }: Place, namespace: string | null): SelectorDraft[] {
  return LISTS.flatMap(([rules, endpoints]) =>
    arrayAt(spec, rules).flatMap((rule, ruleIndex) =>
      arrayAt(rule, endpoints).flatMap((selector, index): SelectorDraft[] => {
        const asked = askedOf(selector);
        if (asked === null) return [];
        const draft = {
          relation: 'cilium-policy-peer-pod',
          path: `${path}.${rules}[].${endpoints}[]`,
          indexes: [...indexes, ruleIndex, index],
          ...pod,
          requirements: asked.requirements,
        };
        return (asked.namespaces ?? [namespace]).map((scope) => ({ ...draft, namespace: scope }));
      }),
    ),
  );
}

interface Asked {
  /** Of labels that the object itself has. */
  readonly requirements: readonly Requirement[];
  /** Those that the selector names (null: all of them); null where it says nothing about them. */
  readonly namespaces: readonly (string | null)[] | null;
}

/** null where it selects nothing, or by what is no label. */
function askedOf(selector: JsonValue | undefined): Asked | null {
  const plain = withoutSources(selector);
  const all = plain === null ? null : requirementsOf(plain);
  if (all === null) return null;
  const requirements = all.filter(({ key }) => key !== NAMESPACE_OF_POD && key !== NAME_OF_NAMESPACE);
  if (requirements.some(({ key }) => key.startsWith('io.cilium.k8s.'))) return null;
  let namespaces: readonly (string | null)[] | null = null;
  for (const { key, operator, values } of all) {
    if (key !== NAMESPACE_OF_POD && key !== NAME_OF_NAMESPACE) continue;
    if (operator !== 'In' && operator !== 'Exists') return null;
    const known: readonly (string | null)[] = namespaces ?? [null];
    if (operator === 'Exists') namespaces = known;
    else namespaces = known.includes(null) ? values : known.filter((scope) => scope !== null && values.includes(scope));
  }
  return { requirements, namespaces };
}

/** The selector with bare keys; null where a label is not Kubernetes' own (`reserved:host`). */
function withoutSources(selector: JsonValue | undefined): JsonObject | null {
  if (!isObject(selector)) return null;
  const labels = Object.entries(objectAt(selector, 'matchLabels') ?? {}).map(([key, value]) => [bare(key), value] as const);
  const expressions = arrayAt(selector, 'matchExpressions').map((expression) => {
    const key = valueAt(expression, 'key');
    return isObject(expression) && typeof key === 'string' ? { ...expression, key: bare(key) } : expression;
  });
  const keys = [...labels.map(([key]) => key), ...expressions.map((expression) => valueAt(expression, 'key'))];
  if (keys.includes(null)) return null;
  return { ...selector, matchLabels: Object.fromEntries(labels), matchExpressions: expressions };
}

function bare(key: string): string | null {
  const [source = '', ...rest] = key.split(':');
  if (rest.length === 0) return key;
  return source === 'k8s' || source === 'any' ? rest.join(':') : null;
}
