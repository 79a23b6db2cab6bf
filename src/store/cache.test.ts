import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { cacheFolder, cacheLimit } from './cache/cache-folder.ts';
import { pruneCache } from './cache/prune.ts';
import { removeEntry } from './cache/remove-entry.ts';
import { type CachedImport, importCached } from './cache.ts';
import { readCatalogue } from './catalogue.ts';
import { nameSnapshot } from './name-snapshot.ts';
import { openSnapshot } from './open-snapshot.ts';
import { readSnapshotFile } from './read/snapshot-info.ts';
import { temporaryFolder } from './testing/import-records.ts';

const signal = new AbortController().signal;

/** A folder with a capture in it, and a cache. */
function place(): { folder: string; cache: string; file: string; run(location?: string, complete?: boolean): Promise<CachedImport> } {
  const folder = temporaryFolder();
  const cache = join(folder, 'cache');
  const file = capture(join(folder, 'capture.json'), 'c');
  return {
    folder,
    cache,
    file,
    run: (location = file, complete = false) => importCached({ location, complete, signal, cacheFolder: cache }),
  };
}

function capture(file: string, name: string): string {
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'a' } }));
  return file;
}

function entriesOf(cache: string): string[] {
  return readdirSync(join(cache, 'snapshots')).sort();
}

test('the same bytes are imported once, under whatever name', async () => {
  const { folder, file, run, cache } = place();
  const first = await run();
  expect(first).toMatchObject({ fromCache: false, problems: 0 });
  expect(first.snapshots[0]?.info).toMatchObject({ objects: 1 });
  expect(await run()).toEqual({ ...first, fromCache: true });
  copyFileSync(file, join(folder, 'copy.json'));
  const second = await run(join(folder, 'copy.json'));
  expect(second).toMatchObject({ fromCache: true, snapshots: [{ path: first.snapshots[0]?.path }] });
  expect(entriesOf(cache)).toHaveLength(1);
  expect([first, second, await run()].map(({ snapshots }) => snapshots[0]?.info.name)).toEqual([
    'capture.json',
    'copy.json',
    'capture.json',
  ]);
});

test('a snapshot is called as whoever opens it says', async () => {
  const path = (await place().run()).snapshots[0]?.path ?? '';
  const [own, given] = [openSnapshot(path), openSnapshot(path, { name: 'copy.json' })];
  expect([own.info.name, given.info.name]).toEqual(['capture.json', 'copy.json']);
  own.close();
  given.close();
  nameSnapshot(path, 'kept.json');
  expect(readSnapshotFile(path)).toMatchObject({ info: { name: 'kept.json', objects: 1 } });
});

test('a file that is written while it is read is not kept for what it was', async () => {
  const { file, cache, run } = place();
  const onProgress = (): void => appendFileSync(file, ' ');
  await expect(importCached({ location: file, signal, cacheFolder: cache, onProgress })).rejects.toThrow(/changed while it was read/);
  expect(entriesOf(cache)).toEqual([]);
  expect((await run()).fromCache).toBe(false);
});

test('a file counts as hashed while its size and times are the same, and no longer', async () => {
  const { folder, file, run } = place();
  const first = await run();
  const { atime, mtime } = statSync(file);
  capture(file, 'd');
  utimesSync(file, atime, mtime);
  const second = await run();
  expect(second.fromCache).toBe(false);
  expect(second.snapshots[0]?.info.id).not.toBe(first.snapshots[0]?.info.id);
  const other = capture(join(folder, 'other.json'), 'e');
  renameSync(other, file);
  expect((await run()).fromCache).toBe(false);
});

test('what the user vouches for is another import', async () => {
  const { run } = place();
  const [partial, complete] = [await run(), await run(undefined, true)];
  expect(complete.fromCache).toBe(false);
  expect(complete.snapshots[0]?.info.id).toBe(partial.snapshots[0]?.info.id);
  expect(complete.snapshots[0]?.path).not.toBe(partial.snapshots[0]?.path);
});

test('standard input is kept like a file, and nothing of it is left lying about', async () => {
  const { cache, run, file } = place();
  const json = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace: 'a' } });
  const stdin = () => Readable.from([Buffer.from(json.slice(0, 20)), Buffer.from(json.slice(20))]);
  const first = await importCached({ location: '-', signal, cacheFolder: cache, stdin: stdin() });
  expect(first).toMatchObject({ fromCache: false });
  expect(await importCached({ location: '-', signal, cacheFolder: cache, stdin: stdin() })).toMatchObject({ fromCache: true });
  expect(readdirSync(join(cache, 'spooled'))).toEqual([]);
  expect((await run(file)).snapshots[0]?.info.objects).toBe(1);
});

test('a snapshot file is answered as it is', async () => {
  const { run, cache } = place();
  const path = (await run()).snapshots[0]?.path ?? '';
  expect(await run(path)).toMatchObject({ fromCache: true, snapshots: [{ path }] });
  expect(entriesOf(cache)).toHaveLength(1);
});

test('a damaged entry is imported again', async () => {
  const { run } = place();
  const path = (await run()).snapshots[0]?.path ?? '';
  truncateSync(path, 5000);
  expect(await run()).toMatchObject({ fromCache: false, snapshots: [{ path }] });
  expect((await run()).fromCache).toBe(true);
});

test('an entry leaves its name at once, and nothing of it stays; one that is gone already is no failure', () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'entry');
  mkdirSync(folder);
  writeFileSync(join(folder, 'x.db'), 'text');
  removeEntry(folder);
  removeEntry(folder);
  expect(readdirSync(parent)).toEqual([]);
});

test('two imports of the same capture at once both end well, with one entry', async () => {
  const { run, cache } = place();
  const [one, other] = await Promise.all([run(), run()]);
  expect(one.snapshots).toEqual(other.snapshots);
  expect(entriesOf(cache)).toHaveLength(1);
});

test.each([
  ['NOT_FOUND', (folder: string) => join(folder, 'none')],
  ['EMPTY', (folder: string) => written(folder, '')],
  ['UNKNOWN_FORMAT', (folder: string) => written(folder, 'SQLite format 3\0'.padEnd(200, '\0'))],
])('%s: nothing is kept', async (code, make) => {
  const { folder, cache, run } = place();
  await expect(run(make(folder))).rejects.toMatchObject({ code });
  expect(readdirSync(cache, { recursive: true }).filter((name) => String(name).includes('.db'))).toEqual([]);
});

function written(folder: string, text: string): string {
  const file = join(folder, 'bad');
  writeFileSync(file, text);
  return file;
}

test('an abort leaves the cache as it was', async () => {
  const { cache, file } = place();
  const controller = new AbortController();
  controller.abort(new Error('enough'));
  await expect(importCached({ location: file, signal: controller.signal, cacheFolder: cache })).rejects.toThrow('enough');
  expect(entriesOf(cache)).toEqual([]);
});

test('a cache in the place of a file says what to set', async () => {
  const { file } = place();
  await expect(importCached({ location: file, signal, cacheFolder: join(file, 'cache') })).rejects.toThrow(/SNAPGRAPH_CACHE/);
});

test('beyond its limit the cache forgets what was used longest ago, never what was just made', () => {
  const cache = temporaryFolder();
  for (const [index, name] of ['old', 'middle', 'new'].entries()) {
    const folder = join(cache, 'snapshots', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'x.db'), Buffer.alloc(1000));
    utimesSync(folder, 1000 + index, 1000 + index);
  }
  pruneCache({ cache, limit: 2500, keep: 'old' });
  expect(entriesOf(cache)).toEqual(['middle', 'new', 'old']);
  pruneCache({ cache, limit: 2500, keep: 'new' });
  expect(entriesOf(cache)).toEqual(['middle', 'new']);
  pruneCache({ cache, limit: 0, keep: 'new' });
  expect(entriesOf(cache)).toEqual(['new']);
});

test('where the cache lies, and how much it may hold', () => {
  expect(cacheFolder({ SNAPGRAPH_CACHE: '/own', XDG_CACHE_HOME: '/xdg' })).toBe('/own');
  expect(cacheFolder({ XDG_CACHE_HOME: '/xdg' })).toBe('/xdg/snapgraph');
  expect(cacheFolder({})).toMatch(/\.cache\/snapgraph$/);
  expect(cacheLimit({ SNAPGRAPH_CACHE_BYTES: '5' })).toBe(5);
  expect(cacheLimit({ SNAPGRAPH_CACHE_BYTES: '5G' })).toBe(10 * 2 ** 30);
});

test('the catalogue of a store reads each file, and names what it cannot read', async () => {
  const { folder, run } = place();
  const store = join(folder, 'store');
  mkdirSync(store);
  copyFileSync((await run()).snapshots[0]?.path ?? '', join(store, 'one.db'));
  writeFileSync(join(store, 'bad.db'), 'text');
  writeFileSync(join(store, 'notes.txt'), 'text');
  const { snapshots, failures } = readCatalogue(store);
  expect(snapshots.map(({ path, info }) => [path, info.objects])).toEqual([[join(store, 'one.db'), 1]]);
  expect(failures).toMatchObject([{ path: join(store, 'bad.db'), message: expect.stringContaining('not a SQLite file') }]);
  expect(() => readCatalogue(join(folder, 'none'))).toThrow(/cannot be read/);
});
