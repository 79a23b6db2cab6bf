/** `npm test [-- --only types,lint]`: sets everything up and runs every check. */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./steps/run-steps.mjs').then(({ runSteps }) => runSteps(process.argv.slice(2)));
