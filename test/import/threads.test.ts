/** An import whose rows are made in threads against one that makes them itself: compiled code has threads, TypeScript sources have none. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pipe, type Source } from '../../src/records/pipe.ts';
import type { ObjectRecord, RecordBatch } from '../../src/records/record.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import { openSource } from '../../src/sources/open-source.ts';
import { importSink } from '../../src/store/import-sink.ts';
import { PROJECT } from '../support/run-cli.ts';

const compiled = {
  ...(await fromDist<typeof import('../../src/store/import-sink.ts')>('store/import-sink.js')),
  ...(await fromDist<typeof import('../../src/relations/extractor.ts')>('relations/extractor.js')),
};
const contentHash = '0123456789abcdef'.repeat(4);

let folder: string;
let started: Worker[];
const note = (worker: Worker): void => {
  started.push(worker);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'snapgraph-threads-'));
  started = [];
  process.on('worker', note);
});
afterEach(() => {
  process.off('worker', note);
  rmSync(folder, { recursive: true });
});

test.each([
  ['demo.tar.gz', 40],
  ['demo-partial.tar.gz', 40],
  ['demo-truncated.tar.gz', 40],
])(
  '%s, its objects %i times over: the same rows in every table',
  async (fixture, times) => {
    const batches = (await batchesOf(fixture)).flatMap((batch) => repeated(batch, times));
    const here = importSink({ file: join(folder, 'here.db'), contentHash, extractor: createExtractor() });
    const threads = compiled.importSink({ file: join(folder, 'threads.db'), contentHash, extractor: compiled.createExtractor() });
    await pipe({ source: sourceOf(batches), sink: here });
    expect(started).toHaveLength(0);
    await pipe({ source: sourceOf(batches), sink: threads });
    expect(started.length).toBeGreaterThan(0);
    expect(await differences(join(folder, 'here.db'), join(folder, 'threads.db'))).toEqual([]);
  },
  120_000,
);

test('rules of users: the threads have them, too', async () => {
  const rule = { from: { group: 'shop.example.com', kind: 'Shop' }, path: 'spec.tlsSecretRef.name', target: { group: '', kind: 'Secret' } };
  const userRules = [{ ...rule, relation: 'shop-secret', namespace: 'source', source: 'a test' }] as const;
  const batches = (await batchesOf('demo.tar.gz')).flatMap((batch) => repeated(batch, 40));
  const files = ['here.db', 'threads.db'].map((name) => join(folder, name)) as [string, string];
  await pipe({ source: sourceOf(batches), sink: importSink({ file: files[0], contentHash, extractor: createExtractor({ userRules }) }) });
  const extractor = compiled.createExtractor({ userRules });
  await pipe({ source: sourceOf(batches), sink: compiled.importSink({ file: files[1], contentHash, extractor }) });
  expect(started.length).toBeGreaterThan(0);
  expect(await differences(...files)).toEqual([]);
  const relations = new Database(files[1], { readonly: true }).prepare('SELECT count(*) FROM references_view WHERE relation = ?').pluck();
  expect(relations.get('shop-secret')).toBeGreaterThan(0);
}, 120_000);

test('what is damaged, cannot be kept or tells about kinds: the same rows and problems', async () => {
  const deleted = {
    ...recordOf('{"apiVersion":"v1","kind":"Pod","metadata":{"name":"gone"}}', 1),
    operation: 'deleted',
    observedAt: 7,
  } as const;
  const value = {
    ...deleted,
    raw: new Uint8Array(),
    operation: 'present',
    value: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'v' } },
  } as const;
  const { raw: _, ...bare } = value;
  const batches = [...repeated(many(), 8), ODD, [...ODD, bare, deleted], many(), [deleted]];
  const here = importSink({ file: join(folder, 'here.db'), contentHash, extractor: createExtractor() });
  const threads = compiled.importSink({ file: join(folder, 'threads.db'), contentHash, extractor: compiled.createExtractor() });
  const { snapshots } = await pipe({ source: sourceOf(batches), sink: here });
  await pipe({ source: sourceOf(batches), sink: threads });
  expect(started.length).toBeGreaterThan(0);
  expect(snapshots[0]?.problems).toBeGreaterThan(5);
  expect(await differences(join(folder, 'here.db'), join(folder, 'threads.db'))).toEqual([]);
});

test('another extractor than the one of the built-in rules makes its rows here', async () => {
  const extractor = compiled.createExtractor({ rules: [] });
  const sink = compiled.importSink({ file: join(folder, 'out.db'), contentHash, extractor });
  await pipe({ source: sourceOf(repeated(many(), 8)), sink });
  expect(started).toHaveLength(0);
});

test('a small input starts no thread', async () => {
  const sink = compiled.importSink({ file: join(folder, 'out.db'), contentHash, extractor: compiled.createExtractor() });
  await pipe({ source: sourceOf([many().slice(0, 100)]), sink });
  expect(started).toHaveLength(0);
});

test('a thread that dies ends the import, and nothing is left behind', async () => {
  process.once('worker', (worker) => void worker.terminate());
  const sink = compiled.importSink({ file: join(folder, 'out.db'), contentHash, extractor: compiled.createExtractor() });
  await expect(pipe({ source: sourceOf(repeated(many(), 8)), sink })).rejects.toThrow('The thread that reads objects ended');
  expect(readdirSync(folder)).toEqual([]);
});

test('an abort in the middle ends the threads, and nothing is left behind', async () => {
  const controller = new AbortController();
  const sink = compiled.importSink({ file: join(folder, 'out.db'), contentHash, extractor: compiled.createExtractor() });
  const source: Source = {
    format: 'test',
    async *records() {
      for (const batch of repeated(many(), 8)) {
        yield batch;
        if (started.length > 0) controller.abort(new Error('enough'));
      }
    },
  };
  await expect(pipe({ source, sink, signal: controller.signal })).rejects.toThrow('enough');
  expect(started.length).toBeGreaterThan(0);
  expect(started.map(({ threadId }) => threadId)).toEqual(started.map(() => -1));
  expect(readdirSync(folder)).toEqual([]);
});

async function fromDist<Module>(path: string): Promise<Module> {
  const file = join(PROJECT, 'dist/compiled/src', path);
  if (!existsSync(file)) throw new Error(`${file} is not there: npm run build compiles it.`);
  return await vi.importActual<Module>(file);
}

/** What the source yields is copied: its memory lasts until the next batch only. */
async function batchesOf(fixture: string): Promise<RecordBatch[]> {
  const { source } = await openSource({ location: join(PROJECT, 'fixtures', fixture) });
  const batches: RecordBatch[] = [];
  for await (const batch of source.records({ signal: new AbortController().signal })) {
    batches.push(
      batch.map((record) => (record.type === 'object' && record.raw !== undefined ? { ...record, raw: record.raw.slice() } : record)),
    );
  }
  return batches;
}

/** Objects under new names each time, so that they are as many objects; what else is in the batch comes once. */
function repeated(batch: RecordBatch, times: number): RecordBatch[] {
  const objects = batch.filter((record): record is ObjectRecord => record.type === 'object' && record.raw !== undefined);
  if (objects.length === 0) return [batch];
  const copies = Array.from({ length: times }, (_, index) => objects.map((record) => renamed(record, index)));
  return [batch, ...copies];
}

function renamed(record: ObjectRecord, copy: number): ObjectRecord {
  const json = Buffer.from(record.raw ?? []).toString('utf8');
  return { ...record, raw: Buffer.from(json.replace(/"name":"([a-z])/, `"name":"copy-${copy}-$1`)) };
}

/** About 1 MiB of objects. */
function many(): ObjectRecord[] {
  const padding = 'x'.repeat(1000);
  return Array.from({ length: 1000 }, (_, index) =>
    recordOf(`{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c${index}","namespace":"a"},"data":{"k":"${padding}"}}`, index),
  );
}

/** What cannot be kept, what is damaged, and what tells about kinds. */
const ODD: readonly ObjectRecord[] = [
  '{"apiVersion":',
  '[1]',
  '{"apiVersion":"v1","kind":"Pod","metadata":{}}',
  '\ufeff{"apiVersion":"v1","kind":"Pod","metadata":{"name":"marked"}}',
  Buffer.concat([Buffer.from('{"apiVersion":"v1","kind":"Secret","metadata":{"name":"'), Buffer.from([0xff]), Buffer.from('"}}')]),
  '{"apiVersion":"apps/v9","kind":"Deployment","metadata":{"name":"unknown","namespace":"a"}}',
  `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"deep"},"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  '{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"ws.x.io"},"spec":{"group":"x.io","scope":"Cluster","names":{"kind":"W","plural":"ws","shortNames":["w"]}}}',
  '{"apiVersion":"apiregistration.k8s.io/v1","kind":"APIService","metadata":{"name":"v1.x.io"},"spec":{"group":"x.io","service":{"name":"s"}}}',
  '{"apiVersion":"v1","kind":"Service","metadata":{"name":"nul\\u0000","namespace":"a","labels":{"__proto__":"\\ud800"}},"spec":{"selector":{"app":"web"}}}',
].map((json, line) => recordOf(json, line));

function recordOf(json: string | Uint8Array, line: number): ObjectRecord {
  return { type: 'object', snapshot: 0, operation: 'present', raw: Buffer.from(json), origin: { entry: 'objects.ndjson', line } };
}

function sourceOf(batches: readonly RecordBatch[]): Source {
  return {
    format: 'test',
    async *records() {
      yield* batches;
    },
  };
}

/** Tables whose rows differ, of two snapshot files. */
async function differences(one: string, other: string): Promise<string[]> {
  const [left, right] = [new Database(one, { readonly: true }), new Database(other, { readonly: true })];
  const names = left.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  expect(right.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()).toEqual(names);
  const rows = (db: Database.Database, name: string): unknown[] => db.prepare(`SELECT * FROM "${name}"`).raw().all();
  const found = names.filter((name) => JSON.stringify(rows(left, name)) !== JSON.stringify(rows(right, name)));
  left.close();
  right.close();
  return found;
}
