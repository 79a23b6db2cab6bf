/** Opens a snapshot file for reading, or says clearly why it is none. Only the header is looked at: a damaged page shows when it is read. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { InputError } from '../../records/input-error.ts';
import { openSqlite } from '../open-sqlite.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../schema.ts';

const SQLITE_HEADER = 'SQLite format 3\0';

export function openDatabase(path: string): Database {
  const { isSqlite, applicationId, version } = readHeader(path);
  if (!isSqlite) throw new InputError('UNKNOWN_FORMAT', `${path} is not a SQLite file, so it cannot be a snapshot file.`);
  if (applicationId !== APPLICATION_ID) {
    throw new InputError(
      'UNKNOWN_FORMAT',
      `${path} is a SQLite file, but not one that snapgraph wrote: give the capture itself, or a file made by snapgraph import.`,
    );
  }
  if (version > SCHEMA_VERSION) {
    throw new InputError(
      'NEWER_FORMAT',
      `${path} was written by a newer snapgraph (store version ${version}; this one reads up to ${SCHEMA_VERSION}): update snapgraph.`,
    );
  }
  if (version < SCHEMA_VERSION) {
    throw new InputError(
      'UNSUPPORTED_FORMAT',
      `${path} was written by an older snapgraph (store version ${version}, not ${SCHEMA_VERSION}): import the capture again.`,
    );
  }
  try {
    const db = openSqlite(path, { readonly: true, fileMustExist: true });
    db.pragma('cache_size = -32768');
    db.pragma('mmap_size = 268435456');
    db.prepare('SELECT id FROM snapshot').get();
    return db;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw damaged(path, error);
  }
}

export function damaged(path: string, error: unknown): InputError {
  const why = error instanceof Error ? error.message : String(error);
  return new InputError('DAMAGED', `${path} is a damaged snapshot file (${why}): import the capture again.`, { cause: error });
}

/** True for any SQLite file; false for anything else that can be read. */
export function isSqliteFile(path: string): boolean {
  return readHeader(path).isSqlite;
}

/** Source: sqlite.org, Database File Format, §1.3: user_version at byte 60, application_id at 68. */
function readHeader(path: string): { isSqlite: boolean; applicationId: number; version: number } {
  const header = Buffer.alloc(100);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError(
      isAbsent ? 'NOT_FOUND' : 'UNREADABLE',
      isAbsent ? `${path} does not exist.` : `${path} cannot be opened: ${messageOf(error)}.`,
    );
  }
  try {
    readSync(file, header, 0, header.length, 0);
  } catch (error) {
    throw new InputError('UNREADABLE', `${path} cannot be read: ${messageOf(error)}.`);
  } finally {
    closeSync(file);
  }
  const isSqlite = header.toString('latin1', 0, SQLITE_HEADER.length) === SQLITE_HEADER;
  return { isSqlite, applicationId: header.readInt32BE(68), version: header.readInt32BE(60) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
