/** What a bundle's writer does with what it cannot write, and with names that it must not. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleSink } from '../bundle/write-bundle.ts';
import { pipe, type Source } from '../records/pipe.ts';
import type { SnapshotRecord } from '../records/record.ts';
import { END, object, START, sourceOf } from './testing/records.ts';
import { manifestOf } from './testing/scan-tar.ts';
import { ofType, problemCodes, readAll, temporaryFolder } from './testing/tar.ts';

test('an aborted capture leaves nothing, or a broken-off bundle where that is asked for', async () => {
  const folder = await temporaryFolder();
  const failing: Source = {
    format: 'test',
    async *records() {
      yield [START, object('a')];
      throw new Error('the server went away');
    },
  };
  const gone = bundleSink({ path: join(folder, 'gone.tar.gz') });
  await expect(pipe({ source: failing, sink: gone })).rejects.toThrow('the server went away');
  expect([gone.kept, readdirSync(folder)]).toEqual([false, []]);
  const broken = bundleSink({ path: join(folder, 'kept.tar.gz'), keepBrokenOff: true });
  await expect(pipe({ source: failing, sink: broken })).rejects.toThrow('the server went away');
  expect(broken.kept).toBe(true);
  const { records } = await readAll(join(folder, 'kept.tar.gz'));
  expect(ofType(records, 'object')).toHaveLength(1);
  expect(problemCodes(records)).toEqual(['BROKEN_OFF']);
});

test('what is learnt late goes to the manifest; names that lead elsewhere are kept inside', async () => {
  const path = join(await temporaryFolder(), 'odd.tar.gz');
  const chunk = Buffer.from('x');
  const text = { type: 'document' as const, snapshot: 0, mediaType: 'text/plain', part: 1, last: true, chunk, origin: { entry: 'test' } };
  const log = {
    type: 'log' as const,
    snapshot: 0,
    namespace: '../..',
    pod: 'a/b',
    container: 'c',
    previous: false,
    part: 1,
    last: true,
    chunk,
    origin: { entry: 'test' },
  };
  const late: SnapshotRecord = { type: 'snapshot', snapshot: 0, format: 'test', serverVersion: { gitVersion: 'v1.37.2' } };
  await pipe({
    source: sourceOf([
      [
        START,
        { ...text, name: '../evil' },
        { ...text, name: 'manifest.json' },
        { ...text, name: 'a.txt' },
        { ...text, name: 'a.txt' },
        log,
        late,
        END,
      ],
    ]),
    sink: bundleSink({ path }),
  });
  const { records } = await readAll(path);
  expect(ofType(records, 'document').map(({ name }) => name)).toEqual(['other/manifest.json', 'a.txt']);
  expect(ofType(records, 'log')[0]).toMatchObject({ namespace: '../..', pod: 'a/b', container: 'c' });
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ serverVersion: { gitVersion: 'v1.37.2' } });
  expect(problemCodes(records)).toEqual(['DOCUMENT_SKIPPED']);
  expect(manifestOf(path).entries.every((entry) => !entry.path.includes('..'))).toBe(true);
});

test('a file that cannot be written says why', async () => {
  const folder = await temporaryFolder();
  writeFileSync(join(folder, 'x.tar.gz.partial'), '');
  const write = (path: string): Promise<unknown> => pipe({ source: sourceOf([[START, END]]), sink: bundleSink({ path }) });
  const beside = bundleSink({ path: join(folder, 'x.tar.gz'), keepBrokenOff: true });
  await expect(pipe({ source: sourceOf([[START, END]]), sink: beside })).rejects.toThrow('is there already');
  expect(beside.kept).toBe(false);
  await expect(write(join(folder, 'x.tar.gz'))).rejects.toMatchObject({
    code: 'UNWRITABLE',
    message: expect.stringContaining('was broken off'),
  });
  await expect(write(join(folder, 'no/x.tar.gz'))).rejects.toMatchObject({
    code: 'UNWRITABLE',
    message: expect.stringContaining('Check that the folder'),
  });
  expect(readdirSync(folder)).toEqual(['x.tar.gz.partial']);
});

test('a second cluster does not fit in', async () => {
  const path = join(await temporaryFolder(), 'two.tar.gz');
  await expect(pipe({ source: sourceOf([[START, { ...object('a'), snapshot: 1 }]]), sink: bundleSink({ path }) })).rejects.toThrow(
    'holds one cluster',
  );
});

/** A file that takes so many bytes, then fails as a full disk does. */
function fullAfter(bytes: number): () => void {
  const original = Object.getPrototypeOf(probe).writeFile as (data: Uint8Array) => Promise<void>;
  let left = bytes;
  Object.getPrototypeOf(probe).writeFile = async function writeFile(this: unknown, data: Uint8Array): Promise<void> {
    const fits = data.subarray(0, left);
    left -= fits.length;
    await original.call(this, fits);
    if (fits.length < data.length) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return () => {
    Object.getPrototypeOf(probe).writeFile = original;
  };
}

const probe: FileHandle = await open(import.meta.filename, 'r');
afterAll(() => probe.close());

test.each([600, 2_000, 20_000, 60_000])('a disk that is full after %i bytes leaves the entries that were written whole', async (bytes) => {
  const folder = await temporaryFolder();
  const path = join(folder, 'full.tar.gz');
  // What does not shrink under gzip.
  const noise = (index: number): string =>
    Array.from({ length: 40 }, (_, part) => createHash('sha256').update(`${index} ${part}`).digest('hex')).join('');
  const pages = Array.from({ length: 60 }, (_, index) => [object(`pod-${index}`, { noise: noise(index) })]);
  const restore = fullAfter(bytes);
  try {
    await expect(
      pipe({ source: sourceOf([[START], ...pages, [END]]), sink: bundleSink({ path, keepBrokenOff: true }) }),
    ).rejects.toMatchObject({
      code: 'ENOSPC',
    });
  } finally {
    restore();
  }
  expect(readdirSync(folder)).toEqual(['full.tar.gz']);
  expect(statSync(path).size).toBeLessThanOrEqual(bytes);
  const { records } = await readAll(path);
  const names = ofType(records, 'object').map(({ raw }) => JSON.parse(Buffer.from(raw ?? []).toString()).metadata.name);
  expect(names).toEqual(Array.from({ length: names.length }, (_, index) => `pod-${index}`));
  expect(names.length).toBeGreaterThan(bytes / 4_000 - 1);
  expect(problemCodes(records)).toContain('BROKEN_OFF');
});
