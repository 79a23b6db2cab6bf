import type { Database, Statement } from 'better-sqlite3';

/** Numbers for texts: each text is one row of a small table, its number the row's id. */
export interface Interner {
  id(text: string): number;
}

/** Held in memory: past it the oldest are forgotten and looked up in their table again, so that hostile input cannot fill the memory. */
const MOST_HELD = 100_000;

export function createInterner(options: {
  readonly db: Database;
  readonly table: string;
  readonly column: string;
  readonly mostHeld?: number;
}): Interner {
  const { db, table, column, mostHeld = MOST_HELD } = options;
  const find: Statement<[string], number> = db.prepare<[string], number>(`SELECT id FROM ${table} WHERE ${column} = ?`).pluck();
  const insert = db.prepare(`INSERT INTO ${table}(${column}) VALUES (?)`);
  const lookUp = (text: string): number => find.get(text) ?? Number(insert.run(text).lastInsertRowid);
  return { id: memoized(lookUp, mostHeld) };
}

/** Kinds by group and kind. */
export interface KindInterner {
  id(group: string, kind: string): number;
}

export function createKindInterner(db: Database): KindInterner {
  const find: Statement<[string, string], number> = db
    .prepare<[string, string], number>('SELECT id FROM kind WHERE api_group = ? AND kind = ?')
    .pluck();
  const insert = db.prepare('INSERT INTO kind(api_group, kind) VALUES (?, ?)');
  const lookUp = memoized((both) => {
    const cut = both.indexOf('\n');
    const key: [string, string] = [both.slice(0, cut), both.slice(cut + 1)];
    return find.get(...key) ?? Number(insert.run(...key).lastInsertRowid);
  }, MOST_HELD);
  return { id: (group, kind) => lookUp(`${group.replaceAll('\n', ' ')}\n${kind}`) };
}

/** Labels by key and value. Pairs are as many as objects in the worst case, so few are held. */
export interface PairInterner {
  id(key: string, value: string): number;
}

export function createPairInterner(db: Database): PairInterner {
  const find: Statement<[string, string], number> = db
    .prepare<[string, string], number>('SELECT id FROM label_pair WHERE key = ? AND value = ?')
    .pluck();
  const insert = db.prepare('INSERT INTO label_pair(key, value) VALUES (?, ?)');
  const byKey = new Map<string, Map<string, number>>();
  let held = 0;
  return {
    id(key, value) {
      let values = byKey.get(key);
      if (values === undefined) {
        values = new Map();
        byKey.set(key, values);
      }
      let id = values.get(value);
      if (id === undefined) {
        id = find.get(key, value) ?? Number(insert.run(key, value).lastInsertRowid);
        values.set(value, id);
        if (++held > MOST_HELD) {
          byKey.clear();
          held = 0;
        }
      }
      return id;
    },
  };
}

/** The same answers, remembered for the last `most` or so distinct texts. */
function memoized(compute: (text: string) => number, most: number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let id = known.get(text);
    if (id === undefined) {
      id = compute(text);
      if (known.size >= most) known.clear();
      known.set(text, id);
    }
    return id;
  };
}
