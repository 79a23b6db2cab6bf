import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleSink } from '../bundle/write-bundle.ts';
import { pipe } from '../records/pipe.ts';
import type { ObjectRecord, RecordBatch, SnapshotRecord } from '../records/record.ts';
import { openSource } from './open-source.ts';
import { END, object, START, sourceOf } from './testing/records.ts';
import { fileOf, manifestOf, wholePagesBefore } from './testing/scan-tar.ts';
import { ofType, parsed, readAll, temporaryFolder } from './testing/tar.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo.tar.gz');

async function rewritten(location: string, path: string): Promise<void> {
  const { source } = await openSource({ location });
  await pipe({ source, sink: bundleSink({ path, level: 1 }) });
}

/** Records without where they were read and when: what a copy must hold as well. */
function comparable(records: readonly SnapshotRecord[], type: SnapshotRecord['type']): unknown[] {
  return inOrder(ofType(records, type)).map((record) => {
    if (record.type === 'object') return [Buffer.from(record.raw ?? []).toString(), record.resource, record.operation];
    if (record.type === 'log' || record.type === 'document')
      return { ...record, origin: null, chunk: Buffer.from(record.chunk).toString('base64') };
    return { ...record, origin: null };
  });
}

/** Outcomes of logs come in any order. */
function inOrder<Kind extends SnapshotRecord>(records: readonly Kind[]): readonly Kind[] {
  const isOutcome = (record: Kind): boolean => record.type === 'log' && record.part === 0;
  const outcomes = records.filter(isOutcome).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return [...records.filter((record) => !isOutcome(record)), ...outcomes];
}

test('a bundle that is read and written again holds the same, byte for byte', async () => {
  const path = join(await temporaryFolder(), 'copy.tar.gz');
  await rewritten(DEMO, path);
  const original = await readAll(DEMO);
  const copy = await readAll(path);
  for (const type of ['object', 'log', 'document', 'resource', 'end'] as const)
    expect(comparable(copy.records, type)).toEqual(comparable(original.records, type));
  expect(ofType(copy.records, 'problem').map(({ code, message }) => [code, message])).toEqual(
    ofType(original.records, 'problem').map(({ code, message }) => [code, message]),
  );
  expect({ ...ofType(copy.records, 'snapshot').at(-1), name: '' }).toEqual({ ...ofType(original.records, 'snapshot').at(-1), name: '' });
  const manifest = manifestOf(path);
  expect(manifest.counts).toMatchObject({ objects: 754, byKind: { 'core/Pod': 46, 'apps/Deployment': 21 } });
  expect(readdirSync(join(path, '..'))).toEqual(['copy.tar.gz']);
});

test('of a file cut anywhere only the entry under way is lost', async () => {
  const path = join(await temporaryFolder(), 'copy.tar.gz');
  await rewritten(DEMO, path);
  const whole = readFileSync(path);
  const all = comparable((await readAll(path)).records, 'object');
  let seed = 20261123;
  for (let round = 0; round < 25; round++) {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    const length = 20_000 + (seed % (whole.length - 20_000));
    writeFileSync(path, whole.subarray(0, length));
    const { records } = await readAll(path);
    const objects = comparable(records, 'object');
    expect(objects).toEqual(all.slice(0, objects.length));
    expect(objects).toHaveLength(wholePagesBefore(whole, length));
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
  }
});

test('a page ends with its batch, its resource, 500 objects or 4 MiB', async () => {
  const path = join(await temporaryFolder(), 'pages.tar.gz');
  const padding = 'x'.repeat(1 << 20);
  const service: ObjectRecord = { ...object('s'), value: { apiVersion: 'v1', kind: 'Service', metadata: { name: 's' } } };
  await pipe({
    source: sourceOf([
      [START, object('a'), object('b'), service, object('c')],
      [object('d')],
      Array.from({ length: 501 }, (_, index) => object(`e${index}`)),
      Array.from({ length: 5 }, (_, index) => object(`f${index}`, { padding })),
      [END],
    ]),
    sink: bundleSink({ path }),
  });
  const pages = manifestOf(path).entries.filter((entry) => entry.path.startsWith('objects/'));
  const lines = pages.map((page) => [page.path, fileOf(path, page.path).trimEnd().split('\n').length]);
  expect(lines).toEqual([
    ['objects/core/v1/pods/0001.ndjson', 2],
    ['objects/core/v1/services/0001.ndjson', 1],
    ['objects/core/v1/pods/0002.ndjson', 1],
    ['objects/core/v1/pods/0003.ndjson', 1],
    ['objects/core/v1/pods/0004.ndjson', 500],
    ['objects/core/v1/pods/0005.ndjson', 1],
    ['objects/core/v1/pods/0006.ndjson', 3],
    ['objects/core/v1/pods/0007.ndjson', 2],
  ]);
});

test('a new gzip member begins at least every 16 MiB', async () => {
  const path = join(await temporaryFolder(), 'members.tar.gz');
  const chunk = new Uint8Array(1 << 20).map((_, index) => (index * 7919) % 251);
  const parts: RecordBatch = Array.from({ length: 40 }, (_, index) => ({
    type: 'document',
    snapshot: 0,
    name: 'big.bin',
    mediaType: 'application/octet-stream',
    part: index + 1,
    last: index === 39,
    chunk,
    origin: { entry: 'test' },
  }));
  await pipe({ source: sourceOf([[START], parts, [END]]), sink: bundleSink({ path, level: 1 }) });
  const bytes = readFileSync(path);
  const heads = [...bytes.keys()].filter(
    (at) => bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3] === 0,
  );
  expect(heads.length).toBeGreaterThanOrEqual(3);
  const { records } = await readAll(path);
  expect(
    Buffer.compare(Buffer.concat(ofType(records, 'document').map((record) => record.chunk)), Buffer.concat(Array(40).fill(chunk))),
  ).toBe(0);
  expect(readdirSync(join(path, '..'))).toEqual(['members.tar.gz']);
}, 120_000);

test('changes of a recording keep their order and their times', async () => {
  const path = join(await temporaryFolder(), 'changes.tar.gz');
  const changes: ObjectRecord[] = [
    { ...object('a'), operation: 'modified', observedAt: 1_795_410_551_000 },
    { ...object('b'), operation: 'deleted', observedAt: 1_795_410_551_500 },
  ];
  await pipe({ source: sourceOf([[START, object('a')], changes, [END]]), sink: bundleSink({ path }) });
  const { records } = await readAll(path);
  expect(ofType(records, 'object').map((record) => [record.operation, record.observedAt, parsed(record).metadata.name])).toEqual([
    ['present', undefined, 'a'],
    ['modified', 1_795_410_551_000, 'a'],
    ['deleted', 1_795_410_551_500, 'b'],
  ]);
});

test("another tool's bundle becomes one of ours", async () => {
  const path = join(await temporaryFolder(), 'converted.tar.gz');
  const location = join(import.meta.dirname, '../../fixtures/frozen/support-bundle.tar.gz');
  await rewritten(location, path);
  const before = await readAll(location);
  const after = await readAll(path);
  expect(after.format).toBe('snapgraph');
  expect(ofType(after.records, 'object').map((record) => parsed(record))).toEqual(
    ofType(before.records, 'object').map((record) => parsed(record)),
  );
  const rows = (records: readonly SnapshotRecord[]): string[] =>
    ofType(records, 'resource')
      .map((row) => [row.group, row.version, row.resource, row.namespace, row.outcome, row.items ?? 0, row.served].join(' '))
      .sort();
  expect(rows(after.records)).toEqual(rows(before.records));
});
