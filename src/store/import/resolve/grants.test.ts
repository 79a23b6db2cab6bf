/** References into another namespace: permitted, not permitted, and where nobody can say. */
import { expect, test } from 'vitest';
import type { JsonObject, ResourceOutcome, SnapshotRecord } from '../../../records/record.ts';
import { grantedRelations } from '../../../relations/granted-relations.ts';
import { sourceKinds } from '../../../relations/rule-source.ts';
import { allRules } from '../../../relations/rules/all.ts';
import { importRecords, object, outcome, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'gateway.networking.k8s.io';
const erp = object('v1', 'Service', 'data/erp');
const route = (name: string, backendRef: JsonObject, metadata: JsonObject = {}) =>
  object(`${GROUP}/v1`, 'HTTPRoute', name, { metadata, spec: { rules: [{ backendRefs: [backendRef] }] } });
const toErp = route('shop/web', { name: 'erp', namespace: 'data', port: 80 });
const fromRoutes: JsonObject = { group: GROUP, kind: 'HTTPRoute', namespace: 'shop' };
const services: JsonObject = { group: '', kind: 'Service' };
const grant = (from: JsonObject[], to: JsonObject[], name = 'data/grant') =>
  object(`${GROUP}/v1beta1`, 'ReferenceGrant', name, { spec: { from, to } });
const grantsWere = (word: ResourceOutcome['outcome'], rest: Partial<ResourceOutcome> = {}) =>
  outcome(`${GROUP}/v1beta1`, 'referencegrants', 'ReferenceGrant', word, rest);

async function statusOf(...records: SnapshotRecord[]): Promise<string | undefined> {
  const servicesWere = outcome('v1', 'services', 'Service', 'ok');
  const reader = await importRecords([erp, ...records, servicesWere], { start: { capturedFrom: Date.UTC(2026, 0, 1) } });
  const [pointer] = await pointersOf(reader, { group: GROUP, kind: 'HTTPRoute', namespace: 'shop', name: 'web' });
  return pointer?.replace(/.* /, '');
}

test.each([
  ['all of the kind', grant([fromRoutes], [services])],
  ['the one by its name', grant([fromRoutes], [{ ...services, name: 'erp' }])],
  ['in one of several items', grant([{ ...fromRoutes, kind: 'TCPRoute' }, fromRoutes], [{ group: '', kind: 'Secret' }, services])],
])('a grant permits %s', async (_what, permitting) => {
  expect(await statusOf(toErp, permitting, grantsWere('ok'))).toBe('OK');
});

test.each([
  ['there is none', []],
  ['it lies in the namespace of the source', [grant([fromRoutes], [services], 'shop/grant')]],
  ['it is for another namespace', [grant([{ ...fromRoutes, namespace: 'pay' }], [services])]],
  ['it is for another kind of source', [grant([{ ...fromRoutes, kind: 'GRPCRoute' }], [services])]],
  ['it is for another group of source', [grant([{ ...fromRoutes, group: 'example.com' }], [services])]],
  ['it is for another kind of target', [grant([fromRoutes], [{ group: '', kind: 'Secret' }])]],
  ['it is for another group of target', [grant([fromRoutes], [{ group: 'serving.knative.dev', kind: 'Service' }])]],
  ['it is for another name', [grant([fromRoutes], [{ ...services, name: 'bank' }])]],
  [
    'source and target are permitted by two different ones',
    [grant([fromRoutes], [{ group: '', kind: 'Secret' }]), grant([{ ...fromRoutes, namespace: 'pay' }], [services], 'data/other')],
  ],
  ['it is malformed', [object(`${GROUP}/v1beta1`, 'ReferenceGrant', 'data/bad', { spec: { from: ['HTTPRoute', 7], to: 'all' } })]],
])('a reference is not permitted: %s', async (_why, grants) => {
  expect(await statusOf(toErp, ...grants, grantsWere('ok'))).toBe('NOT_PERMITTED');
});

test('what is missing is not permitted either: nobody may learn that it is missing', async () => {
  expect(await statusOf(route('shop/web', { name: 'gone', namespace: 'data' }), grantsWere('ok'))).toBe('NOT_PERMITTED');
});

test.each([
  ['grants were not captured', []],
  ['grants were denied', [grantsWere('denied')]],
  ['grants of that namespace were denied', [grantsWere('ok'), grantsWere('denied', { namespace: 'data' })]],
  ['only those of another namespace were listed', [grantsWere('ok', { namespace: 'shop' })]],
])('no verdict where %s', async (_why, outcomes) => {
  expect(await statusOf(toErp, ...outcomes)).toBe('OK');
});

test('no verdict about what changed after the grants were listed', async () => {
  const changed = route('shop/web', { name: 'erp', namespace: 'data' }, { creationTimestamp: '2026-01-01T00:00:10Z' });
  const listed = (second: number) => grantsWere('ok', { listedFrom: Date.UTC(2026, 0, 1, 0, 0, second) });
  expect(await statusOf(changed, listed(5))).toBe('OK');
  expect(await statusOf(changed, listed(15))).toBe('NOT_PERMITTED');
});

test('no grant is needed within a namespace, nor by what hangs on a Gateway', async () => {
  expect(await statusOf(route('shop/web', { name: 'erp', namespace: 'shop' }), grantsWere('ok'))).toBe('MISSING');
  const attached = object(`${GROUP}/v1`, 'HTTPRoute', 'shop/web', { spec: { parentRefs: [{ name: 'edge', namespace: 'infra' }] } });
  expect(await statusOf(attached, object(`${GROUP}/v1`, 'Gateway', 'infra/edge'), grantsWere('ok'))).toBe('OK');
});

test('the relations that need a grant are relations of those kinds', () => {
  for (const { relation, from } of grantedRelations) {
    const sources = allRules.filter((rule) => rule.relation === relation).flatMap((rule) => sourceKinds(rule.from).map(({ kind }) => kind));
    expect(sources).toEqual(expect.arrayContaining([...from]));
  }
});
