/** `npm run bench [-- OBJECTS]`: sets everything up, compiles bench/ and runs it. */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./bench/run.mjs').then(({ runBench }) => runBench(process.argv.slice(2)));
