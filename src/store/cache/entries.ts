/** Entries of the cache: a folder for each imported capture, with one snapshot file for each cluster in it. A folder is whole, or not there. */
import { mkdirSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { removeStaleFiles, temporaryPath } from '../import/temporary-files.ts';
import { readSnapshotFile, type SnapshotFile } from '../read/snapshot-info.ts';

export interface CacheEntry {
  /** In the order of the clusters in the capture. */
  readonly snapshots: readonly SnapshotFile[];
}

/** null where the capture is not in the cache. An entry that cannot be read is removed: it will be imported again. */
export function findEntry(cache: string, key: string): CacheEntry | null {
  const folder = join(cache, 'snapshots', key);
  try {
    const snapshots = snapshotsIn(folder);
    if (snapshots.length === 0) return null;
    markUsed(folder);
    return { snapshots };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') rmSync(folder, { recursive: true, force: true });
    return null;
  }
}

/** A folder to import into, that is not seen as an entry before it is installed. */
export function newEntry(cache: string, key: string): { readonly folder: string; install(): CacheEntry; discard(): void } {
  const parent = join(cache, 'snapshots');
  mkdirSync(parent, { recursive: true });
  removeStaleFiles(parent);
  const folder = temporaryPath(parent, key);
  mkdirSync(folder);
  const discard = (): void => rmSync(folder, { recursive: true, force: true });
  return {
    folder,
    discard,
    install() {
      const final = join(parent, key);
      try {
        renameSync(folder, final);
      } catch (error) {
        // Another process imported the same capture meanwhile: its entry is as good.
        if (!TAKEN.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        discard();
      }
      return { snapshots: snapshotsIn(final) };
    },
  };
}

const TAKEN: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM']);

function snapshotsIn(folder: string): SnapshotFile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.db') && !name.startsWith('.'));
  return names.sort((one, other) => ordinalOf(one) - ordinalOf(other)).map((name) => readSnapshotFile(join(folder, name)));
}

/** `<id>.db` is the first, `<id>-2.db` the second. */
function ordinalOf(name: string): number {
  return Number(/-(\d+)\.db$/.exec(name)?.[1] ?? 1);
}

/** The least recently used entries go first when the cache is full. */
function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // A cache that cannot be written to is still good for reading.
  }
}
