/** Lists against filtering and sorting everything in memory. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObjectRecord } from '../../records/record.ts';
import { CursorError, type ListQuery, type ObjectFilter, type ObjectRow, type Order, type Page, type Reader } from '../reader.ts';
import { importRecords, object } from '../testing/import-records.ts';

const KINDS = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'Pod' },
  { group: 'example.com', kind: 'Widget' },
];

function records(): ObjectRecord[] {
  const objects: ObjectRecord[] = [];
  for (const [index, name] of ['a', 'aa', 'b', 'web-1', 'web-2', 'zé', 'A'].entries()) {
    for (const namespace of ['one', 'two', 'ünö']) {
      const created = `2026-01-0${1 + (index % 3)}T00:00:00Z`;
      const metadata = {
        labels: { app: name, tier: index % 2 ? 'front' : 'back' },
        ...(index === 2 ? {} : { creationTimestamp: created }),
      };
      objects.push(object('v1', 'ConfigMap', `${namespace}/${name}`, { metadata, data: { n: String(index) } }));
      objects.push(
        object('v1', 'Pod', `${namespace}/${name}`, {
          metadata,
          spec: { nodeName: `node-${index % 2}` },
          status: { phase: index % 2 ? 'Running' : 'Pending' },
        }),
      );
    }
    objects.push(object('example.com/v1', 'Widget', name, {}));
  }
  return objects;
}

const filter: fc.Arbitrary<ObjectFilter> = fc.record(
  {
    kinds: fc.subarray(KINDS, { minLength: 1 }),
    namespace: fc.constantFrom('one', 'ünö', 'none'),
    name: fc.constantFrom('a', 'web-*', '*', '[ab]*', 'nothing'),
    labels: fc.constantFrom(
      [{ key: 'app', operator: 'In' as const, values: ['a', 'b'] }],
      [{ key: 'tier', operator: 'NotIn' as const, values: ['front'] }],
      [{ key: 'tier', operator: 'Exists' as const, values: [] }],
    ),
    fields: fc.constantFrom(
      [{ path: 'metadata.name', operator: '=' as const, value: 'web-1' }],
      [{ path: 'status.phase', operator: '!=' as const, value: 'Running' }],
      [{ path: 'spec.nodeName', operator: '=' as const, value: 'node-1' }],
      [{ path: 'data.n', operator: '=' as const, value: '3' }],
    ),
    presence: fc.subarray(['PRESENT', 'NOT_CAPTURED', 'MISSING'] as const, { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const order: fc.Arbitrary<Order> = fc.record({
  by: fc.constantFrom<Order['by']>('name', 'created', (value) => (value['kind'] === 'Pod' ? String(value['kind']) : null)),
  descending: fc.boolean(),
});

async function pages(reader: Reader, query: ListQuery, size: number, backwards: boolean): Promise<ObjectRow[]> {
  const rows: ObjectRow[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 200; page++) {
    const window = backwards
      ? { last: size, ...(cursor === undefined ? {} : { before: cursor }) }
      : { first: size, ...(cursor === undefined ? {} : { after: cursor }) };
    const found = await reader.list({ ...query, page: window });
    if (backwards) rows.unshift(...found.rows);
    else rows.push(...found.rows);
    cursor = backwards ? found.cursors[0] : found.cursors.at(-1);
    if (!(backwards ? found.hasPreviousPage : found.hasNextPage)) return rows;
  }
  throw new Error('the pages never end');
}

test('any page size, either way, gives the list; count counts it; select of everything is the list', async () => {
  const reader = await importRecords(records());
  const everything = (await reader.list({ filter: {} })).rows;
  await fc.assert(
    fc.asyncProperty(filter, order, fc.integer({ min: 1, max: 9 }), async (filtered, ordered, size) => {
      const query = { filter: filtered, order: ordered };
      const whole = await reader.list(query);
      expect(await pages(reader, query, size, false)).toEqual(whole.rows);
      expect(await pages(reader, query, size, true)).toEqual(whole.rows);
      expect(await reader.count(filtered)).toBe(whole.rows.length);
      expect((await reader.select(everything, query)).rows).toEqual(whole.rows);
    }),
    { numRuns: 200 },
  );
});

test('a cursor of another namespace stands before or behind all of this one', async () => {
  const reader = await importRecords(records());
  const list = (namespace: string, page: Page) => reader.list({ filter: { namespace }, page });
  const [one, two] = [(await list('one', {})).cursors[0] ?? '', (await list('two', {})).cursors[0] ?? ''];
  const whole = (await list('one', {})).rows;
  expect((await list('one', { after: two })).rows).toEqual([]);
  expect((await list('one', { before: two })).rows).toEqual(whole);
  expect((await list('two', { before: one })).rows).toEqual([]);
});

test('each filter lets through what it says', async () => {
  const reader = await importRecords(records());
  const names = async (filtered: ObjectFilter) =>
    (await reader.list({ filter: filtered })).rows.map(({ namespace, name, kind }) => `${kind} ${namespace ?? ''}/${name}`);
  const pods = { kinds: [{ group: '', kind: 'Pod' }] };
  expect(await names({ ...pods, namespace: 'one', name: 'web-*' })).toEqual(['Pod one/web-1', 'Pod one/web-2']);
  expect(await names({ ...pods, namespace: 'one', labels: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] })).toEqual([
    'Pod one/a',
    'Pod one/b',
  ]);
  expect(await names({ ...pods, namespace: 'one', fields: [{ path: 'spec.nodeName', operator: '=', value: 'node-1' }] })).toEqual([
    'Pod one/aa',
    'Pod one/web-1',
    'Pod one/zé',
  ]);
  expect(await names({ ...pods, namespace: 'one', fields: [{ path: 'status.phase', operator: '=', value: 'Running' }] })).toEqual([
    'Pod one/aa',
    'Pod one/web-1',
    'Pod one/zé',
  ]);
  expect(await names({ kinds: [{ group: '', kind: 'Node' }] })).toEqual(['Node /node-0', 'Node /node-1']);
  expect(await names({ kinds: [{ group: '', kind: 'Node' }], presence: ['PRESENT'] })).toEqual([]);
  expect(await names({ ...pods, namespace: 'one', where: { matches: (value) => JSON.stringify(value).includes('node-1') } })).toEqual([
    'Pod one/aa',
    'Pod one/web-1',
    'Pod one/zé',
  ]);
  expect(await names({ kinds: [{ group: 'no', kind: 'Such' }] })).toEqual([]);
});

test('by creation: the newest first, those without a time last, either way', async () => {
  const reader = await importRecords(records());
  const list = async (descending: boolean) =>
    (
      await reader.list({ filter: { kinds: [{ group: '', kind: 'Pod' }], namespace: 'one' }, order: { by: 'created', descending } })
    ).rows.map(({ name }) => name);
  expect(await list(true)).toEqual(['zé', 'aa', 'web-2', 'A', 'a', 'web-1', 'b']);
  expect(await list(false)).toEqual(['A', 'a', 'web-1', 'aa', 'web-2', 'zé', 'b']);
});

test.each(['', 'nonsense', Buffer.from('[1,2,3,4]').toString('base64url'), Buffer.from('["a"]').toString('base64url')])(
  '"%s" is no cursor',
  async (after) => {
    const reader = await importRecords(records());
    await expect(reader.list({ filter: {}, page: { first: 1, after } })).rejects.toThrow(CursorError);
  },
);
