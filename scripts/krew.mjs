/** `node scripts/krew.mjs archive|manifest`: what krew, kubectl's plugin manager, installs the plugin from (docs/kubectl-plugin.md). */
import { requireNode } from './require-node.mjs';

if (requireNode()) import('./krew/main.mjs').then(({ runKrew }) => runKrew(process.argv.slice(2)));
