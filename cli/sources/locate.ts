/** What a SOURCE is: standard input, a snapshot file, a store of them, or something to import. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSqliteFile } from '../../src/store/read/open-database.ts';
import { UsageError } from '../errors.ts';
import { isLive } from './source-arguments.ts';

export type Located =
  /** Snapshot files, as they are: one, or all of a store. */
  { readonly type: 'snapshots'; readonly paths: readonly string[] } | { readonly type: 'capture'; readonly location: string };

/** Throws UsageError for what does not exist, and for a live cluster. */
export function locate(source: string): Located {
  if (isLive(source)) {
    throw new UsageError(
      'a live cluster as SOURCE is not yet in this version: capture it to a file first, for instance with kubectl get -o yaml.',
    );
  }
  if (source === '-') return { type: 'capture', location: source };
  if (!existsSync(source)) throw absent(source);
  const paths = statSync(source).isDirectory() ? snapshotsIn(source) : isSnapshotFile(source) ? [source] : [];
  return paths.length > 0 ? { type: 'snapshots', paths } : { type: 'capture', location: source };
}

function absent(source: string): UsageError {
  return new UsageError(`there is no file or folder "${source}".`, { name: source, candidates: neighbours(source) });
}

function neighbours(source: string): string[] {
  const folder = dirname(source);
  try {
    return readdirSync(folder).map((name) => (source.includes('/') ? join(folder, name) : name));
  } catch {
    return [];
  }
}

function snapshotsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.db'));
  return names
    .sort()
    .map((name) => join(folder, name))
    .filter(isSnapshotFile);
}

/** Fifos and devices are read once, by the import. */
function isSnapshotFile(path: string): boolean {
  return statSync(path).isFile() && isSqliteFile(path);
}
