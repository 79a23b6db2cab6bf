import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import type { JsonObject } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { calicoPolicyRelations } from './calico-policies.ts';

const extractor = createExtractor({ rules: [], coded: calicoPolicyRelations });

function found(kind: 'NetworkPolicy' | 'GlobalNetworkPolicy', spec: JsonObject, apiVersion = 'projectcalico.org/v3'): string[] {
  const metadata = { name: 'x', ...(kind === 'NetworkPolicy' ? { namespace: 'shop' } : {}) };
  const { selectors, references } = extractor.extract(extractorInput({ apiVersion, kind, metadata, spec }));
  return [
    ...selectors.map(
      ({ relation, namespace, requirements }) =>
        `${relation} in ${namespace ?? '*'}: ${requirements.map(({ key, operator, values }) => `${key} ${operator} ${values.join('|')}`.trim()).join(' & ')}`,
    ),
    ...references.map(
      ({ relation, path, indexes, kind: target, namespace, name }) =>
        `${relation} ${path} ${indexes.join()} → ${target} ${namespace ?? ''}/${name}`,
    ),
  ];
}

test.each<[string, JsonObject, string[]]>([
  ['all of its namespace', {}, ['in shop: ']],
  ['by labels', { selector: "app == 'web'" }, ['in shop: app In web']],
  ['any of two', { selector: "app == 'web' || has(edge)" }, ['in shop: app In web', 'in shop: edge Exists']],
  ['its own namespace by name', { selector: "projectcalico.org/namespace == 'shop'" }, ['in shop: ']],
  ['another namespace: none of its own', { selector: "projectcalico.org/namespace == 'pay'" }, []],
  ['what no label says', { selector: "app contains 'web'" }, []],
  ['what Calico alone knows', { selector: "projectcalico.org/orchestrator == 'k8s'" }, []],
  ['the pods of some accounts', { selector: 'all()', serviceAccountSelector: "team == 'x'" }, []],
])('a NetworkPolicy selects %s', (_what, spec, expected) => {
  expect(found('NetworkPolicy', spec)).toEqual(expected.map((text) => `calico-policy-pod ${text}`));
  expect(found('NetworkPolicy', spec, 'crd.projectcalico.org/v1')).toEqual(found('NetworkPolicy', spec));
});

test.each<[string, JsonObject, string[]]>([
  ['every pod', {}, ['in *: ']],
  [
    'pods of named namespaces',
    { selector: 'has(app)', namespaceSelector: 'projectcalico.org/name in {"a", "b"}' },
    ['in a: app Exists', 'in b: app Exists'],
  ],
  ['pods of a namespace that the pod says', { selector: "projectcalico.org/namespace in {'a'}" }, ['in a: ']],
  ['pods of all namespaces but one: not told', { selector: "projectcalico.org/namespace != 'kube-system'" }, []],
  ['pods of namespaces by other labels: not told', { namespaceSelector: "team == 'x'" }, []],
  ['what lies in no namespace: not told', { namespaceSelector: 'global()' }, []],
  ['all of all', { selector: 'all()', namespaceSelector: 'all()' }, ['in *: ']],
])('a GlobalNetworkPolicy selects %s', (_what, spec, expected) => {
  expect(found('GlobalNetworkPolicy', spec)).toEqual(expected.map((text) => `calico-policy-pod ${text}`));
});

test('peers: the other end of each rule', () => {
  const selector = "app == 'web'";
  const spec: JsonObject = {
    selector: '!all()',
    ingress: [
      { action: 'Allow', source: { selector, nets: ['10.0.0.0/8'] }, destination: { selector: 'has(own)' } },
      { action: 'Allow', source: { namespaceSelector: "kubernetes.io/metadata.name == 'pay'" } },
      { action: 'Deny', source: { selector, notSelector: 'has(x)' } },
      { action: 'Deny', source: { selector, serviceAccounts: { names: ['x'] } } },
      { action: 'Deny', source: {} },
    ],
    egress: [
      { action: 'Allow', destination: { services: { name: 'erp', namespace: 'data' } } },
      { action: 'Allow', destination: { services: { name: 'own' } } },
    ],
  };
  const own = 'calico-policy-service spec.egress[].destination.services.name 1 → Service shop/own';
  const expected = [
    'calico-policy-peer-pod in shop: app In web',
    'calico-policy-peer-pod in pay: ',
    'calico-policy-peer-block spec.ingress[].source.nets[] 0,0 → IPBlock /10.0.0.0/8',
    'calico-policy-service spec.egress[].destination.services.name 0 → Service data/erp',
    own,
  ];
  expect(found('NetworkPolicy', spec)).toEqual(expected);
  expect(found('GlobalNetworkPolicy', spec)).toEqual(
    expected.filter((line) => line !== own).map((line) => line.replace('in shop', 'in *')),
  );
});
