import { openSqlite } from './open-sqlite.ts';

/** Writes into a snapshot file what it is called from now on. Only for a file that nobody reads yet. */
export function nameSnapshot(path: string, name: string): void {
  const db = openSqlite(path, { fileMustExist: true });
  try {
    db.pragma('journal_mode = MEMORY');
    db.prepare('UPDATE snapshot SET name = ? WHERE name <> ?').run(name, name);
  } finally {
    db.close();
  }
}
