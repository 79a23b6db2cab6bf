import { expect, test } from 'vitest';
import { valueAt } from '../kube/safe.ts';
import type { JsonObject, Problem, SnapshotRecord, SnapshotStart } from '../records/record.ts';
import { captured, END, opaque, outcome, redactedRecords, START } from './testing/records.ts';

function counts(records: readonly SnapshotRecord[]): unknown {
  return valueAt((records.findLast(({ type }) => type === 'snapshot') as SnapshotStart).redaction, 'counts');
}

test.each<[string, string, boolean]>([
  ['cut', '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"a":"aGVs', true],
  ['cut before it says what it is', '{"data":{"a":"aGVsbG8="},"metadata":{"name":"a"}', false],
  ['cut in the word that says what it is', '{"metadata":{},"data":{"a":"aGVsbG8="},"kind":"Secre', false],
  ['no JSON', 'password: hunter2', false],
  ['empty', '', false],
  ['deeper than 500 levels', `{"kind":"Secret","metadata":{"name":"a"},"data":${'{"a":'.repeat(600)}1${'}'.repeat(600)}}`, false],
  ['an env 400 deep', `{"kind":"Pod","metadata":{"name":"a"},"spec":${'{"env":[{"x":'.repeat(400)}1${'}]}'.repeat(400)}}`, false],
  [
    'more than 100,000 strings that are JSON',
    `{"kind":"Secret","metadata":{"name":"a"},"data":{"a":"aGVsbG8="},"x":[${'"{}",'.repeat(100_001)}1]}`,
    false,
  ],
  ['more than two million values', `{"kind":"Secret","metadata":{"name":"a"},"data":[${'1,'.repeat(2_000_000)}1]}`, false],
])('what may hold a secret and cannot be walked does not leave: %s', async (_what, json, isSecrets) => {
  const { resource: _resource, ...alone } = captured(json, 'secrets', { origin: { entry: 'secrets', line: 3 } });
  const records = await redactedRecords([START, isSecrets ? captured(json, 'secrets') : alone, opaque('b'), END]);
  const problem = records[1] as Problem;
  expect(records.map(({ type }) => type)).toEqual(['snapshot', 'problem', 'object', 'snapshot', 'end']);
  expect(problem).toMatchObject({ severity: 'error', code: 'REDACTION_FAILED' });
  expect(problem.message).toMatch(/secrets.*was left out: it may hold a secret/);
  expect(JSON.stringify(records)).not.toMatch(/aGVs|hunter2/);
  expect(counts(records)).toMatchObject({ dropped: 1, values: 1 });
});

test('a problem names the object where that can be known', async () => {
  const deep = `{"kind":"Secret","apiVersion":"v1","metadata":{"namespace":"shop","name":"deep"},"data":{"a":${'['.repeat(600)}${']'.repeat(600)}}}`;
  const circle: JsonObject = { kind: 'Secret', metadata: { name: 'circle' } };
  circle['self'] = circle;
  const { raw: _raw, ...record } = opaque('x');
  const [, first, second] = (await redactedRecords([
    START,
    captured(deep, 'secrets', { origin: { entry: 'secrets.ndjson', line: 7 } }),
    { ...record, value: circle },
    END,
  ])) as [unknown, Problem, Problem];
  expect(first.message).toBe(
    'Secret shop/deep (secrets.ndjson line 7) was left out: it may hold a secret and cannot be looked through. It is no JSON, has more than 500 levels, or was made to be slow.',
  );
  expect(first.object).toEqual({ apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'deep' });
  expect(second.object).toEqual({ kind: 'Secret', name: 'circle' });
});

test('a list of which an object was left out proves no absence, whether its outcome comes after or came before', async () => {
  const broken = captured('{"kind":"Secret"', 'secrets');
  const after = await redactedRecords([START, outcome('pods'), broken, broken, outcome('secrets', { items: 2, message: 'as asked' }), END]);
  expect(after.filter(({ type }) => type === 'resource')).toMatchObject([
    { resource: 'pods', outcome: 'ok' },
    {
      resource: 'secrets',
      outcome: 'partial',
      items: 2,
      message: 'as asked; 2 objects of it could not be redacted and did not leave the cluster',
    },
  ]);
  const before = await redactedRecords([START, outcome('secrets'), outcome('secrets', { namespace: 'x', outcome: 'denied' }), broken, END]);
  expect(before.filter(({ type }) => type === 'resource')).toMatchObject([
    { outcome: 'ok' },
    { outcome: 'denied' },
    { outcome: 'partial', message: 'an object of it could not be redacted and did not leave the cluster' },
  ]);
  expect(before.at(-1)?.type).toBe('end');
});

test('of many that are left out a hundred are told, and the others counted', async () => {
  const broken = captured('{"kind":"Secret"', 'secrets');
  const problems = (await redactedRecords([START, ...Array.from({ length: 250 }, () => broken), END])).filter(
    ({ type }) => type === 'problem',
  ) as Problem[];
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe('150 more objects were left out: they may hold secrets and cannot be looked through.');
});
