import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT } from '../support/run-cli.ts';
import { describeCluster } from './cluster-test.ts';

const library = pathToFileURL(join(PROJECT, 'scripts/cluster/index.mjs')).href;

/** A program that starts a cluster, says in a file where, and waits for ever. */
const program = (file: string): string => `
  const { writeFileSync } = await import('node:fs');
  const { startControlPlane } = await import('${library}');
  const { folder } = await startControlPlane();
  writeFileSync('${file}', folder);
  await new Promise((resolve) => setTimeout(resolve, 600_000));`;

/** The processes that were given the folder. */
function processesOf(folder: string): string[] {
  return execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));
}

async function endsWithIt(options: { args: readonly string[]; said: string; signal: NodeJS.Signals }): Promise<void> {
  const { args, said, signal } = options;
  const child = execa(process.execPath, args, { reject: false, detached: true, cwd: PROJECT });
  onTestFinished(() => void child.kill('SIGKILL'));
  await expect.poll(() => existsSync(said), { timeout: 60_000 }).toBe(true);
  const folder = readFileSync(said, 'utf8');
  expect(processesOf(folder).length).toBeGreaterThanOrEqual(3);
  process.kill(-(child.pid ?? 0), signal);
  await child;
  await expect.poll(() => [processesOf(folder), existsSync(folder)], { timeout: 20_000 }).toEqual([[], false]);
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-orphans-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describeCluster('no process and no folder is left', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)('after %s', async (signal) => {
    const said = join(temporaryFolder(), 'said');
    await endsWithIt({ args: ['--input-type=module', '-e', program(said)], said, signal });
  });

  test('after Ctrl-C of vitest', async () => {
    const folder = temporaryFolder();
    const said = join(folder, 'said');
    writeFileSync(join(folder, 'hangs.test.mjs'), `test('hangs', async () => {${program(said)}}, 600_000);`);
    const vitest = join(PROJECT, 'node_modules/vitest/vitest.mjs');
    await endsWithIt({ args: [vitest, 'run', '--globals', '--root', folder], said, signal: 'SIGINT' });
  });
});
