import Database from 'better-sqlite3';

/** Writes into a snapshot file what it is called from now on. Only for a file that nobody reads yet. */
export function nameSnapshot(path: string, name: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('journal_mode = MEMORY');
    db.prepare('UPDATE snapshot SET name = ? WHERE name <> ?').run(name, name);
  } finally {
    db.close();
  }
}
