/** SQLite's part in machine code, which npm fetches or compiles for one Node and one kind of machine: where it does not load, no file is to blame. */
import Database from 'better-sqlite3';
import { InputError } from '../records/input-error.ts';

export function openSqlite(path: string, options?: Database.Options): Database.Database {
  try {
    return new Database(path, options);
  } catch (error) {
    if (!isLoadFailure(error)) throw error;
    throw new InputError(
      'NO_SQLITE',
      `SQLite does not load in Node ${process.version} (${firstLine(error.message)}): install snapgraph again with this Node, or run npm rebuild better-sqlite3 where it is installed.`,
      { cause: error },
    );
  }
}

/** Node's own codes where an add-on is there and does not load; `tries` is what the package `bindings` says where it found none. */
function isLoadFailure(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code, tries } = error as { code?: unknown; tries?: unknown };
  return Array.isArray(tries) || (typeof code === 'string' && code.startsWith('ERR_DLOPEN'));
}

function firstLine(text: string): string {
  return (text.split('\n', 1)[0] ?? '').replace(/\.$/, '');
}
