import type { Database } from 'better-sqlite3';

export type SqlValue = string | number | bigint | Uint8Array | null;

/** Adds rows to one table, many a statement: fewer calls into SQLite make an import about twice as fast. */
export interface Inserter {
  /** One value for each column, in order. */
  add(row: readonly SqlValue[]): void;
  /** Writes what is held back. */
  flush(): void;
}

const ROWS_A_STATEMENT = 32;

/** `casts`: columns whose bytes are stored as text. `or`: what to do where a key is there already. */
export function createInserter(options: {
  readonly db: Database;
  readonly table: string;
  readonly columns: readonly string[];
  readonly casts?: readonly string[];
  readonly or?: 'IGNORE' | 'REPLACE';
  readonly rows?: number;
}): Inserter {
  const { db, table, columns, casts = [], or, rows = ROWS_A_STATEMENT } = options;
  const row = `(${columns.map((column) => (casts.includes(column) ? 'CAST(? AS TEXT)' : '?')).join(',')})`;
  const head = `INSERT ${or === undefined ? '' : `OR ${or} `}INTO ${table}(${columns.join(',')}) VALUES `;
  const many = db.prepare(head + Array.from({ length: rows }, () => row).join(','));
  const one = db.prepare(head + row);
  let held: SqlValue[] = [];
  return {
    add(values) {
      for (const value of values) held.push(value);
      if (held.length === rows * columns.length) {
        many.run(held);
        held = [];
      }
    },
    flush() {
      for (let start = 0; start < held.length; start += columns.length) one.run(held.slice(start, start + columns.length));
      held = [];
    },
  };
}
