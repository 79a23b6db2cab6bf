/** A capture of a real cluster against a bare client that lists the same pages and throws them away; and its memory as the cluster grows. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type ProcessRun, runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const SIZES = [20_000, 100_000] as const;
const RUNS = 3;
const CONCURRENCY = 8;

/** No row where the control plane is not built (npm run cluster:build). */
export async function captureRows(context: BenchContext): Promise<readonly Row[]> {
  const small = await measured({ context, objects: SIZES[0] });
  if (small === null) return [];
  const large = await measured({ context, objects: SIZES[1] });
  if (large === null) return [];
  return [
    row({
      what: `capture of ${large.objects} objects / listing the same pages`,
      ours: large.capture,
      against: large.bare,
      unit: 'ms',
      hold: 1.2,
    }),
    row({
      what: `capture of ${small.objects} objects / listing the same pages`,
      ours: small.capture,
      against: small.bare,
      unit: 'ms',
      hold: 1.2,
    }),
    row({
      what: `its peak memory, at ${large.objects} / at ${small.objects}`,
      ours: large.peakMiB,
      against: small.peakMiB,
      unit: 'MiB',
      note: 'flat would be 1',
    }),
  ];
}

interface Measured {
  readonly objects: number;
  readonly capture: number;
  readonly bare: number;
  readonly peakMiB: number;
}

async function measured(options: { readonly context: BenchContext; readonly objects: number }): Promise<Measured | null> {
  const { context, objects } = options;
  const cluster = await startCluster(objects);
  if (cluster === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-bench-'));
  try {
    const bundle = join(folder, 'bench.tar.gz');
    const args = [
      'capture',
      '-o',
      bundle,
      '--force',
      '--no-openapi',
      '--no-statistics',
      '--logs',
      'none',
      '--concurrency',
      String(CONCURRENCY),
    ];
    const env = { KUBECONFIG: cluster.kubeconfig, HOME: folder };
    const captures: ProcessRun[] = [];
    const bare: ProcessRun[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      captures.push(await runNode(context.cli, args, env));
      bare.push(await runNode(join(process.cwd(), 'bench/peers/bare-lister.mjs'), [cluster.kubeconfig, String(CONCURRENCY)], env));
    }
    return {
      objects,
      capture: median(captures.map(({ ms }) => ms)),
      bare: median(bare.map(({ ms }) => ms)),
      peakMiB: Math.max(...captures.map(({ peakMiB }) => peakMiB)),
    };
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true });
  }
}

/** `npm run cluster:up`, in a process of its own. Null where the control plane is not built. */
async function startCluster(objects: number): Promise<{ readonly kubeconfig: string; stop(): Promise<void> } | null> {
  const child = spawn(process.execPath, ['scripts/cluster.mjs', 'up', '--seed', String(objects), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  while (!told.includes('\n') && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), closed]);
  if (!told.includes('\n')) return null;
  const { kubeconfig }: { kubeconfig: string } = JSON.parse(told.slice(0, told.indexOf('\n')));
  return {
    kubeconfig,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
