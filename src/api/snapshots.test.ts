import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorsOf } from '../../test/support/api/ask.ts';
import { type Crafted, craftedApi } from '../../test/support/api/crafted.ts';
import type { Reader } from '../store/reader.ts';
import { importRecords, object } from '../store/testing/import-records.ts';
import { type Api, createApi } from './create-api.ts';

let crafted: Crafted;
let api: Api;

beforeAll(async () => {
  crafted = await craftedApi();
  api = crafted.api;
});
afterAll(() => crafted.close());

test('several snapshots: each with its root fields, ids apart, one alone where it is named', async () => {
  const query =
    '{ snapshots { name } here: pod(namespace: "ns", name: "logged") { id snapshot { name } } snapshot(id: "broken") { pod(namespace: "ns", name: "logged") { id snapshot { name pods { totalCount } } } } }';
  const data = (await dataOf(api, query)) as { snapshots: unknown; here: { id: string }; snapshot: { pod: { id: string } } };
  expect(data).toMatchObject({
    snapshots: [{ name: 'test' }, { name: 'broken' }],
    here: { snapshot: { name: 'test' } },
    snapshot: { pod: { snapshot: { name: 'broken', pods: { totalCount: 3 } } } },
  });
  expect(data.here.id).not.toBe(data.snapshot.pod.id);
  expect(await dataOf(api, `{ object(id: "${data.snapshot.pod.id}") { snapshot { name } } }`)).toEqual({
    object: { snapshot: { name: 'broken' } },
  });
  expect(await dataOf(api, '{ snapshots { name } }', { snapshot: 'broken' })).toEqual({ snapshots: [{ name: 'broken' }] });
  expect((await errorsOf(api, '{ snapshots { name } }', { snapshot: 'brokn' }))[0]).toContain(
    'NOT_FOUND There is no snapshot "brokn" here. Did you mean "broken"',
  );
  expect(() => createApi({ snapshots: [], defaultSnapshot: 'test' })).toThrow('There is no snapshot "test"');
});

test('a name that several have names none of them', async () => {
  const readers = [await importRecords([object('v1', 'Pod', 'a/one')]), await importRecords([object('v1', 'Pod', 'a/two')])];
  const sameName = readers.map((reader, index): Reader => {
    const info = { ...reader.info, id: `id-${index}` };
    return { ...reader, info, metered: (meter) => ({ ...reader.metered(meter), info }) };
  });
  const twins = createApi({ snapshots: sameName });
  const several = 'Several snapshots are called "hand-made". Ask for one of them by its id: id-';
  expect((await errorsOf(twins, '{ snapshots { id } }', { snapshot: 'hand-made' }))[0]).toContain(
    `BAD_USER_INPUT Argument "snapshot": ${several}`,
  );
  expect((await errorsOf(twins, '{ snapshot(id: "hand-made") { id } }'))[0]).toContain(`BAD_USER_INPUT Argument "id": ${several}`);
  expect(() => createApi({ snapshots: sameName, defaultSnapshot: 'hand-made' })).toThrow(several);
  expect(await dataOf(twins, '{ snapshots { id } }', { snapshot: 'id-1' })).toEqual({ snapshots: [{ id: 'id-1' }] });
});
