/** What a bundle's writer does with what it cannot write, and with names that it must not. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
  await expect(pipe({ source: failing, sink: bundleSink({ path: join(folder, 'gone.tar.gz') }) })).rejects.toThrow('the server went away');
  expect(readdirSync(folder)).toEqual([]);
  await expect(pipe({ source: failing, sink: bundleSink({ path: join(folder, 'kept.tar.gz'), keepBrokenOff: true }) })).rejects.toThrow(
    'the server went away',
  );
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
