/** Routes and sets of listeners that a Gateway takes, does not take, and where nobody can say. */
import { expect, test } from 'vitest';
import type { JsonObject, JsonValue, SnapshotRecord } from '../../../records/record.ts';
import { importRecords, object, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'gateway.networking.k8s.io';
const listener = (name: string, allowedRoutes?: JsonValue, port = 80): JsonObject => ({
  name,
  port,
  ...(allowedRoutes === undefined ? {} : { allowedRoutes }),
});
const gateway = (spec: JsonObject) => object(`${GROUP}/v1`, 'Gateway', 'infra/edge', { spec });
const route = (namespace: string, parentRef: JsonObject = {}, metadata: JsonObject = {}) =>
  object(`${GROUP}/v1`, 'HTTPRoute', `${namespace}/web`, {
    metadata,
    spec: { parentRefs: [{ name: 'edge', namespace: 'infra', ...parentRef }] },
  });
const shop = object('v1', 'Namespace', 'shop', { metadata: { labels: { team: 'shop' } } });
const bySelector = (selector: JsonValue): JsonObject => ({ namespaces: { from: 'Selector', selector } });
const team = (name: string): JsonObject => bySelector({ matchLabels: { team: name } });

async function statusOf(namespace: string, ...records: SnapshotRecord[]): Promise<string | undefined> {
  const reader = await importRecords(records, { start: { capturedFrom: Date.UTC(2026, 0, 1) } });
  const [pointer] = await pointersOf(reader, { group: GROUP, kind: 'HTTPRoute', namespace, name: 'web' });
  return pointer?.replace(/.* /, '');
}

test.each<[string, string, JsonObject[], string]>([
  ['its own namespace, where nothing is said', 'infra', [listener('a')], 'OK'],
  ['another namespace, where nothing is said', 'shop', [listener('a')], 'NOT_PERMITTED'],
  ['another namespace, where only kinds are said', 'shop', [listener('a', { kinds: [] })], 'NOT_PERMITTED'],
  ['another namespace, of all', 'shop', [listener('a', { namespaces: { from: 'All' } })], 'OK'],
  ['a namespace that is selected', 'shop', [listener('a', team('shop'))], 'OK'],
  ['a namespace that is not selected', 'shop', [listener('a', team('pay'))], 'NOT_PERMITTED'],
  ['its own namespace, which is not selected', 'infra', [listener('a', team('pay'))], 'NOT_PERMITTED'],
  ['a selector that is malformed', 'shop', [listener('a', bySelector('x'))], 'OK'],
  ['a word that is not known', 'shop', [listener('a', { namespaces: { from: 'Some' } })], 'OK'],
  ['one of several listeners', 'shop', [listener('a'), listener('b', { namespaces: { from: 'All' } }, 81)], 'OK'],
  ['a kind that is listed', 'infra', [listener('a', { kinds: [{ kind: 'HTTPRoute' }] })], 'OK'],
  ['a kind that is not listed', 'infra', [listener('a', { kinds: [{ kind: 'GRPCRoute' }] })], 'NOT_PERMITTED'],
  ['a kind of another group', 'infra', [listener('a', { kinds: [{ group: 'example.com', kind: 'HTTPRoute' }] })], 'NOT_PERMITTED'],
  ['no listener at all', 'shop', [], 'OK'],
])('%s', async (_what, namespace, listeners, status) => {
  const infra = object('v1', 'Namespace', 'infra');
  expect(await statusOf(namespace, shop, infra, gateway({ listeners }), route(namespace))).toBe(status);
});

test.each<[string, JsonObject, string]>([
  ['the listener that it names', { sectionName: 'closed' }, 'NOT_PERMITTED'],
  ['another listener that it names', { sectionName: 'open' }, 'OK'],
  ['the port that it names', { port: 80 }, 'NOT_PERMITTED'],
  ['a listener that is not there', { sectionName: 'gone' }, 'OK'],
])('%s decides', async (_what, parentRef, status) => {
  const listeners = [listener('closed'), listener('open', { namespaces: { from: 'All' } }, 81)];
  expect(await statusOf('shop', gateway({ listeners }), route('shop', parentRef))).toBe(status);
});

test('nothing is said where the namespace or the Gateway is not known, or the route is newer', async () => {
  const closed = gateway({ listeners: [listener('a', team('pay'))] });
  expect(await statusOf('shop', closed, route('shop'))).toBe('OK');
  expect(await statusOf('shop', shop, route('shop'))).toBe('NOT_CAPTURED');
  const newer = { creationTimestamp: '2026-01-02T00:00:00Z' };
  expect(await statusOf('shop', shop, closed, route('shop', {}, newer))).toBe('OK');
});

test.each<[string, JsonObject, string]>([
  ['nothing is said', {}, 'NOT_PERMITTED'],
  ['none are taken', { allowedListeners: { namespaces: { from: 'None' } } }, 'NOT_PERMITTED'],
  ['those of its own namespace are taken', { allowedListeners: { namespaces: { from: 'Same' } } }, 'NOT_PERMITTED'],
  ['those of all are taken', { allowedListeners: { namespaces: { from: 'All' } } }, 'OK'],
  ['its namespace is selected', { allowedListeners: team('shop') }, 'OK'],
])('a set of listeners, where %s', async (_what, spec, status) => {
  const set = object(`${GROUP}/v1`, 'ListenerSet', 'shop/more', { spec: { parentRef: { name: 'edge', namespace: 'infra' } } });
  const reader = await importRecords([shop, gateway(spec), set]);
  const pointers = await pointersOf(reader, { group: GROUP, kind: 'ListenerSet', namespace: 'shop', name: 'more' });
  expect(pointers).toEqual([`listener-set-gateway → Gateway/edge ${status}`]);
});
