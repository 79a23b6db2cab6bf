/** `node scripts/coverage/main.mjs FOLDER`: holds what the tests ran, in vitest and in processes that they started, to each room's floor. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { roomOf } from '../imports/rooms.mjs';
import { root } from '../set-up/folders.mjs';
import { floors } from './floors.mjs';
import { judge, linesOf, sharesOf, union } from './lines.mjs';
import { processLines } from './process-lines.mjs';

const [folder = ''] = process.argv.slice(2);
/** @type {Record<string, import('./lines.mjs').FileRecord>} */
const inVitest = JSON.parse(readFileSync(`${folder}/coverage/coverage-final.json`, 'utf8'));
const inProcesses = await processLines(`${folder}/processes`, `${root}/dist`);

const files = Object.entries(inVitest).map(([path, record]) => {
  const lines = union(linesOf(record), inProcesses.get(path) ?? new Map());
  return /** @type {const} */ ([roomOf(relative(root, path).replaceAll('\\', '/')), lines]);
});
const { lines, problems } = judge(sharesOf(files), floors);
console.log(lines.join('\n'));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
