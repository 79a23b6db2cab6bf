/** Puts a snapshot file from the cache where the user wants it: seen under its name only once it is whole. */
import { constants, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { removeStaleFiles, temporaryPath } from '../../src/store/import/temporary-files.ts';
import { nameSnapshot } from '../../src/store/name-snapshot.ts';

/** Replaces a file that is there. Where the file system can, nothing is copied but a mark. `name`: what the snapshot is called there. */
export function installSnapshot(options: { readonly from: string; readonly to: string; readonly name: string }): void {
  const to = resolve(options.to);
  const folder = dirname(to);
  mkdirSync(folder, { recursive: true });
  removeStaleFiles(folder);
  const temporary = temporaryPath(folder, basename(to));
  try {
    copyFileSync(options.from, temporary, constants.COPYFILE_FICLONE);
    nameSnapshot(temporary, options.name);
    renameSync(temporary, to);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Error(`${to} cannot be written: ${error instanceof Error ? error.message : String(error)}.`, { cause: error });
  }
}
