import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import type { JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { networkPolicyPeerRelations } from './network-policy-peers.ts';

const extractor = createExtractor({ rules: [], coded: networkPolicyPeerRelations });
const web = { matchLabels: { app: 'web' } };
const named = (...values: string[]) => ({ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values }] });

/** What a policy of namespace `shop` with this one peer allows: `Pod in shop app=…`. */
function allowed(peer: JsonValue, spec: JsonValue = { podSelector: {}, ingress: [{}, { from: [peer] }] }): string[] {
  const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'x', namespace: 'shop' }, spec };
  const { selectors, references } = extractor.extract(extractorInput(policy));
  return [
    ...selectors.map(({ kind, namespace, requirements }) =>
      [kind, kind === 'Pod' ? `in ${namespace ?? '*'}` : '', ...requirements.map(({ key, values }) => `${key}=${values.join('|')}`)]
        .filter((part) => part !== '')
        .join(' '),
    ),
    ...references.map(({ kind, name, path, indexes }) => `${kind} ${name} ${path} ${indexes.join()}`),
  ];
}

test.each<[string, JsonValue, string[]]>([
  ['pods of its own namespace', { podSelector: web }, ['Pod in shop app=web']],
  ['all pods of its own namespace', { podSelector: {} }, ['Pod in shop']],
  ['all pods of all namespaces', { namespaceSelector: {} }, ['Pod in *', 'Namespace']],
  ['pods of all namespaces', { podSelector: web, namespaceSelector: {} }, ['Pod in * app=web', 'Namespace']],
  [
    'pods of named namespaces',
    { podSelector: web, namespaceSelector: named('a', 'b') },
    ['Pod in a app=web', 'Pod in b app=web', 'Namespace kubernetes.io/metadata.name=a|b'],
  ],
  [
    'pods of namespaces with other labels: the namespaces alone are told',
    { podSelector: web, namespaceSelector: { matchLabels: { team: 'x' } } },
    ['Namespace team=x'],
  ],
  ['nulls are absent', { podSelector: web, namespaceSelector: null }, ['Pod in shop app=web']],
  ['a block', { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }, ['IPBlock 10.0.0.0/8 spec.ingress[].from[].ipBlock.cidr 1,0']],
  ['nothing by an empty peer', {}, []],
  ['nothing by a malformed one', { podSelector: { matchLabels: { app: 1 } } }, []],
  ['nothing by no object', 'all', []],
])('a peer: %s', (_what, peer, expected) => {
  expect(allowed(peer)).toEqual(expected);
});

test('egress as well; a rule without peers allows all and names none', () => {
  expect(allowed(null, { egress: [{ to: [{ podSelector: web }] }, { ports: [] }], ingress: [{}] })).toEqual(['Pod in shop app=web']);
  expect(allowed(null, {})).toEqual([]);
});
