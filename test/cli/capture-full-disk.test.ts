/** A disk that is full before the bundle is whole. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { start, workFolder } from '../support/replayed-capture.ts';

/** A mount of our own, which only this process and its children see, and no root for it: Linux allows that to most, not to all. */
const own = ['unshare', '--user', '--map-root-user', '--mount'] as const;
const isAllowed = spawnSync(own[0], [...own.slice(1), 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

/** What is on the small disk is copied to `kept` when the capture is over. */
const onSmallDisk = 'mount -t tmpfs -o size=80k tmpfs small && cd small && "$@"; code=$?; cp -r . ../kept; exit $code';

test.skipIf(!isAllowed)('a full disk is told, and what was written opens', async () => {
  const folder = workFolder();
  for (const name of ['small', 'kept']) mkdirSync(join(folder, name));
  const { code, stdout, stderr } = await start(['-o', 'x.tar.gz', '--no-openapi'], folder, [...own, 'sh', '-c', onSmallDisk, 'sh']).ended;
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(
    /^snapgraph: demo: x\.tar\.gz could not be written to its end: no space is left on the disk\. \d+ objects had come; /,
  );
  expect(stderr).toMatch(/ what was written until then is in x\.tar\.gz, which opens as a broken-off capture\. Make room, /);
  expect(readdirSync(join(folder, 'kept'))).toEqual(['x.tar.gz']);
  const { records } = await readAll(join(folder, 'kept', 'x.tar.gz'));
  expect(ofType(records, 'object').length).toBeGreaterThan(100);
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
});
