/**
 * `npm run bench -- [OBJECTS] [NAME…]`: every measured row, or those of the measurements that are named,
 * of DESIGN.md §8 as a ratio within this run, beside its hold.
 * It reports and judges nothing: machines differ, and a ratio over its hold is for a person to look into.
 */
import { join } from 'node:path';
import type { BenchContext, Measurement, Row } from './row.ts';
import { captureRows } from './rows/capture.ts';
import { deepQueryRows } from './rows/deep-query.ts';
import { deletionRows } from './rows/deletion.ts';
import { fourHopRows } from './rows/four-hops.ts';
import { growthRows } from './rows/growth.ts';
import { importRows } from './rows/import.ts';
import { mustGatherRows } from './rows/must-gather.ts';
import { ownerTreeRows } from './rows/owner-tree.ts';
import { plainWayRows } from './rows/plain-ways.ts';
import { relationDomainRows } from './rows/relation-domains.ts';
import { serverLoadRows } from './rows/server-load.ts';
import { startUpRows } from './rows/start-up.ts';

const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  import: importRows,
  'must-gather': mustGatherRows,
  'four-hops': fourHopRows,
  'deep-query': deepQueryRows,
  'owner-tree': ownerTreeRows,
  deletion: deletionRows,
  relations: relationDomainRows,
  'start-up': startUpRows,
  'plain-ways': plainWayRows,
  'server-load': serverLoadRows,
  capture: captureRows,
  growth: growthRows,
};

/** Only where they are named. */
const LONG: ReadonlySet<string> = new Set(['growth']);

const [count = '200000', ...names] = process.argv.slice(2);
const objects = Number(count);
if (!Number.isInteger(objects) || objects < 1000) throw new Error(`"${count}" is no number of objects (at least 1000)`);
const unknown = names.find((name) => !(name in MEASUREMENTS));
if (unknown !== undefined) throw new Error(`"${unknown}" is no measurement: there are ${Object.keys(MEASUREMENTS).join(', ')}`);
const context: BenchContext = { folder: join(process.cwd(), '.cache/bench'), objects, cli: join(process.cwd(), 'dist/cli/main.js') };

for (const [name, measurement] of Object.entries(MEASUREMENTS)) {
  if (names.length > 0 ? !names.includes(name) : LONG.has(name)) continue;
  for (const found of await measurement(context)) process.stdout.write(`${lineOf(found)}\n`);
}

function lineOf(found: Row): string {
  const { what, ours, against, ratio, hold, note } = found;
  const verdict = hold === null ? '' : `  hold ${hold}  ${ratio <= hold ? 'reached' : 'not reached'}`;
  return `${what.padEnd(62)} ${ours.padStart(10)} / ${against.padStart(10)} = ${ratio.toFixed(2).padStart(6)}${verdict}${note === undefined ? '' : `  (${note})`}`;
}
