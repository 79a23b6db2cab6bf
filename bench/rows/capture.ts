/**
 * A capture of a real cluster against a bare client that lists the same pages and throws them away; and its memory as the cluster grows.
 * The API server of a real cluster computes elsewhere. Here it has a core of its own where that can be had, and so have we; what both take
 * from each other where they share all cores stands beside it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, onCore, type ProcessRun, runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const SMALL = 20_000;
const LARGE = 100_000;
const RUNS = 3;
const CONCURRENCY = 8;

/** Which core computes what; null: any. */
interface Cores {
  readonly server: number | null;
  readonly client: number | null;
}

const SHARED: Cores = { server: null, client: null };
const APART: Cores = { server: 0, client: 1 };

/** No row where the control plane is not built (npm run cluster:build). */
export async function captureRows(context: BenchContext): Promise<readonly Row[]> {
  const shared = await measured({ context, objects: LARGE, cores: SHARED });
  if (shared === null) return [];
  const apart = canPin() ? await measured({ context, objects: LARGE, cores: APART }) : null;
  const small = await measured({ context, objects: SMALL, cores: SHARED });
  return [
    ...(apart === null ? [] : [timeRow({ ...apart, hold: 1.2, note: 'server and client on a core each' })]),
    timeRow({ ...shared, hold: null, note: 'server and client on the same cores' }),
    ...(small === null
      ? []
      : [
          timeRow({ ...small, hold: null, note: 'server and client on the same cores' }),
          row({
            what: `its peak memory, at ${shared.objects} / at ${small.objects}`,
            ours: shared.peakMiB,
            against: small.peakMiB,
            unit: 'MiB',
            note: 'flat would be 1',
          }),
        ]),
  ];
}

interface Measured {
  readonly objects: number;
  readonly capture: number;
  readonly bare: number;
  readonly peakMiB: number;
}

function timeRow({ objects, capture, bare, hold, note }: Measured & { readonly hold: number | null; readonly note: string }): Row {
  const what = `capture of ${objects} objects / listing the same pages`;
  return row({ what, ours: capture, against: bare, unit: 'ms', note, ...(hold === null ? {} : { hold }) });
}

/** taskset is Linux' own. */
function canPin(): boolean {
  return availableParallelism() > 1 && spawnSync('taskset', ['-c', '1', 'true']).status === 0;
}

async function measured(options: {
  readonly context: BenchContext;
  readonly objects: number;
  readonly cores: Cores;
}): Promise<Measured | null> {
  const { context, objects, cores } = options;
  const cluster = await startCluster(objects, cores.server);
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
    const lister = join(process.cwd(), 'bench/peers/bare-lister.mjs');
    const captures: ProcessRun[] = [];
    const bare: ProcessRun[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      captures.push(await runNode(context.cli, args, { env, core: cores.client }));
      bare.push(await runNode(lister, [cluster.kubeconfig, String(CONCURRENCY)], { env, core: cores.client }));
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
async function startCluster(objects: number, core: number | null): Promise<{ readonly kubeconfig: string; stop(): Promise<void> } | null> {
  const [command = '', ...args] = onCore(core, [process.execPath, 'scripts/cluster.mjs', 'up', '--seed', String(objects), '--json']);
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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
