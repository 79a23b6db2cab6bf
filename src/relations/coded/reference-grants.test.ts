import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import type { JsonObject } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { referenceGrantRelations } from './reference-grants.ts';

const extractor = createExtractor({ rules: [], coded: referenceGrantRelations });

function selected(spec: JsonObject, apiVersion = 'gateway.networking.k8s.io/v1beta1'): string[] {
  const metadata = { name: 'x', namespace: 'data' };
  const { selectors } = extractor.extract(extractorInput({ apiVersion, kind: 'ReferenceGrant', metadata, spec }));
  return selectors.map(
    ({ relation, group, kind, namespace, requirements }) => `${relation} ${group}/${kind} ${namespace} ${requirements.length}`,
  );
}

const group = 'gateway.networking.k8s.io';

test('a grant is for all of a kind in that namespace, and lets point at all of a kind in its own', () => {
  const spec = {
    from: [{ group, kind: 'HTTPRoute', namespace: 'shop' }],
    to: [
      { group: '', kind: 'Service' },
      { kind: 'Secret', name: '' },
    ],
  };
  expect(selected(spec)).toEqual([
    `reference-grant-source ${group}/HTTPRoute shop 0`,
    'reference-grant-target /Service data 0',
    'reference-grant-target /Secret data 0',
  ]);
});

test.each<[string, JsonObject]>([
  ['says one target by name', { to: [{ group: '', kind: 'Service', name: 'erp' }] }],
  ['says no namespace', { from: [{ group, kind: 'HTTPRoute' }] }],
  ['says no kind', { from: [{ group, namespace: 'shop' }], to: [{ group: '' }] }],
  ['is malformed', { from: 'all', to: ['Service', 7, null] }],
])('it selects nothing where it %s', (_what, spec) => {
  expect(selected(spec)).toEqual([]);
});

test('the kind of another group is none', () => {
  expect(selected({ from: [{ group, kind: 'HTTPRoute', namespace: 'shop' }] }, 'example.com/v1')).toEqual([]);
});
