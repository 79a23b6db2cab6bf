/** deletionPreview through the API, over the demo; src/graph/deletion-preview/ tests what becomes of each object. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorsOf } from '../../../test/support/api/ask.ts';
import { type Imported, importFixture } from '../../../test/support/imported.ts';
import { type Api, createApi } from '../create-api.ts';

let imported: Imported;
let api: Api;
beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
  api = createApi({ snapshots: [imported.reader] });
});
afterAll(() => imported.close());

const of = 'of: { kind: "deploy", namespace: "shop", name: "cart" }';

test('a Deployment takes its ReplicaSets and Pods along, and says what names it', async () => {
  const query = `{ deletionPreview(${of}) {
    object { name } propagation deletes { object { kind } cause by { kind } } keeps { object { name } reason owners { collector } }
    undecided { reason } holds { reason } dangling { relation source { kind } } completeness { complete } } }`;
  const { deletionPreview } = (await dataOf(api, query)) as {
    deletionPreview: { deletes: { object: { kind: string }; by: { kind: string } }[] };
  };
  const steps = new Set(deletionPreview.deletes.map(({ object, by }) => `${object.kind} by ${by.kind}`));
  expect(steps).toEqual(new Set(['ReplicaSet by Deployment', 'Pod by ReplicaSet']));
  expect(deletionPreview).toMatchObject({ object: { name: 'cart' }, propagation: 'BACKGROUND', undecided: [], holds: [] });
});

test('orphaned, they stay', async () => {
  const query = `{ deletionPreview(${of}, propagation: ORPHAN) { deletes { cause } keeps { reason } } }`;
  const { deletionPreview } = (await dataOf(api, query)) as { deletionPreview: { keeps: { reason: string }[] } };
  expect(deletionPreview).toMatchObject({ deletes: [] });
  expect(new Set(deletionPreview.keeps.map(({ reason }) => reason))).toEqual(new Set(['ORPHANED']));
});

test('what is not there cannot be deleted', async () => {
  const question = (kind: string, name: string) =>
    errorsOf(api, `{ deletionPreview(of: { kind: "${kind}", namespace: "shop", name: "${name}" }) { propagation } }`);
  const absent = 'NOT_FOUND Argument "of": there is no deploy "nothing" in namespace "shop" in this snapshot, and nothing names it.';
  expect(await question('deploy', 'nothing')).toEqual([absent]);
  expect(await question('deploy', 'session-store')).toEqual([
    'NOT_FOUND Argument "of": there is no Deployment "session-store" to delete, though something names it.',
  ]);
});
