/** A capture of a real cluster against a bare client that lists the same pages and throws them away; and its memory as the cluster grows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Cluster from '../../scripts/cluster/index.mjs';
import { median, type ProcessRun, runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const SIZES = [20_000, 100_000] as const;
const RUNS = 3;
const CONCURRENCY = 8;

/** No row where the control plane is not built (npm run cluster:build). */
export async function captureRows(context: BenchContext): Promise<readonly Row[]> {
  const cluster: typeof Cluster = await import(join(process.cwd(), 'scripts/cluster/index.mjs'));
  if (!cluster.isBuilt()) return [];
  const small = await measured({ cluster, context, objects: SIZES[0] });
  const large = await measured({ cluster, context, objects: SIZES[1] });
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
      note: 'flat',
    }),
  ];
}

interface Measured {
  readonly objects: number;
  readonly capture: number;
  readonly bare: number;
  readonly peakMiB: number;
}

async function measured(options: {
  readonly cluster: typeof Cluster;
  readonly context: BenchContext;
  readonly objects: number;
}): Promise<Measured> {
  const { cluster, context, objects } = options;
  const controlPlane = await cluster.startControlPlane();
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-bench-'));
  try {
    await cluster.seedCluster({ cluster: controlPlane, objects });
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
    const env = { KUBECONFIG: controlPlane.kubeconfig, HOME: folder };
    const bareClient = join(process.cwd(), 'bench/peers/bare-lister.mjs');
    const captures: ProcessRun[] = [];
    const bare: ProcessRun[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      captures.push(await runNode(context.cli, args, env));
      bare.push(await runNode(bareClient, [controlPlane.kubeconfig, String(CONCURRENCY)], env));
    }
    return {
      objects,
      capture: median(captures.map(({ ms }) => ms)),
      bare: median(bare.map(({ ms }) => ms)),
      peakMiB: Math.max(...captures.map(({ peakMiB }) => peakMiB)),
    };
  } finally {
    await controlPlane.close();
    rmSync(folder, { recursive: true });
  }
}
