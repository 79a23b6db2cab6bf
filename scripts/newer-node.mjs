/** `node scripts/newer-node.mjs [VERSION]`: the end-to-end tests once more, on another Node. */
import { requireNode } from './require-node.mjs';

const pinned = '24.21.0';

if (requireNode()) import('./newer-node/end-to-end.mjs').then(({ endToEnd }) => endToEnd(process.argv[2] ?? pinned));
