/**
 * The process that answers one SQL statement of a person's own. A statement cannot be stopped from within SQLite as it is used here, a process
 * can. It reads a question as JSON from standard input, and prints lines of JSON: the columns, an array for each row, and how it ended.
 */
import { isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { openSqlite } from '../open-sqlite.ts';
import type { SqlCell, SqlEnd, SqlQuestion } from './sql-messages.ts';

const FLUSH_AT = 64 * 1024;
/** SQLite's own memory: a sort that needs more goes to a temporary file. */
const MEMORY_BYTES = 512 * 2 ** 20;

// Whoever reads has enough.
process.stdout.on('error', () => process.exit(0));
const question = JSON.parse(readFileSync(0, 'utf8')) as SqlQuestion;
endWithAsker();
let held = '';
try {
  const db = openAttached(question.paths);
  await say(await answer(db));
} catch (error) {
  await say({ error: error instanceof Error ? error.message : String(error), names: [] });
}
await flush();

/** One file is asked as it is; of several the first is `main` and `a`, the others `b`, `c` and so on. All are opened for reading. */
function openAttached(paths: readonly string[]): Database {
  const [first = '', ...others] = paths;
  const db = openSqlite(first, { readonly: true, fileMustExist: true });
  db.pragma(`hard_heap_limit = ${MEMORY_BYTES}`);
  db.pragma('mmap_size = 268435456');
  if (others.length > 0) paths.forEach((path, index) => void db.prepare(`ATTACH ? AS ${schemaName(index)}`).run(path));
  return db;
}

function schemaName(index: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + index);
}

async function answer(db: Database): Promise<SqlEnd> {
  try {
    const statement = db.prepare(question.sql);
    // VACUUM INTO writes a file, ATTACH opens one: neither is a question.
    if (!statement.reader || !statement.readonly)
      return { error: 'only statements that read are answered: SELECT, WITH, VALUES, EXPLAIN', names: [] };
    statement.safeIntegers().raw();
    const columns = statement.columns().map(({ name }) => name);
    await say({ columns });
    let rows = 0;
    for (const row of statement.iterate() as IterableIterator<readonly unknown[]>) {
      await say(row.map(toCell));
      rows += 1;
    }
    return { rows };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: message, names: namesFor(db, message) };
  }
}

/** Integers past 2^53 and bytes that are no text are written as text: JSON has neither. */
function toCell(value: unknown): SqlCell {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Uint8Array) return isUtf8(value) ? Buffer.from(value).toString('utf8') : `x'${Buffer.from(value).toString('hex')}'`;
  return value as SqlCell;
}

/** What could have been meant where a table or column is unknown. */
function namesFor(db: Database, message: string): readonly string[] {
  if (/^no such table: /.test(message))
    return db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").pluck().all();
  if (!/^no such column: /.test(message)) return [];
  const columns = `SELECT DISTINCT c.name FROM sqlite_schema s, pragma_table_info(s.name) c WHERE s.type IN ('table', 'view')`;
  return db.prepare<[], string>(columns).pluck().all();
}

async function say(message: object): Promise<void> {
  held += `${JSON.stringify(message)}\n`;
  if (held.length > FLUSH_AT) await flush();
}

/** Waits where the reader is slower. */
async function flush(): Promise<void> {
  const isTaken = process.stdout.write(held);
  held = '';
  if (!isTaken) await once(process.stdout, 'drain');
}

/** In a thread of its own, for this one is in SQLite. */
function endWithAsker(): void {
  const watch = `setInterval(() => process.ppid === ${question.asker} || process.kill(process.pid, 'SIGKILL'), 500)`;
  new Worker(watch, { eval: true, stdin: false }).unref();
}
