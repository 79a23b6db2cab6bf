/** A capture of a real API server that is stopped at any moment, or whose server dies, keeps what came and says what is missing. */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import type { SnapshotRecord } from '../../src/records/record.ts';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { CLI } from '../support/run-cli.ts';
import { clusterTestFolder, describeCluster, useCluster } from './cluster-test.ts';
import { fillCluster } from './fill-cluster.ts';
import { keysOf } from './keys-of.ts';

const folder = clusterTestFolder();

/** Small pages, one after the other: long enough to be stopped in the middle. */
const SLOWLY = ['--no-openapi', '--chunk-size', '10', '--concurrency', '1', '--retry-for', '1s', '--progress', 'none'];

describeCluster('a capture that ends before its end', () => {
  const cluster = useCluster();
  let all: ReadonlySet<string>;
  /** Of a whole bundle, packed. */
  let bytes: number;

  beforeAll(async () => {
    await fillCluster(cluster());
    const path = join(folder, 'all.tar.gz');
    await start('all.tar.gz', SLOWLY);
    bytes = statSync(path).size;
    all = keysOf((await readAll(path)).records);
    expect(all.size).toBeGreaterThan(1_500);
  }, 120_000);

  function start(name: string, args: readonly string[]) {
    const env = { HOME: folder, KUBECONFIG: cluster().kubeconfig, KUBECONTEXT: '', NO_COLOR: '1' };
    return execa(process.execPath, [CLI, 'capture', '-o', name, ...args], { cwd: folder, env, reject: false, timeout: 60_000 });
  }

  /** Resolves when so many packed bytes are in the file. */
  async function written(name: string, least: number): Promise<void> {
    const partial = join(folder, `${name}.partial`);
    while (!existsSync(partial) || statSync(partial).size < least) await sleep(2);
  }

  /** Nothing twice, nothing that was not there; what the outcomes count is there. */
  async function checked(path: string): Promise<readonly SnapshotRecord[]> {
    const { records } = await readAll(path);
    const keys = keysOf(records);
    for (const key of keys) expect(all.has(key), key).toBe(true);
    const rows = ofType(records, 'resource');
    expect(rows.reduce((sum, { items = 0 }) => sum + items, 0)).toBe(keys.size);
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
    return records;
  }

  // The bytes at which it is stopped are spread over the bundle, with some chance in them; but for the last: what is packed comes to the
  // file in blocks, and the capture may have ended when the last of them are seen.
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('by SIGINT, moment %i of ten', async (moment) => {
    const name = `stopped-${moment}.tar.gz`;
    const run = start(name, SLOWLY);
    await written(name, ((moment - Math.random()) / 10) * 0.75 * bytes);
    run.kill('SIGINT');
    const { exitCode, stderr } = await run;
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining('Stopping')]);
    const records = await checked(join(folder, name));
    expect(records.at(-1)).toMatchObject({ reason: 'stopped by SIGINT' });
    const stopped = ofType(records, 'resource').filter(({ outcome }) => outcome === 'cancelled' || outcome === 'partial');
    // At the last moments all lists may have come already: then nothing of them is missing.
    if (stopped.length === 0) expect(keysOf(records).size).toBe(all.size);
    expect(stopped.every(({ message }) => message?.includes('stopped by SIGINT'))).toBe(true);
    expect(readdirSync(folder).filter((file) => !file.endsWith('.tar.gz'))).toEqual([]);
  });

  test('by a kill', async () => {
    const run = start('killed.tar.gz', SLOWLY);
    await written('killed.tar.gz', bytes / 2);
    run.kill('SIGKILL');
    await run;
    const { records } = await readAll(join(folder, 'killed.tar.gz.partial'));
    expect(keysOf(records).size).toBeGreaterThan(0);
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
    rmSync(join(folder, 'killed.tar.gz.partial'));
  });

  test('because the API server is killed', async () => {
    const run = start('dead.tar.gz', SLOWLY);
    await written('dead.tar.gz', bytes / 3);
    await cluster().stop('apiserver', 'SIGKILL');
    const { exitCode, stdout } = await run;
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/Broken off +the API server does not answer any more: .*ECONNREFUSED/);
    const records = await checked(join(folder, 'dead.tar.gz'));
    const rows = ofType(records, 'resource');
    expect(rows.some(({ outcome, message }) => outcome === 'partial' && /ECONNREFUSED|hang up|cut/.test(message ?? ''))).toBe(true);
    expect(rows.some(({ outcome, message }) => outcome === 'cancelled' && message?.includes('does not answer any more'))).toBe(true);
    await cluster().start('apiserver');
  }, 120_000);
});
