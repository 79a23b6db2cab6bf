import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorsOf, plain } from '../../test/support/api/ask.ts';
import { type Imported, importFixture } from '../../test/support/imported.ts';
import { importRecords, object } from '../store/testing/import-records.ts';
import { type Api, createApi } from './create-api.ts';

let imported: Imported;
let api: Api;

beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
  api = createApi({ snapshots: [imported.reader] });
});
afterAll(() => imported.close());

describe('what is wrong with a question is said of its argument', () => {
  test.each([
    ['{ pods(first: -1) { totalCount } }', 'BAD_USER_INPUT Argument "first": Must be 0 or more, but is -1.'],
    ['{ pods(first: 1, last: 1) { totalCount } }', 'BAD_USER_INPUT Argument "last": Give either first or last, not both.'],
    ['{ pods(first: 1, after: "x") { items { id } } }', 'BAD_USER_INPUT Argument "after": "x" is no cursor'],
    ['{ pods(last: 1, before: "x") { items { id } } }', 'BAD_USER_INPUT Argument "before": "x" is no cursor'],
    ['{ nodes { items { pods(after: "x") { items { id } } } } }', 'BAD_USER_INPUT Argument "after": "x" is no cursor'],
    ['{ pods(labelSelector: "a in (") { totalCount } }', 'BAD_USER_INPUT Argument "labelSelector":'],
    ['{ pods(fieldSelector: "status.phase") { totalCount } }', 'BAD_USER_INPUT Argument "fieldSelector":'],
    ['{ pods(name: "[a") { totalCount } }', 'BAD_USER_INPUT Argument "name":'],
    ['{ pods(orderBy: "a[") { items { id } } }', 'BAD_USER_INPUT Argument "orderBy":'],
    ['{ pods(first: 1) { items { json(path: "a[") } } }', 'BAD_USER_INPUT Argument "path":'],
    [
      '{ objects(kinds: ["deployent"]) { totalCount } }',
      'BAD_USER_INPUT Argument "kinds": There is no kind "deployent" in this snapshot. Did you mean "deployment"',
    ],
    ['{ object(kind: "po", name: "x") { id } }', 'BAD_USER_INPUT Argument "namespace": Pod is namespaced'],
    ['{ object(name: "x") { id } }', 'BAD_USER_INPUT Argument "kind": Give an id, a uid, or kind and name.'],
    ['{ object(id: "x") { id } }', 'BAD_USER_INPUT Argument "id":'],
    [
      '{ danglingReferences(relations: ["ownr"]) { totalCount } }',
      'BAD_USER_INPUT Argument "relations": There is no relation "ownr". Did you mean "owner"',
    ],
    ['{ search(text: " ") { totalCount } }', 'BAD_USER_INPUT Argument "text": Is empty'],
    [
      '{ path(from: {kind: "svc", namespace: "shop", name: "nope"}, to: {kind: "no", name: "worker-a1"}) { length } }',
      'NOT_FOUND Argument "from": there is no svc "nope" in namespace "shop"',
    ],
    ['{ snapshot(id: "demo.tar.g") { id } }', 'NOT_FOUND There is no snapshot "demo.tar.g" here. Did you mean'],
    ['{ pod(name: "x") { id } }', 'BAD_USER_INPUT'],
    ['{ podz { totalCount } }', 'BAD_USER_INPUT Cannot query field "podz" on type "Query". Did you mean "pod"'],
    ['{ pods', 'BAD_USER_INPUT Syntax Error'],
    [
      'mutation { pods { totalCount } }',
      'BAD_USER_INPUT A snapshot can be asked, not changed or followed: mutation operations are not served.',
    ],
    ['subscription { changes { at } }', 'subscription operations are not served.'],
    ['{ pods(first: 1) { items { containers { log { lines(match: "(") { totalCount } } } } } }', 'BAD_USER_INPUT Argument "match":'],
    [
      '{ pods(first: 1) { items { containers { log { lines(since: "yesterday") { totalCount } } } } } }',
      'BAD_USER_INPUT Argument "since":',
    ],
    ['{ pods(first: 1) { items { containers { log { text(tail: -1) } } } } }', 'BAD_USER_INPUT Argument "tail":'],
    ['{ pods(first: 1) { items { descendants(maxDepth: 0) { totalCount } } } }', 'BAD_USER_INPUT Argument "maxDepth":'],
  ])('%s', async (query, message) => {
    expect((await errorsOf(api, query))[0]).toContain(message);
  });

  test('a number that Int cannot hold blanks its field alone', async () => {
    const status = { startTime: 'soon', containerStatuses: [{ name: 'main', restartCount: 5_000_000_000 }] };
    const pod = object('v1', 'Pod', 'a/huge', { spec: { containers: [{ name: 'main' }] }, status });
    const huge = createApi({ snapshots: [await importRecords([pod])] });
    const result = await huge.execute({ query: '{ pod(namespace: "a", name: "huge") { name startedAt containers { name restarts } } }' });
    expect(plain(result).data).toEqual({ pod: { name: 'huge', startedAt: null, containers: [{ name: 'main', restarts: null }] } });
    expect(result.errors?.map(({ extensions }) => extensions['code'])).toEqual(['VALUE_NOT_OF_SCHEMA_TYPE']);
  });

  test('one failure that blanks many fields is listed once, and its neighbours answer', async () => {
    const result = await api.execute({ query: '{ pods { items { name json(path: "a[") } } }' });
    expect(result.errors).toHaveLength(1);
    expect(result.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', occurrences: 46 });
    expect(plain(result).data['pods']).toMatchObject({ items: expect.arrayContaining([{ name: expect.any(String), json: null }]) });
  });
});

test('what an operation costs is said where it is asked for', async () => {
  const { extensions = {} } = await api.execute({ query: '{ pods { items { name labels } } }', cost: true });
  expect(extensions).toEqual({ cost: { rows: expect.any(Number), bytes: expect.any(Number), ms: expect.any(Number) } });
  const { rows } = extensions['cost'] as { rows: number };
  expect(rows).toBeGreaterThanOrEqual(46);
  expect((await api.execute({ query: '{ pods { totalCount } }' })).extensions).toBeUndefined();
});
