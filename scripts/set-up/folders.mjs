/** Where things lie. All that the scripts write is under `cache`, `node_modules` and `dist`, inside the clone. */
import { fileURLToPath } from 'node:url';

/** The clone's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What git ignores and anyone may delete: logs, locks, another Node. */
export const cache = `${root}/.cache`;
