import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { ciliumPolicyExamples } from '../testing/examples/cilium-policies.ts';
import { ciliumPolicyRelations } from './cilium-policies.ts';

checkCoded(ciliumPolicyRelations, ciliumPolicyExamples);

const extractor = createExtractor({ rules: [], coded: ciliumPolicyRelations });
const web = { matchLabels: { app: 'web' } };
const none = { matchLabels: { 'reserved:host': '' } };

function found(kind: string, rest: JsonObject): string[] {
  const metadata = { name: 'x', ...(kind === 'CiliumNetworkPolicy' ? { namespace: 'shop' } : {}) };
  const { selectors } = extractor.extract(extractorInput({ apiVersion: 'cilium.io/v2', kind, metadata, ...rest }));
  return selectors.map(
    ({ kind: target, path, indexes, namespace, requirements }) =>
      `${path} ${indexes.join()} → ${target} in ${namespace ?? '*'}: ${requirements.map(({ key, operator, values }) => `${key} ${operator} ${values.join('|')}`.trim()).join(' & ')}`,
  );
}
const inNamespace = (rest: JsonObject) => found('CiliumNetworkPolicy', rest);
const everywhere = (rest: JsonObject) => found('CiliumClusterwideNetworkPolicy', rest);

test('a policy is for pods of its own namespace, or of all; sources of labels go', () => {
  const endpointSelector = { matchLabels: { 'k8s:app': 'web' }, matchExpressions: [{ key: 'any:tier', operator: 'Exists' }] };
  expect(inNamespace({ spec: { endpointSelector } })).toEqual(['spec.endpointSelector  → Pod in shop: app In web & tier Exists']);
  expect(everywhere({ spec: { endpointSelector: {} } })).toEqual(['spec.endpointSelector  → Pod in *: ']);
  expect(everywhere({ spec: { endpointSelector: { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'pay' } } } })).toEqual([
    'spec.endpointSelector  → Pod in pay: ',
  ]);
});

test('each of specs counts', () => {
  expect(inNamespace({ specs: [{ endpointSelector: web }, 'bad', { endpointSelector: {} }] })).toEqual([
    'specs[].endpointSelector 0 → Pod in shop: app In web',
    'specs[].endpointSelector 2 → Pod in shop: ',
  ]);
});

test('nodes, by policies of the whole cluster alone', () => {
  expect(everywhere({ spec: { nodeSelector: { matchLabels: { disk: 'ssd' } } } })).toEqual(['spec.nodeSelector  → Node in *: disk In ssd']);
  expect(inNamespace({ spec: { nodeSelector: {} } })).toEqual([]);
});

test.each<[string, JsonValue, string[]]>([
  ['its own namespace', web, ['Pod in shop: app In web']],
  ['a namespace that it names', { matchLabels: { 'k8s:io.kubernetes.pod.namespace': 'pay', app: 'web' } }, ['Pod in pay: app In web']],
  [
    'a namespace by its label',
    { matchLabels: { 'k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name': 'pay' } },
    ['Pod in pay: '],
  ],
  ['any namespace', { matchExpressions: [{ key: 'k8s:io.kubernetes.pod.namespace', operator: 'Exists' }] }, ['Pod in *: ']],
  ['all of its own', {}, ['Pod in shop: ']],
  [
    'all namespaces but one: not told',
    { matchExpressions: [{ key: 'io.kubernetes.pod.namespace', operator: 'NotIn', values: ['pay'] }] },
    [],
  ],
  ['namespaces by other labels: not told', { matchLabels: { 'io.cilium.k8s.namespace.labels.team': 'x' } }, []],
  ['an account: not told', { matchLabels: { 'k8s:io.cilium.k8s.policy.serviceaccount': 'web' } }, []],
  ['no pods', none, []],
  ['nothing sensible', 'all', []],
])('a peer: %s', (_what, peer, expected) => {
  const paths: readonly (readonly [string, string])[] = [
    ['ingress', 'fromEndpoints'],
    ['ingressDeny', 'fromEndpoints'],
    ['egress', 'toEndpoints'],
    ['egressDeny', 'toEndpoints'],
  ];
  for (const [rules, endpoints] of paths) {
    expect(inNamespace({ spec: { endpointSelector: none, [rules]: [{}, { [endpoints]: [peer] }] } })).toEqual(
      expected.map((text) => `spec.${rules}[].${endpoints}[] 1,0 → ${text}`),
    );
  }
});
