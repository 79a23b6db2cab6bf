import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Crafted, craftedApi } from '../../test/support/api/crafted.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { Api } from './create-api.ts';

let crafted: Crafted;
let api: Api;

beforeAll(async () => {
  crafted = await craftedApi();
  api = crafted.api;
});
afterAll(() => crafted.close());

const QUERY = 'query Q($name: String = "logged") { pods(name: $name) { items { name } } } query Other { nodes { totalCount } }';

test('the same question is answered once', async () => {
  const first = await api.execute({ query: QUERY, operationName: 'Q' });
  expect(await api.execute({ query: QUERY, operationName: 'Q' })).toBe(first);
  expect(await api.execute({ query: QUERY, operationName: 'Q', variables: {} })).toBe(first);
});

test.each([
  ['other variables', { variables: { name: 'silent' } }],
  ['another operation', { operationName: 'Other' }],
  ['another snapshot', { snapshot: 'broken' }],
  ['its cost', { cost: true }],
])('with %s it is another question', async (_what, more) => {
  const first = await api.execute({ query: QUERY, operationName: 'Q' });
  const other = await api.execute({ query: QUERY, operationName: 'Q', ...more });
  expect(other).not.toBe(first);
  expect(other.errors).toBeUndefined();
});

test('errors are not kept, and neither are answers that are too large', () => {
  const cache = createAnswerCache();
  cache.keep('a', { errors: [] }, { objects: 1, text: 1 });
  cache.keep('b', { data: {} }, { objects: 100_000, text: 0 });
  cache.keep('c', { data: {} }, { objects: 10, text: 10 });
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([false, false, true]);
});

test('introspection has no key, and what is nested too deep to be written none either', () => {
  const { keyOf } = createAnswerCache();
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(keyOf({ query: '{ __schema { types { name } } }' })).toBeNull();
  expect(keyOf({ query: '{ pods { __typename } }' })).not.toBeNull();
  expect(keyOf({ query: '{ pods { totalCount } }', variables: { deep } })).toBeNull();
});
