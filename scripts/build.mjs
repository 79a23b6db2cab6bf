/** `npm run build`: installs and compiles where that is needed. `npm pack` runs it first. */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./set-up/set-up.mjs').then(({ setUpOrExit }) => setUpOrExit());
