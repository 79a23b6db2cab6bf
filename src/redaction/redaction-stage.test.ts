import { expect, test } from 'vitest';
import { valueAt } from '../kube/safe.ts';
import type { ObjectRecord, RecordBatch, SnapshotRecord, SnapshotStart } from '../records/record.ts';
import { createMarker } from './mark.ts';
import { redactionStage } from './redaction-stage.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { demoSecrets } from './testing/manifests.ts';
import { batchesOf, captured, END, KEY, opaque, outcome, pod, redactedRecords, START } from './testing/records.ts';

const { mark, keyId } = createMarker(KEY);
const RULES = builtInRules.map(({ name }) => name);

test('the start says how the snapshot is redacted, and comes again before the end with the counts', async () => {
  const variables = [{ name: 'TOKEN', value: 'x' }];
  const records = await redactedRecords([START, opaque('a', { a: 'aGk=', b: 'aGk=' }), opaque('b'), pod('c'), pod('d', variables), END]);
  const described = {
    secretValues: 'redacted',
    mark: 'REDACTED bytes=<n> hmac-sha256=<hex>',
    keyId,
    key: 'random',
    rules: RULES,
    kept: [],
  };
  const byRule = { ...Object.fromEntries(RULES.map((rule) => [rule, 0])), 'secret-values': 3, 'environment-values': 1 };
  expect(records.map(({ type }) => type)).toEqual(['snapshot', 'object', 'object', 'object', 'object', 'snapshot', 'end']);
  expect(records[0]).toEqual({ ...START, redaction: described });
  expect(records[5]).toEqual({
    ...START,
    redaction: { ...described, counts: { values: 4, objects: 3, byRule, certificates: 0, dropped: 0, kept: [], notFound: [] } },
  });
  expect(keyId).toMatch(/^[0-9a-f]{16}$/);
});

test('the key of a file is told as such, and another key has another name', async () => {
  const [start] = (await redactedRecords([START, END], { keySource: 'file', key: Buffer.from('another key of 32 bytes, or more.') })) as [
    SnapshotStart,
  ];
  expect(start.redaction).toMatchObject({ key: 'file' });
  expect(start.redaction?.['keyId']).not.toBe(keyId);
});

test('all that is no object passes as it is, in its order', async () => {
  const others: SnapshotRecord[] = [
    outcome('pods'),
    {
      type: 'log',
      snapshot: 0,
      namespace: 'shop',
      pod: 'web',
      container: 'web',
      previous: false,
      part: 1,
      last: true,
      chunk: Buffer.from('PASSWORD=hunter2'),
      origin: { entry: 'x' },
    },
    {
      type: 'document',
      snapshot: 0,
      name: 'x.json',
      mediaType: 'application/json',
      part: 1,
      last: true,
      chunk: Buffer.from('{"kind":"Secret","data":{"a":"aGk="}}'),
      origin: { entry: 'x' },
    },
    { type: 'problem', snapshot: 0, severity: 'info', code: 'X', message: 'x' },
    { type: 'sync', snapshot: 0, resource: { group: '', version: 'v1', resource: 'pods' }, resourceVersion: '1' },
  ];
  const records = await redactedRecords([START, ...others, pod('a'), ...others, END]);
  expect(records.slice(1, 6).every((record, index) => record === others[index])).toBe(true);
  expect(records.slice(7, 12).every((record, index) => record === others[index])).toBe(true);
});

test('an object in which nothing is replaced is the same record; of one that is redacted the old value is gone', async () => {
  const clean = { ...pod('a'), value: { kind: 'Pod' } };
  const withValue = { ...opaque('b'), value: { kind: 'Secret', data: { a: 'aGVsbG8=' } } };
  const { raw: _raw, ...valueOnly } = withValue;
  const { raw: _none, ...cleanValueOnly } = clean;
  const [, first, second, third, fourth] = await redactedRecords([START, clean, withValue, valueOnly, cleanValueOnly, END]);
  expect(first).toBe(clean);
  expect(fourth).toBe(cleanValueOnly);
  expect(Buffer.from((second as ObjectRecord).raw ?? []).toString()).toContain(mark(Buffer.from('hello')));
  expect(Buffer.from((third as ObjectRecord).raw ?? []).toString()).toBe(`{"kind":"Secret","data":{"a":"${mark(Buffer.from('hello'))}"}}`);
  for (const record of [second, third]) expect(record).not.toHaveProperty('value');
});

test('a Secret that is kept keeps its values and their copies, and no other does', async () => {
  const [kept, other] = demoSecrets;
  const records = [kept, other].map((known) => captured(known?.manifest ?? {}, 'secrets'));
  const work = captured({ apiVersion: 'x/v1', kind: 'ManifestWork', spec: [kept?.manifest ?? {}] }, 'manifestworks', {
    resource: { group: 'x', version: 'v1', resource: 'manifestworks' },
  });
  const keep = [
    { namespace: 'data', name: 'postgres-auth' },
    { namespace: 'data', name: 'gone' },
  ];
  const [start, first, second, third, last] = await redactedRecords([START, ...records, work, END], { keep });
  expect(first).toBe(records[0]);
  for (const record of [second, third]) expect(Buffer.from((record as ObjectRecord).raw ?? []).toString()).toContain('REDACTED');
  expect((start as SnapshotStart).redaction).toMatchObject({ kept: ['data/postgres-auth', 'data/gone'] });
  expect((last as SnapshotStart).redaction).toMatchObject({ counts: { kept: ['data/postgres-auth'], notFound: ['data/gone'] } });
});

test('a Secret that names itself twice is not the one that is kept', async () => {
  const json = '{"kind":"Secret","metadata":{"namespace":"shop","name":"a","name":"b"},"data":{"x":"aGVsbG8="}}';
  const [, object] = await redactedRecords([START, captured(json, 'secrets'), END], {
    keep: [
      { namespace: 'shop', name: 'a' },
      { namespace: 'shop', name: 'b' },
    ],
  });
  expect(Buffer.from((object as ObjectRecord).raw ?? []).toString()).toContain('REDACTED');
});

test('without a start one is made; without an end the counts come last; nothing is lost', async () => {
  const records = await redactedRecords([opaque('a')]);
  expect(records).toMatchObject([
    { type: 'snapshot', format: 'snapgraph', redaction: { keyId } },
    { type: 'object' },
    { type: 'snapshot', redaction: { counts: { values: 1 } } },
  ]);
  expect(await redactedRecords([])).toEqual([]);
  expect(await batchesOf([[], [START]])).toMatchObject([[], [START], [{ type: 'snapshot', redaction: { counts: { values: 0 } } }]]);
});

test('a start that comes again is what the counts are added to, and what was redacted before is not forgotten', async () => {
  const refined: SnapshotStart = {
    ...START,
    serverVersion: { gitVersion: 'v1.37.2' },
    redaction: { keyId: '0123', counts: { values: 7 } },
  };
  const records = (await redactedRecords([START, opaque('a'), refined, END])) as SnapshotStart[];
  expect(records[2]).toMatchObject({
    serverVersion: { gitVersion: 'v1.37.2' },
    redaction: { keyId, before: { keyId: '0123', counts: { values: 7 } } },
  });
  expect(records[2]?.redaction).not.toHaveProperty('counts');
  expect(records[3]).toMatchObject({
    serverVersion: { gitVersion: 'v1.37.2' },
    redaction: { counts: { values: 1 }, before: { keyId: '0123' } },
  });
});

test('several snapshots are counted each on its own', async () => {
  const second = (record: SnapshotRecord): SnapshotRecord => ({ ...record, snapshot: 1 });
  const records = await redactedRecords([START, second(START), opaque('a'), second(opaque('a')), second(opaque('b')), END, second(END)]);
  const starts = records.filter(
    (record): record is SnapshotStart => record.type === 'snapshot' && record.redaction?.['counts'] !== undefined,
  );
  expect(starts.map(({ snapshot, redaction }) => [snapshot, valueAt(redaction, 'counts', 'values')])).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('without rules nothing is redacted, and the start says so', async () => {
  const record = opaque('a');
  const [start, object] = await redactedRecords([START, record, END], { rules: [] });
  expect(object).toBe(record);
  expect((start as SnapshotStart).redaction).toMatchObject({ secretValues: 'included', rules: [] });
});

test('a source that fails fails, and one that is not read to its end is closed', async () => {
  const stage = redactionStage({ rules: builtInRules, key: KEY });
  let closed = 0;
  async function* source(fails: boolean): AsyncGenerator<RecordBatch> {
    try {
      yield [START];
      if (fails) throw new Error('the connection broke');
      yield [END];
    } finally {
      closed++;
    }
  }
  const read = async (fails: boolean, most: number): Promise<number> => {
    let batches = 0;
    for await (const _batch of stage(source(fails))) if (++batches === most) break;
    return batches;
  };
  await expect(read(true, 9)).rejects.toThrow('the connection broke');
  expect(await read(false, 1)).toBe(1);
  expect(closed).toBe(2);
});
