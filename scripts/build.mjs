/** `npm run build`: installs and compiles where that is needed. `npm pack` runs it first: what is packed is bundled. */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./set-up/set-up.mjs').then(({ setUpOrExit }) => setUpOrExit({ bundled: true }));
