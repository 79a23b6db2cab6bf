/** The catalogue of a store: a folder of snapshot files, with no index beside them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../records/input-error.ts';
import { readSnapshotFile, type SnapshotFile } from './read/snapshot-info.ts';

export interface Catalogue {
  /** The newest capture first. */
  readonly snapshots: readonly SnapshotFile[];
  /** Files called `.db` that are no snapshot files of this version, and why. */
  readonly failures: readonly { readonly path: string; readonly message: string }[];
}

/** Reads each file's snapshot row and nothing else. Throws InputError where the folder cannot be read. */
export function readCatalogue(folder: string): Catalogue {
  const snapshots: SnapshotFile[] = [];
  const failures: { path: string; message: string }[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    try {
      snapshots.push(readSnapshotFile(path));
    } catch (error) {
      failures.push({ path, message: error instanceof Error ? error.message : String(error) });
    }
  }
  snapshots.sort((one, other) => (other.info.capturedTo ?? 0) - (one.info.capturedTo ?? 0) || (one.path < other.path ? -1 : 1));
  return { snapshots, failures };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.db') && !name.startsWith('.'));
  } catch (error) {
    throw new InputError('NOT_FOUND', `The store ${folder} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
