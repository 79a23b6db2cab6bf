/** `node .cache/bench-build/bench/generate.js 200000`: makes the archive of that many objects and prints its path. */
import { join } from 'node:path';
import { generatedBundle } from './data/write.ts';

const objects = Number(process.argv[2] ?? '200000');
if (!Number.isInteger(objects) || objects < 40) throw new Error(`"${process.argv[2]}" is no number of objects (at least 40)`);
process.stdout.write(`${await generatedBundle({ objects, folder: join(process.cwd(), '.cache/bench') })}\n`);
