/** `npm start [-- SOURCE…]`: sets everything up, shows what the demo bundle holds, and serves it. */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./first-run.mjs').then(({ firstRun }) => firstRun(process.argv.slice(2)));
