import type { Database, Statement } from 'better-sqlite3';

/** Numbers for texts: each text is one row of a small table, its number the row's id. */
export interface Interner {
  id(text: string): number;
}

/** Numbers for pairs of texts: kinds by group and kind, labels by key and value. */
export interface PairInterner {
  id(first: string, second: string): number;
}

/** Held in memory: past it all are forgotten and looked up in their table again, so that hostile input cannot fill the memory. */
const MOST_HELD = 100_000;

export function createInterner(options: { readonly db: Database; readonly table: string; readonly column: string }): Interner {
  const { db, table, column } = options;
  const find: Statement<[string], number> = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck();
  const insert = db.prepare(`INSERT INTO ${table}(${column}) VALUES (?)`);
  const known = new Map<string, number>();
  return {
    id(text) {
      let id = known.get(text);
      if (id === undefined) {
        id = find.get(text) ?? Number(insert.run(text).lastInsertRowid);
        if (known.size >= MOST_HELD) known.clear();
        known.set(text, id);
      }
      return id;
    },
  };
}

export function createPairInterner(options: {
  readonly db: Database;
  readonly table: string;
  readonly columns: readonly [string, string];
}): PairInterner {
  const { db, table, columns } = options;
  const [one, other] = columns;
  const find: Statement<[string, string], number> = db
    .prepare<[string, string], number>(`SELECT id FROM ${table} WHERE ${one} = ? AND ${other} = ?`)
    .pluck();
  const insert = db.prepare(`INSERT INTO ${table}(${one}, ${other}) VALUES (?, ?)`);
  const known = new Map<string, Map<string, number>>();
  let held = 0;
  return {
    id(first, second) {
      let seconds = known.get(first);
      if (seconds === undefined) {
        seconds = new Map();
        known.set(first, seconds);
      }
      let id = seconds.get(second);
      if (id === undefined) {
        id = find.get(first, second) ?? Number(insert.run(first, second).lastInsertRowid);
        seconds.set(second, id);
        if (++held > MOST_HELD) {
          known.clear();
          held = 0;
        }
      }
      return id;
    },
  };
}
