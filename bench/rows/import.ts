/** Import of a generated bundle, as a process, against gunzip and JSON.parse of the same bytes on one thread. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generatedBundle } from '../data/write.ts';
import { runNode } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const MEMORY_HOLD_MIB = 400;

export async function importRows(context: BenchContext): Promise<readonly Row[]> {
  const { objects, folder, cli } = context;
  const archive = await generatedBundle({ objects, folder });
  const floor = JSON.parse((await runNode(join(import.meta.dirname, '../peers/floor.js'), [archive])).stdout) as {
    gunzipMs: number;
    parseMs: number;
    objects: number;
    bytes: number;
  };
  const place = mkdtempSync(join(folder, 'import-'));
  const path = join(place, 'snapshot.db');
  const ours = await runNode(cli, ['import', archive, '--db', path, '--quiet'], { env: { SNAPGRAPH_CACHE: place } });
  const alone = await runNode(join(import.meta.dirname, '../peers/rows-alone.js'), [path, join(place, 'alone.db')]);
  const { insertMs, indexMs, rows, values } = JSON.parse(alone.stdout) as {
    insertMs: number;
    indexMs: number;
    rows: number;
    values: number;
  };
  rmSync(place, { recursive: true });
  return [
    row({
      what: `import of ${floor.objects} objects (${Math.round(floor.bytes / 2 ** 20)} MiB of JSON)`,
      ours: ours.ms,
      against: floor.gunzipMs + floor.parseMs,
      unit: 'ms',
      hold: 1.5,
      note: `against gunzip (${Math.round(floor.gunzipMs)} ms) and JSON.parse (${Math.round(floor.parseMs)} ms) on one thread`,
    }),
    row({
      what: `its ${rows} rows alone, from memory into SQLite`,
      ours: insertMs + indexMs,
      against: floor.gunzipMs + floor.parseMs,
      unit: 'ms',
      note: `against the same; ${values} values ${Math.round(insertMs)} ms, indexes ${Math.round(indexMs)} ms`,
    }),
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
