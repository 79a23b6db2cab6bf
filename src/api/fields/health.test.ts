import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../../../test/support/api/ask.ts';
import { type Imported, importFixture } from '../../../test/support/imported.ts';
import { type Api, createApi } from '../create-api.ts';

let imported: Imported;
let api: Api;

beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
  api = createApi({ snapshots: [imported.reader] });
});
afterAll(() => imported.close());

test('an object says how it is and why, a ghost and a kind without health say nothing', async () => {
  const query = `{ pod(namespace: "payments", name: "fraud-check-b6fd6749-z6n5k") { health { status reason message } }
    node(name: "worker-a1") { health { status reason message } }
    configMap(namespace: "shop", name: "cart-config") { health { status } }
    service(namespace: "shop", name: "legacy-web") { presence health { status } } }`;
  expect(await dataOf(api, query)).toEqual({
    pod: { health: { status: 'DEGRADED', reason: 'CrashLoopBackOff', message: expect.stringContaining('limit of 512Mi') } },
    node: { health: { status: 'HEALTHY', reason: null, message: null } },
    configMap: { health: null },
    service: { presence: 'MISSING', health: null },
  });
});

test('lists of the root and of relations are narrowed by health, beside other filters, by pages', async () => {
  const query = `{ pods(health: [DEGRADED], namespace: "shop") { totalCount }
    page: pods(health: [DEGRADED], first: 3) { totalCount pageInfo { hasNextPage } items { health { status } } }
    objects(kinds: ["deploy", "po"], health: [DEGRADED]) { totalCount }
    none: pods(health: []) { totalCount }
    both: pods(health: [HEALTHY, DEGRADED]) { totalCount }
    deployment(namespace: "shop", name: "search") { pods(health: [DEGRADED], fieldSelector: "spec.nodeName=worker-b2") { items { health { reason } } } } }`;
  expect(await dataOf(api, query)).toEqual({
    pods: { totalCount: 9 },
    page: { totalCount: 16, pageInfo: { hasNextPage: true }, items: Array(3).fill({ health: { status: 'DEGRADED' } }) },
    objects: { totalCount: 26 },
    none: { totalCount: 0 },
    both: { totalCount: 46 },
    deployment: { pods: { items: Array(2).fill({ health: { reason: 'NodeLost' } }) } },
  });
});
