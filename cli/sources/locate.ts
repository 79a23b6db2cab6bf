/** What a SOURCE is: standard input, a snapshot file, a store of them, or something to import. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSqliteFile } from '../../src/store/read/open-database.ts';
import { UsageError } from '../errors.ts';
import { isLive } from './source-arguments.ts';

export type Located =
  /** A running cluster; the context as the kubeconfig calls it, undefined: the one that kubectl would take. */
  | { readonly type: 'live'; readonly context: string | undefined }
  | { readonly type: 'snapshot'; readonly path: string }
  /** A folder of snapshot files. */
  | { readonly type: 'store'; readonly folder: string }
  | { readonly type: 'capture'; readonly location: string };

/** Throws UsageError for what does not exist. */
export function locate(source: string): Located {
  if (isLive(source)) return { type: 'live', context: source.slice('live:'.length) || undefined };
  if (source === '-') return { type: 'capture', location: source };
  if (!existsSync(source)) throw absent(source);
  if (statSync(source).isDirectory()) return isStore(source) ? { type: 'store', folder: source } : { type: 'capture', location: source };
  return isSnapshotFile(source) ? { type: 'snapshot', path: source } : { type: 'capture', location: source };
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

function isStore(folder: string): boolean {
  return readdirSync(folder).some((name) => name.endsWith('.db') && isSnapshotFile(join(folder, name)));
}

/** Fifos and devices are read once, by the import. */
function isSnapshotFile(path: string): boolean {
  return statSync(path).isFile() && isSqliteFile(path);
}
