import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorsOf } from '../../test/support/api/ask.ts';
import { type Crafted, craftedApi } from '../../test/support/api/crafted.ts';
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
