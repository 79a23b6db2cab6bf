import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { importRecords, object, outcome, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'admissionregistration.k8s.io';
const policy = (name: string, paramKind?: JsonValue) =>
  object(`${GROUP}/v1`, 'ValidatingAdmissionPolicy', name, { spec: paramKind === undefined ? {} : { paramKind } });
const binding = (name: string, policyName: string, paramRef: JsonValue) =>
  object(`${GROUP}/v1`, 'ValidatingAdmissionPolicyBinding', name, { spec: { policyName, paramRef } });
const definition = (plural: string, kind: string, scope: string) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `${plural}.example.com`, {
    spec: { group: 'example.com', scope, names: { kind, plural, singular: kind.toLowerCase() }, versions: [{ name: 'v1', served: true }] },
  });
const labelled = (name: string, labels: JsonObject) => object('example.com/v1', 'Limit', name, { metadata: { labels } });

const records = [
  definition('limits', 'Limit', 'Cluster'),
  definition('quotas', 'Quota', 'Namespaced'),
  labelled('strict', { tier: 'a', on: 'yes' }),
  labelled('loose', { tier: 'b', on: 'yes' }),
  object('example.com/v1', 'Quota', 'shop/strict'),
  object('v1', 'ConfigMap', 'shop/strict'),
  policy('by-limit', { apiVersion: 'example.com/v1', kind: 'Limit' }),
  policy('by-quota', { apiVersion: 'example.com/v1', kind: 'Quota' }),
  policy('by-map', { apiVersion: 'v1', kind: 'ConfigMap' }),
  policy('by-unknown', { apiVersion: 'example.com/v1', kind: 'Unknown' }),
  policy('without'),
  outcome('example.com/v1', 'limits', 'Limit', 'ok', { served: true }),
];

test.each<[string, string, JsonValue, string[]]>([
  ['a name', 'by-limit', { name: 'strict' }, ['Limit/strict OK']],
  ['a name that is not there', 'by-limit', { name: 'gone' }, ['Limit/gone MISSING']],
  ['a name that may be missing', 'by-limit', { name: 'gone', parameterNotFoundAction: 'Allow' }, ['Limit/gone OPTIONAL_MISSING']],
  ['a namespace for a kind that has none', 'by-limit', { name: 'strict', namespace: 'shop' }, []],
  ['a name in a namespace', 'by-quota', { name: 'strict', namespace: 'shop' }, ['Quota/strict OK']],
  ['a name in the namespace of whatever is checked', 'by-quota', { name: 'strict' }, []],
  ['a built-in kind', 'by-map', { name: 'strict', namespace: 'shop' }, ['ConfigMap/strict OK']],
  ['a selector', 'by-limit', { selector: { matchLabels: { tier: 'a' } } }, ['Limit/strict OK']],
  ['a selector by two labels', 'by-limit', { selector: { matchLabels: { tier: 'b', on: 'yes' } } }, ['Limit/loose OK']],
  [
    'a selector by expression',
    'by-limit',
    { selector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['a'] }] } },
    ['Limit/loose OK'],
  ],
  ['an empty selector', 'by-limit', { selector: {} }, ['Limit/loose OK', 'Limit/strict OK']],
  ['an empty selector in a namespace', 'by-quota', { selector: {}, namespace: 'shop' }, ['Quota/strict OK']],
  ['a kind that nothing names', 'by-unknown', { name: 'strict' }, []],
  ['a policy without parameters', 'without', { name: 'strict' }, []],
  ['a policy that is not there', 'gone', { name: 'strict' }, []],
  ['nothing of sense', 'by-limit', { name: 7, selector: 'x' }, []],
  ['nothing', 'by-limit', null, []],
])('a binding with %s', async (_what, policyName, paramRef, found) => {
  const reader = await importRecords([...records, binding('it', policyName, paramRef)]);
  const pointers = await pointersOf(reader, { group: GROUP, kind: 'ValidatingAdmissionPolicyBinding', namespace: null, name: 'it' });
  const parameters = pointers.filter((line) => line.startsWith('admission-policy-binding-parameter'));
  expect(parameters.map((line) => line.split(' → ')[1]).sort()).toEqual(found);
});

test('a policy leads to the definition of its kind', async () => {
  const reader = await importRecords(records);
  const of = (name: string) => pointersOf(reader, { group: GROUP, kind: 'ValidatingAdmissionPolicy', namespace: null, name });
  expect(await of('by-quota')).toEqual(['admission-policy-parameter-definition → CustomResourceDefinition/quotas.example.com OK']);
  expect(await of('by-map')).toEqual([]);
  expect(await of('by-unknown')).toEqual([]);
});
