import { getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importFixture } from '../../../test/support/imported.ts';
import { type Api, createApi } from '../create-api.ts';
import { measureDocument } from './measure-document.ts';

let imported: Imported;
let api: Api;

beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
  api = createApi({ snapshots: [imported.reader] });
});
afterAll(() => imported.close());

const repeat = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const nested = (count: number, open: string, inside: string, close: string) => open.repeat(count) + inside + close.repeat(count);

interface HostileQuery {
  readonly what: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: string;
}

const fanOut = (levels: number) => `{ pods { items { ${nested(levels, 'node { pods { items { ', 'name', '} } } ')} } } }`;
const doubling = repeat(
  40,
  (index) =>
    `fragment F${index} on Pod { node { a: pods(first: 1) { items { ...F${index + 1} } } b: pods(first: 1) { items { ...F${index + 1} } } } }`,
);

const hostile: readonly HostileQuery[] = [
  {
    what: 'fields nested 60 deep',
    query: `{ pods { items { ${nested(30, 'node { pods(first: 1) { items { ', 'name', '} } } ')} } } }`,
    code: 'LIMIT_DEPTH',
  },
  {
    what: 'fields nested as deep as the tokens allow',
    query: nested(2_400, '{ a ', '', '}').replace('{ a }', '{ a }'),
    code: 'LIMIT_DEPTH',
  },
  {
    what: 'parentheses that no parser should follow',
    query: `{ pods(where: ${nested(2_000, '{ not: ', '{}', '}')}) { totalCount } }`,
    code: 'LIMIT_DEPTH',
  },
  { what: 'an endless text', query: `{ ${'name '.repeat(1_000_000)} }`, code: 'LIMIT_TOKENS' },
  {
    what: 'a fragment that spreads itself',
    query: 'query { pods { items { ...A } } } fragment A on Pod { ...B } fragment B on Pod { ...A }',
    code: 'BAD_USER_INPUT',
  },
  {
    what: 'fragments that double at every step',
    query: `query { pods { items { ...F0 } } } ${doubling} fragment F40 on Pod { name }`,
    code: 'LIMIT_DEPTH',
  },
  {
    what: 'fragments that double within the depth allowed',
    query: `query { objects(first: 1) { items { ...G0 } } } ${repeat(11, (index) => `fragment G${index} on KubernetesObject { x${index}: namespaceObject { ...G${index + 1} } y${index}: namespaceObject { ...G${index + 1} } }`)} fragment G11 on KubernetesObject { name }`,
    code: 'LIMIT_TOKENS',
  },
  {
    what: 'one field a thousand times under aliases',
    query: `{ pods(first: 1) { items { ${repeat(1_000, (index) => `a${index}: name`)} } } }`,
    code: 'LIMIT_ALIASES',
  },
  { what: 'all rows of everything, again and again', query: fanOut(6), code: 'LIMIT_ROWS' },
  {
    what: 'the JSON of everything many times',
    query: `{ ${repeat(150, (index) => `a${index}: objects { items { json } }`)} }`,
    code: 'LIMIT_BYTES',
  },
  {
    what: 'a list of values too long',
    query: 'query ($v: JSON) { pods(where: {path: "metadata.name", operator: IN, value: $v}) { totalCount } }',
    variables: { v: Array.from({ length: 100_000 }, (_, index) => `p${index}`) },
    code: 'LIMIT_TOKENS',
  },
  { what: 'a first beyond all lists', query: '{ pods(first: 2000000000) { totalCount } }', code: 'LIMIT_ROWS' },
  { what: 'a flood of directives', query: `{ pods ${repeat(2_000, () => '@include(if: true)')} { totalCount } }`, code: 'LIMIT_TOKENS' },
  { what: 'unknown directives', query: `{ pods ${repeat(1_500, (index) => `@x${index}`)} { totalCount } }`, code: 'BAD_USER_INPUT' },
  {
    what: 'the same field so often that comparing all pairs would take long',
    query: `{ pods { items { ${repeat(900, () => 'node { name }')} } } }`,
    code: 'LIMIT_TOKENS',
  },
  { what: 'introspection nested', query: '{ __schema { types { fields { type { fields { name } } } } } }', code: 'LIMIT_DEPTH' },
  {
    what: 'introspection again and again',
    query: `{ ${repeat(60, (index) => `s${index}: __schema { types { name } }`)} }`,
    code: 'LIMIT_ALIASES',
  },
  {
    what: 'aliases inside the introspection',
    query: `{ __schema { types { fields { args { ${repeat(100, (index) => `n${index}: name`)} } } } } }`,
    code: 'LIMIT_ALIASES',
  },
  {
    what: 'a pattern that would hang a backtracking engine',
    query: '{ pods(where: {path: "metadata.name", operator: MATCHES, value: "^(([a-z-]+)+)+\\\\d!$"}) { totalCount } }',
    code: 'NONE',
  },
  {
    what: 'a pattern that explodes when compiled',
    query: '{ pods(where: {path: "metadata.name", operator: MATCHES, value: "((a{1000}){1000}){1000}"}) { totalCount } }',
    code: 'BAD_USER_INPUT',
  },
  { what: 'an alias that is a prototype', query: '{ __proto__: pods(first: 1) { constructor: items { toString: name } } }', code: 'NONE' },
];

describe('a hostile query ends quickly', () => {
  test.each(hostile)('$what: $code', async ({ query, variables, code }) => {
    const start = performance.now();
    const { errors = [] } = await api.execute({ query, ...(variables === undefined ? {} : { variables }) });
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(errors.map((error) => error.extensions['code'])).toEqual(code === 'NONE' ? [] : expect.arrayContaining([code]));
    if (code.startsWith('LIMIT_')) {
      const limit = errors.find((error) => error.extensions['code'] === code)?.extensions;
      expect(limit).toMatchObject({
        limit: expect.any(Number),
        value: expect.any(Number),
        setting: expect.stringMatching(/^SNAPGRAPH_/),
        hint: expect.any(String),
      });
    }
  });

  test('and the next one is answered', async () => {
    expect(await api.execute({ query: '{ pods { totalCount } }' })).toEqual({ data: { pods: { totalCount: 46 } } });
  });
});

test('an operation that takes too long ends with LIMIT_TIME', async () => {
  const hasty = createApi({ snapshots: [imported.reader], limits: { milliseconds: 0 } });
  const { errors = [] } = await hasty.execute({ query: fanOut(3) });
  expect(errors.map((error) => error.extensions['code'])).toEqual(['LIMIT_TIME']);
});

test('a request that is cancelled ends', async () => {
  const { errors = [] } = await api.execute({ query: fanOut(3), signal: AbortSignal.abort() });
  expect(errors).toHaveLength(1);
});

test('what GraphiQL asks of the schema is let through', async () => {
  for (const query of [
    getIntrospectionQuery(),
    getIntrospectionQuery({
      inputValueDeprecation: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      oneOf: true,
    }),
  ]) {
    expect((await api.execute({ query })).errors).toBeUndefined();
  }
});

test('a list that would be cut says how to page instead', async () => {
  const short = createApi({ snapshots: [imported.reader], limits: { listRows: 10 } });
  const { data, errors = [] } = await short.execute({ query: '{ pods { items { name } } nodes { items { name } } }' });
  expect(errors.map(({ message, extensions }) => [extensions['code'], /first: .*after: .*endCursor/.test(message)])).toEqual([
    ['LIMIT_ROWS', true],
  ]);
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({ pods: null, nodes: { items: expect.any(Array) } });
});

test('unexpected errors are masked, logged once and told apart by an id', async () => {
  const logged: { readonly id: string; readonly error: unknown }[] = [];
  const secret = new Error('password=hunter2');
  const broken = Object.create(imported.reader) as typeof imported.reader;
  Object.assign(broken, {
    metered: (meter: Parameters<typeof imported.reader.metered>[0]) => ({
      ...imported.reader.metered(meter),
      conditions: () => Promise.reject(secret),
    }),
  });
  const masked = createApi({ snapshots: [broken], logError: (entry) => logged.push(entry) });
  const { data, errors = [] } = await masked.execute({ query: '{ pods { items { name conditions { type } } } }' });
  expect(logged.map(({ error }) => error)).toEqual([secret]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.extensions).toEqual({ code: 'INTERNAL', id: logged[0]?.id, occurrences: 46 });
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  expect(JSON.parse(JSON.stringify(data))).toMatchObject({
    pods: { items: expect.arrayContaining([{ name: expect.any(String), conditions: null }]) },
  });
});

test('a document is measured without being spread out', () => {
  const doubling = repeat(50, (index) => `fragment F${index} on Pod { a: node { ...F${index + 1} } b: node { ...F${index + 1} } }`);
  const measure = measureDocument(parse(`{ pods { items { ...F0 } } } ${doubling} fragment F50 on Pod { name }`));
  expect(measure).toMatchObject({ depth: 53, aliases: 2 ** 51 - 2, introspectionLists: 0 });
  expect(measure.fields).toBe(2 + 2 ** 51 - 2 + 2 ** 50);
});
