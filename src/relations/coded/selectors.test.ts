import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import { matchesRequirements } from '../../kube/label-selector.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import type { SelectorDraft } from '../rule.ts';
import { selectorExamples } from '../testing/examples/selectors.ts';
import { selectorRelations } from './selectors.ts';
import { volumeNodeRelations } from './volume-nodes.ts';

checkCoded([...selectorRelations, ...volumeNodeRelations], selectorExamples);

const extractor = createExtractor();

function selectorsOf(object: JsonObject): readonly SelectorDraft[] {
  return extractor.extract(extractorInput(object)).selectors;
}

function object(apiVersion: string, kind: string, rest: JsonObject): JsonObject {
  return { apiVersion, kind, metadata: { name: 'x', namespace: 'shop' }, ...rest };
}

const service = (spec: JsonValue) => object('v1', 'Service', { spec });
const policy = (spec: JsonValue) => object('networking.k8s.io/v1', 'NetworkPolicy', { spec });
const budget = (spec: JsonValue) => object('policy/v1', 'PodDisruptionBudget', { spec });

test('a Service selects by a map of labels in its own namespace', () => {
  expect(selectorsOf(service({ selector: { app: 'web', tier: 'front' } }))).toEqual([
    {
      relation: 'service-pod',
      path: 'spec.selector',
      indexes: [],
      group: '',
      kind: 'Pod',
      namespace: 'shop',
      requirements: [
        { key: 'app', operator: 'In', values: ['web'] },
        { key: 'tier', operator: 'In', values: ['front'] },
      ],
    },
  ]);
});

test.each<[string, JsonObject]>([
  ['nil', service({})],
  ['null', service({ selector: null })],
  ['empty', service({ selector: {} })],
  ['ignored, for the type is ExternalName', service({ type: 'ExternalName', selector: { app: 'web' } })],
  ['not a map', service({ selector: ['app'] })],
  ['not of strings', service({ selector: { app: 1 } })],
  ['without a spec', service(null)],
])('a Service selects nothing: its selector is %s', (_, captured) => {
  expect(selectorsOf(captured)).toEqual([]);
});

test.each<[string, JsonValue]>([
  ['empty', { podSelector: {} }],
  ['absent', {}],
  ['null', { podSelector: null }],
])('a NetworkPolicy selects every pod of its namespace: its selector is %s', (_, spec) => {
  expect(selectorsOf(policy(spec))).toMatchObject([{ relation: 'network-policy-pod', namespace: 'shop', requirements: [] }]);
});

test.each<[string, JsonValue]>([
  ['no object', { podSelector: 'app=web' }],
  ['malformed', { podSelector: { matchExpressions: [{ key: 'app', operator: 'Like', values: ['w'] }] } }],
  ['nowhere, for there is no spec', null],
])('a NetworkPolicy selects nothing: its selector is %s', (_, spec) => {
  expect(selectorsOf(policy(spec))).toEqual([]);
});

test('a PodDisruptionBudget of policy/v1 selects every pod by an empty selector, none by nil', () => {
  expect(selectorsOf(budget({ selector: {} }))).toMatchObject([{ relation: 'pod-disruption-budget-pod', requirements: [] }]);
  expect(selectorsOf(budget({}))).toEqual([]);
});

test('a PodDisruptionBudget of policy/v1beta1 selects no pod by an empty selector', () => {
  const captured = { ...budget({ selector: {} }), apiVersion: 'policy/v1beta1' };
  const pods = selectorsOf(captured).filter(({ requirements }) => matchesRequirements({ app: 'web' }, requirements));
  expect(pods).toEqual([]);
});

test('selectors are full label selectors: a pod with more labels matches, and every operator counts', () => {
  const [selector] = selectorsOf(
    budget({
      selector: {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'tier', operator: 'In', values: ['front', 'edge'] },
          { key: 'canary', operator: 'NotIn', values: ['true'] },
          { key: 'team', operator: 'Exists' },
          { key: 'legacy', operator: 'DoesNotExist' },
        ],
      },
    }),
  );
  const requirements = selector?.requirements ?? [];
  const labels = { app: 'web', tier: 'front', team: 'a', more: 'labels' };
  expect(requirements).toHaveLength(5);
  expect(matchesRequirements(labels, requirements)).toBe(true);
  for (const other of [{ app: 'x' }, { tier: 'back' }, { canary: 'true' }, { legacy: '' }]) {
    expect(matchesRequirements({ ...labels, ...other }, requirements)).toBe(false);
  }
});

test('a ClusterRole aggregates by any of its selectors, in no namespace', () => {
  const role = object('rbac.authorization.k8s.io/v1', 'ClusterRole', {
    aggregationRule: {
      clusterRoleSelectors: [{ matchLabels: { 'rbac.example.com/a': 'true' } }, 'malformed', { matchLabels: { b: 'x' } }],
    },
  });
  expect(selectorsOf(role).map(({ kind, namespace, indexes }) => ({ kind, namespace, indexes }))).toEqual([
    { kind: 'ClusterRole', namespace: null, indexes: [0] },
    { kind: 'ClusterRole', namespace: null, indexes: [2] },
  ]);
  expect(selectorsOf(object('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: [] }))).toEqual([]);
});

test('a RuntimeClass selects nodes; without a selector it restricts none', () => {
  const runtimeClass = (rest: JsonObject) => object('node.k8s.io/v1', 'RuntimeClass', rest);
  expect(selectorsOf(runtimeClass({ scheduling: { nodeSelector: { runtime: 'gvisor' } } }))).toMatchObject([
    { kind: 'Node', namespace: null },
  ]);
  expect(selectorsOf(runtimeClass({ scheduling: {} }))).toEqual([]);
});

test('a PersistentVolume selects nodes by any term; empty terms and those with fields select none', () => {
  const expression = (operator: string, ...values: string[]) => ({ key: 'k', operator, values });
  const volume = (...nodeSelectorTerms: JsonValue[]) =>
    object('v1', 'PersistentVolume', { spec: { nodeAffinity: { required: { nodeSelectorTerms } } } });
  const found = selectorsOf(
    volume(
      { matchExpressions: [expression('In', 'a', 'b'), expression('Gt', '3')] },
      {},
      { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['x'] }], matchExpressions: [expression('Exists')] },
      { matchExpressions: [expression('Lt', 'no number')] },
      { matchExpressions: [expression('DoesNotExist')] },
      { matchExpressions: [expression('toString', '1')] },
      { matchExpressions: [expression('__proto__', '1')] },
    ),
  );
  expect(found.map(({ indexes, requirements }) => [indexes[0], requirements.map(({ operator }) => operator)])).toEqual([
    [0, ['In', 'GreaterThan']],
    [4, ['DoesNotExist']],
  ]);
});

test('a selector of a manifest without a namespace does not reach into every namespace', () => {
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { app: 'web' } } };
  const all = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'all' }, spec: { podSelector: {} } };
  expect([...selectorsOf(service), ...selectorsOf(all)].map(({ namespace }) => namespace)).toEqual(['', '']);
});
