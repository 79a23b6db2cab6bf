import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { InputError } from '../records/input-error.ts';
import { pipe } from '../records/pipe.ts';
import type { RecordBatch } from '../records/record.ts';
import { createExtractor } from '../relations/extractor.ts';
import { type ImportProgress, importSink } from './import-sink.ts';
import { importRecords, object, outcome, temporaryFolder } from './testing/import-records.ts';

const contentHash = '0123456789abcdef'.repeat(4);
const extractor = createExtractor();
const configMap = object('v1', 'ConfigMap', 'a/c');

function source(batches: readonly RecordBatch[], fail?: Error) {
  return {
    format: 'test',
    records: async function* () {
      yield* batches;
      if (fail !== undefined) throw fail;
    },
  };
}

test('one file a cluster, named by the content', async () => {
  const folder = temporaryFolder();
  const sink = importSink({ folder, contentHash, extractor, name: 'archive' });
  const { snapshots } = await pipe({ source: source([[configMap, { ...configMap, snapshot: 7 }]]), sink });
  expect(snapshots.map(({ path }) => path)).toEqual([join(folder, '0123456789ab.db'), join(folder, '0123456789ab-2.db')]);
  expect(snapshots.map(({ info }) => [info.id, info.name, info.objects])).toEqual([
    ['0123456789ab', 'archive', 1],
    ['0123456789ab-2', 'archive', 1],
  ]);
  expect(readdirSync(folder).sort()).toEqual(['0123456789ab-2.db', '0123456789ab.db']);
});

test('one file cannot hold two clusters, and then holds none', async () => {
  const folder = temporaryFolder();
  const sink = importSink({ file: join(folder, 'one.db'), contentHash, extractor });
  await expect(pipe({ source: source([[configMap, { ...configMap, snapshot: 1 }]]), sink })).rejects.toMatchObject({
    code: 'SEVERAL_CLUSTERS',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['nothing at all', [] as RecordBatch],
  ['an outcome only', [outcome('v1', 'pods', 'Pod', 'ok')] as RecordBatch],
])('%s is an error, and leaves nothing behind', async (_what, batch) => {
  const folder = temporaryFolder();
  await expect(pipe({ source: source([batch]), sink: importSink({ folder, contentHash, extractor }) })).rejects.toMatchObject({
    code: 'NO_OBJECTS',
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a source that fails in the middle leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const failing = source([[configMap]], new InputError('DAMAGED', 'broken'));
  await expect(pipe({ source: failing, sink: importSink({ folder, contentHash, extractor }) })).rejects.toThrow('broken');
  expect(readdirSync(folder)).toEqual([]);
});

test('an import replaces what lay under its name, once it is whole', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'snapshot.db');
  writeFileSync(file, 'something else');
  const sink = importSink({ file, contentHash, extractor });
  await sink.write([configMap]);
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['snapshot.db']);
  const { snapshots } = await sink.finish();
  expect(snapshots[0]?.info.objects).toBe(1);
});

test('temporary files of dead processes go, those of living ones and all else stay', () => {
  const folder = temporaryFolder();
  const host = hostname().replace(/[^A-Za-z0-9-]/g, '-');
  const dead = `.x.db.${host}.999999999.0011aabb.tmp`;
  const kept = ['.x.db.elsewhere.1.0011aabb.tmp', `.x.db.${host}.${process.ppid}.0011aabb.tmp`, '.hidden', 'x.tmp'];
  for (const name of [dead, `${dead}-staging`, ...kept]) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, `.entry.${host}.999999998.0011aabb.tmp`));
  importSink({ folder, contentHash, extractor });
  expect(readdirSync(folder).sort()).toEqual(kept.sort());
});

test('progress counts what has been taken, then says that the graph is being made', async () => {
  const seen: ImportProgress[] = [];
  const sink = importSink({ folder: temporaryFolder(), contentHash, extractor, onProgress: (progress) => seen.push(progress) });
  await pipe({ source: source([[configMap], [configMap, configMap]]), sink });
  expect(seen.map(({ stage, objects, entry }) => [stage, objects, entry])).toEqual([
    ['streaming', 1, 'objects/page.ndjson'],
    ['streaming', 3, 'objects/page.ndjson'],
    ['resolving', 3, null],
  ]);
});

test('what the capture says of itself is in the snapshot row; the last word counts', async () => {
  const reader = await importRecords(
    [
      { type: 'snapshot', snapshot: 0, format: 'snapgraph', name: 'demo', serverVersion: { gitVersion: 'v1.37.2' }, capturedFrom: 1000 },
      configMap,
    ],
    {
      end: { finished: false, reason: 'cut', capturedTo: 2000 },
    },
  );
  expect(reader.info).toMatchObject({
    name: 'demo',
    serverVersion: { gitVersion: 'v1.37.2' },
    capturedFrom: 1000,
    capturedTo: 2000,
    timeSource: 'CAPTURE',
    finished: false,
    reason: 'cut',
  });
});

test('where nobody says when, the newest time in the data does; what lies ahead of us is passed over', async () => {
  const at = (name: string, creationTimestamp: string) => object('v1', 'ConfigMap', `a/${name}`, { metadata: { creationTimestamp } });
  const event = object('v1', 'Event', 'a/e', { lastTimestamp: '2026-01-03T00:00:00Z' });
  const reader = await importRecords([
    at('old', '2026-01-01T00:00:00Z'),
    event,
    at('ahead', '2999-01-01T00:00:00Z'),
    at('absurd', 'yesterday'),
  ]);
  expect(reader.info).toMatchObject({ timeSource: 'INFERRED', capturedTo: Date.parse('2026-01-03T00:00:00Z') });
});

test('the file says what it is, holds no free pages, and its views answer in SQL', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'snapshot.db');
  const pod = object('v1', 'Pod', 'a/p', {
    metadata: { labels: { app: 'web' } },
    spec: { volumes: [{ configMap: { name: 'c', optional: true } }] },
  });
  await pipe({
    source: source([[configMap, pod, outcome('v1', 'configmaps', 'ConfigMap', 'ok')]]),
    sink: importSink({ file, contentHash, extractor }),
  });
  const db = new Database(file, { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('freelist_count', { simple: true })).toBe(0);
  expect(
    db.prepare("SELECT relation, path, target_name, status, optional, written FROM references_view WHERE target_kind = 'ConfigMap'").all(),
  ).toEqual([
    {
      relation: 'pod-config-map',
      path: 'spec.volumes[].configMap.name',
      target_name: 'c',
      status: 'ok',
      optional: 1,
      written: '{"name":"c","optional":true}',
    },
  ]);
  expect(db.prepare("SELECT kind, namespace, name FROM objects WHERE json ->> '$.kind' = 'Pod'").all()).toEqual([
    { kind: 'Pod', namespace: 'a', name: 'p' },
  ]);
  expect(db.prepare('SELECT key, value FROM labels').all()).toEqual([{ key: 'app', value: 'web' }]);
  for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'view'").all())
    expect(() => db.prepare(`SELECT * FROM ${name}`).all()).not.toThrow();
  db.close();
  expect(existsSync(`${file}-journal`)).toBe(false);
});

test('an object that came and cannot be read leaves its list proving nothing: what is absent may have been it', async () => {
  const resource = { group: '', version: 'v1', resource: 'configmaps' };
  const damaged = { ...configMap, value: undefined, raw: Buffer.from('{"apiVersion":"v1","kind":"ConfigMap","metadata":{}}'), resource };
  const list = outcome('v1', 'configmaps', 'ConfigMap', 'ok');
  const whole = await importRecords([{ ...configMap, resource }, list]);
  const holed = await importRecords([{ ...configMap, resource }, damaged, list]);
  const key = { group: '', kind: 'ConfigMap' };
  expect(await whole.outcome(key, 'a')).toBe('ok');
  expect(await holed.outcome(key, 'a')).toBe('partial');
});
