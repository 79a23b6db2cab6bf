/** Entries of the cache: a folder for each imported capture, with one snapshot file for each cluster in it. A folder is whole, or not there. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeStaleFiles, temporaryPath } from '../import/temporary-files.ts';
import { readSnapshotFile, type SnapshotFile } from '../read/snapshot-info.ts';
import { removeEntry } from './remove-entry.ts';

export interface CacheEntry {
  /** In the order of the clusters in the capture. */
  readonly snapshots: readonly SnapshotFile[];
}

interface EntryOptions {
  readonly cache: string;
  readonly key: string;
  /** What the capture is called now. Copies share an entry, and each is shown under the name that the user gave. */
  readonly name: string;
}

/** null where the capture is not in the cache. An entry that cannot be read is removed: it will be imported again. */
export function findEntry({ cache, key, name }: EntryOptions): CacheEntry | null {
  const folder = join(cache, 'snapshots', key);
  try {
    const snapshots = snapshotsIn(folder, name);
    if (snapshots.length === 0) return null;
    markUsed(folder);
    return { snapshots };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') removeEntry(folder);
    return null;
  }
}

/** A folder to import into, that is not seen as an entry before it is installed. */
export function newEntry({ cache, key, name }: EntryOptions): { readonly folder: string; install(): CacheEntry; discard(): void } {
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
      writeFileSync(join(folder, IMPORTED_AS), name);
      try {
        renameSync(folder, final);
      } catch (error) {
        // Another process imported the same capture meanwhile: its entry is as good.
        if (!TAKEN.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
        discard();
      }
      return { snapshots: snapshotsIn(final, name) };
    },
  };
}

const TAKEN: ReadonlySet<string> = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM']);

/** Beside the snapshot files: what the capture was called when it was imported, and so are they that have no name of their own. */
const IMPORTED_AS = 'imported-as';

function snapshotsIn(folder: string, name: string): SnapshotFile[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.db') && !file.startsWith('.'));
  const importedAs = readFileSync(join(folder, IMPORTED_AS), 'utf8');
  const snapshots = files.sort((one, other) => ordinalOf(one) - ordinalOf(other)).map((file) => readSnapshotFile(join(folder, file)));
  return snapshots.map((snapshot) => (snapshot.info.name === importedAs ? { ...snapshot, info: { ...snapshot.info, name } } : snapshot));
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
