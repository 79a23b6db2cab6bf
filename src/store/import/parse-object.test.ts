import { expect, test } from 'vitest';
import type { Extractor } from '../../relations/extractor.ts';
import { importRecords, object, raw } from '../testing/import-records.ts';
import { parseObject } from './parse-object.ts';

const pod = (metadata: unknown) => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata });
const nested = (levels: number) =>
  `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"x":${'['.repeat(levels)}${']'.repeat(levels)}}`;

test.each([
  ['OBJECT_UNREADABLE', /cannot be read/, '{"apiVersion":'],
  ['NOT_AN_OBJECT', /a list, not an object/, '[1]'],
  ['NOT_AN_OBJECT', /null, not an object/, 'null'],
  ['NOT_AN_OBJECT', /a number, not an object/, '7'],
  ['OBJECT_WITHOUT_IDENTITY', /no apiVersion/, '{"kind":"Pod","metadata":{"name":"p"}}'],
  ['OBJECT_WITHOUT_IDENTITY', /no kind/, '{"apiVersion":"v1","metadata":{"name":"p"}}'],
  ['OBJECT_WITHOUT_IDENTITY', /no metadata.name/, pod(['p'])],
  ['OBJECT_WITHOUT_IDENTITY', /no metadata.name/, pod({ name: '' })],
  ['OBJECT_WITHOUT_IDENTITY', /metadata.name is a number/, pod({ name: 7 })],
  ['OBJECT_WITHOUT_IDENTITY', /metadata.namespace is a object/, pod({ name: 'p', namespace: {} })],
  ['OBJECT_WITHOUT_IDENTITY', /metadata.name has 5000 characters/, pod({ name: 'x'.repeat(5000) })],
  ['OBJECT_TOO_DEEP', /more than 500 levels/, nested(100_000)],
])('%s %s', (code, message, json) => {
  const { parsed, problem } = parseObject(raw(json, { origin: { entry: 'objects/pods.ndjson', line: 7 } }));
  expect(parsed).toBeUndefined();
  expect(problem).toMatchObject({ code, severity: 'error', origin: { entry: 'objects/pods.ndjson', line: 7 } });
  expect(problem?.message).toMatch(message);
});

test('200 levels are kept', () => {
  expect(parseObject(raw(nested(200))).parsed?.name).toBe('p');
});

test('values without bytes are written as JSON; those that cannot be are problems', () => {
  const deep = JSON.parse(nested(100_000)) as unknown;
  const cyclic: Record<string, unknown> = { apiVersion: 'v1', kind: 'Pod' };
  cyclic['self'] = cyclic;
  const { raw: _, ...bare } = raw('');
  expect(parseObject({ ...bare, value: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' } } }).parsed?.json).toBe(
    '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}',
  );
  expect(parseObject({ ...bare, value: deep }).problem?.code).toBe('OBJECT_UNREADABLE');
  expect(parseObject({ ...bare, value: cyclic }).problem?.code).toBe('OBJECT_UNREADABLE');
  expect(parseObject({ ...bare, value: undefined }).problem?.code).toBe('OBJECT_UNREADABLE');
});

test('bytes that are not UTF-8 are replaced, and said to be; a byte order mark goes', () => {
  const bytes = Buffer.concat([
    Buffer.from(pod({ name: 'p' }).slice(0, -2)),
    Buffer.from(',"annotations":{"a":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}}}'),
  ]);
  const damaged = parseObject(raw(bytes));
  expect(damaged.problem).toMatchObject({ code: 'INVALID_UTF8', object: { apiVersion: 'v1', kind: 'Pod', name: 'p' } });
  expect(damaged.parsed?.json).toContain('\ufffd\ufffd');
  expect(parseObject(raw(`\ufeff${pod({ name: 'p' })}`)).parsed?.json).toBe(pod({ name: 'p' }));
});

test('hostile keys and shapes are kept as they are and harm nothing', async () => {
  const json =
    '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"a","labels":{"__proto__":"x","constructor":"y","n":7},"finalizers":[1,"f"],"managedFields":7},"spec":[],"status":{"conditions":{},"phase":["x"]},"__proto__":{"polluted":true}}';
  const reader = await importRecords([
    raw(json),
    object('v1', 'constructor', 'a/toString'),
    object('__proto__/v1', '__proto__', 'a/__proto__'),
  ]);
  const [pod1, odd, proto] = await reader.find([
    { group: '', kind: 'Pod', namespace: 'a', name: 'p' },
    { group: '', kind: 'constructor', namespace: 'a', name: 'toString' },
    { group: '__proto__', kind: '__proto__', namespace: 'a', name: '__proto__' },
  ]);
  expect(pod1).toMatchObject({ phase: null, ready: null, reason: null });
  expect((await reader.json([pod1?.id ?? 0])).get(pod1?.id ?? 0)).toBe(json);
  expect(odd?.name).toBe('toString');
  expect(proto?.group).toBe('__proto__');
  expect({}).not.toHaveProperty('polluted');
  const labelled = await reader.list({ filter: { labels: [{ key: '__proto__', operator: 'In', values: ['x'] }] } });
  expect(labelled.rows.map(({ name }) => name)).toEqual(['p']);
});

test('an object whose rules fail is kept, without references, and a problem names it', async () => {
  const extractor: Extractor = {
    extract: () => {
      throw new Error('cannot follow this');
    },
    relations: [],
    hash: 'test',
    recipe: null,
  };
  const reader = await importRecords([object('v1', 'ConfigMap', 'a/c')], { extractor });
  expect(reader.info.objects).toBe(1);
  expect(await reader.problems()).toMatchObject([
    { code: 'REFERENCES_UNREADABLE', object: { kind: 'ConfigMap', namespace: 'a', name: 'c' } },
  ]);
});

test('a version without a conversion is one problem, however many objects it has', async () => {
  const reader = await importRecords(
    ['a', 'b'].map((name) =>
      object('autoscaling/v9', 'HorizontalPodAutoscaler', `n/${name}`, { spec: { scaleTargetRef: { kind: 'Deployment', name: 'x' } } }),
    ),
  );
  expect(reader.info).toMatchObject({ objects: 2, references: 0 });
  expect(await reader.problems()).toMatchObject([{ code: 'UNKNOWN_VERSION' }]);
});

test('a version without a conversion keeps what does not depend on its shape: its owners', async () => {
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'u' };
  const scaler = object('autoscaling/v9', 'HorizontalPodAutoscaler', 'n/a', {
    metadata: { ownerReferences: [owner] },
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'other' } },
  });
  const reader = await importRecords([scaler]);
  expect(reader.info).toMatchObject({ objects: 1, references: 1 });
  const [found] = await reader.find([{ group: 'autoscaling', kind: 'HorizontalPodAutoscaler', namespace: 'n', name: 'a' }]);
  const edges = await reader.edges({ parents: [found?.id ?? 0], direction: 'forward' });
  expect(edges.map(({ reference }) => [reference?.relation, reference?.path])).toEqual([['owner', 'metadata.ownerReferences[0].name']]);
});
