import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT } from '../support/run-cli.ts';
import { describeCluster } from './cluster-test.ts';

const script = join(PROJECT, 'scripts/cluster.mjs');

describeCluster('cluster:up and cluster:down', () => {
  test('up says where it is when it is there, with a seed in it; Ctrl-C ends it with its folder', async () => {
    const up = execa(process.execPath, [script, 'up', '--seed', '200', '--json'], { reject: false });
    onTestFinished(() => void up.kill('SIGKILL'));
    const { kubeconfig, folder } = JSON.parse(await firstLine(up.stdout));
    expect(readFileSync(kubeconfig, 'utf8')).toContain('current-context: snapgraph-test');
    up.kill('SIGINT');
    expect(await up).toMatchObject({ exitCode: 0, stderr: '' });
    expect(existsSync(folder)).toBe(false);
  });

  test('it ends where somebody takes its file away, as cluster:down does; a folder of ours stays', async () => {
    const kept = mkdtempSync(join(tmpdir(), 'snapgraph-up-'));
    onTestFinished(() => rmSync(kept, { recursive: true }));
    const up = execa(process.execPath, [script, 'up', kept], { reject: false });
    onTestFinished(() => void up.kill('SIGKILL'));
    expect(await firstLine(up.stdout)).toContain(kept);
    rmSync(join(PROJECT, '.cache/clusters', String(up.pid)));
    expect(await up).toMatchObject({ exitCode: 0, stderr: '' });
    expect(existsSync(join(kept, 'etcd'))).toBe(true);
  });

  test('a command that is none, and a flag that is none, are refused', async () => {
    const wrong = await execa(process.execPath, [script, 'upp'], { reject: false });
    expect(wrong).toMatchObject({ exitCode: 1, stderr: '"upp" is no command. Usage: node scripts/cluster.mjs build|up|down' });
    const flag = await execa(process.execPath, [script, 'up', '--sed', '3'], { reject: false });
    expect(flag.exitCode).toBe(1);
    expect(flag.stderr).toContain("Unknown option '--sed'");
  });
});

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('It ended before it said anything.');
}
