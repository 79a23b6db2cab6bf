/** Import of a real must-gather, as a process, against js-yaml alone over the same YAML. Without the archive there is no row. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const ARCHIVE = join(process.cwd(), '../shared/bundles/must-gather-aws.tar.gz');
const MEMORY_HOLD_MIB = 400;

export async function mustGatherRows({ folder, cli }: BenchContext): Promise<readonly Row[]> {
  if (!existsSync(ARCHIVE)) return [];
  const { stdout } = await runNode(join(import.meta.dirname, '../peers/yaml-floor.js'), [ARCHIVE]);
  const floor = JSON.parse(stdout) as { ms: number; bytes: number; files: number };
  const place = mkdtempSync(join(folder, 'must-gather-'));
  const ours = await runNode(cli, ['import', ARCHIVE, '--db', join(place, 'snapshot.db'), '--quiet'], { env: { SNAPGRAPH_CACHE: place } });
  rmSync(place, { recursive: true });
  const what = `import of must-gather-aws (${Math.round(floor.bytes / 2 ** 20)} MiB of YAML)`;
  return [
    row({ what, ours: ours.ms, against: floor.ms, unit: 'ms', hold: 1.5, note: `against gunzip and js-yaml of its ${floor.files} files` }),
    row({
      what: 'its peak memory',
      ours: ours.peakMiB,
      against: MEMORY_HOLD_MIB,
      unit: 'MiB',
      hold: 1,
      note: 'against the hold of 400 MiB',
    }),
  ];
}
