/** How import, its memory and its answers grow with the number of objects, from ten thousand to a million. Named only: it takes ten minutes. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generatedBundle } from '../data/write.ts';
import { runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { fourHops } from './four-hops.ts';

const SIZES = [10_000, 50_000, 200_000, 1_000_000] as const;
/** What a smaller input spends on starting is no part of growth. */
const BASE = 200_000;

interface Grown {
  readonly objects: number;
  readonly ms: number;
  readonly processorMs: number;
  readonly peakMiB: number;
  readonly fileMiB: number;
  readonly hopsMs: number;
}

export async function growthRows(context: BenchContext): Promise<readonly Row[]> {
  const grown: Grown[] = [];
  for (const objects of SIZES) grown.push(await measure(context, objects));
  const base = grown.find(({ objects }) => objects === BASE);
  if (base === undefined) throw new Error(`${BASE} is no size that is measured`);
  return grown.flatMap((one) => [
    row({
      what: `import of ${one.objects} objects, for 1,000 / of ${base.objects}`,
      ours: one.ms / (one.objects / 1000),
      against: base.ms / (base.objects / 1000),
      unit: 'ms',
      note: `${(one.ms / 1000).toFixed(1)} s, peak ${one.peakMiB} MiB, file ${one.fileMiB} MiB, four hops ${one.hopsMs.toFixed(2)} ms`,
    }),
    row({
      what: '  the same in processor time',
      ours: one.processorMs / (one.objects / 1000),
      against: base.processorMs / (base.objects / 1000),
      unit: 'ms',
    }),
  ]);
}

async function measure({ folder, cli }: BenchContext, objects: number): Promise<Grown> {
  const archive = await generatedBundle({ objects, folder });
  const place = mkdtempSync(join(folder, 'growth-'));
  try {
    const path = join(place, 'snapshot.db');
    const { ms, peakMiB, processorMs } = await runNode(cli, ['import', archive, '--db', path, '--quiet'], {
      env: { SNAPGRAPH_CACHE: place },
    });
    const { graphql } = await fourHops(path);
    return { objects, ms, processorMs, peakMiB, fileMiB: Math.round(statSync(path).size / 2 ** 20), hopsMs: graphql };
  } finally {
    rmSync(place, { recursive: true });
  }
}
