/**
 * `npm run bench [OBJECTS]`: every measured row of DESIGN.md §8 as a ratio within this run, beside its hold.
 * It reports and judges nothing: machines differ, and a ratio over its hold is for a person to look into.
 */
import { join } from 'node:path';
import type { BenchContext, Measurement, Row } from './row.ts';
import { captureRows } from './rows/capture.ts';
import { deepQueryRows } from './rows/deep-query.ts';
import { fourHopRows } from './rows/four-hops.ts';
import { importRows } from './rows/import.ts';
import { ownerTreeRows } from './rows/owner-tree.ts';
import { startUpRows } from './rows/start-up.ts';

const MEASUREMENTS: readonly Measurement[] = [importRows, fourHopRows, deepQueryRows, ownerTreeRows, startUpRows, captureRows];

const objects = Number(process.argv[2] ?? '200000');
if (!Number.isInteger(objects) || objects < 1000) throw new Error(`"${process.argv[2]}" is no number of objects (at least 1000)`);
const context: BenchContext = { folder: join(process.cwd(), '.cache/bench'), objects, cli: join(process.cwd(), 'dist/cli/main.js') };

for (const measurement of MEASUREMENTS) {
  for (const found of await measurement(context)) process.stdout.write(`${lineOf(found)}\n`);
}

function lineOf(found: Row): string {
  const { what, ours, against, ratio, hold, note } = found;
  const verdict = hold === null ? '' : `  hold ${hold}  ${ratio <= hold ? 'reached' : 'not reached'}`;
  return `${what.padEnd(62)} ${ours.padStart(10)} / ${against.padStart(10)} = ${ratio.toFixed(2).padStart(6)}${verdict}${note === undefined ? '' : `  (${note})`}`;
}
