import { renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { temporaryPath } from '../import/temporary-files.ts';

/** Takes an entry out of the cache. It goes from its name at once: nobody finds, or builds upon, one that is half removed. */
export function removeEntry(folder: string): void {
  const aside = temporaryPath(dirname(folder), basename(folder));
  try {
    renameSync(folder, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  rmSync(aside, { recursive: true, force: true });
}
