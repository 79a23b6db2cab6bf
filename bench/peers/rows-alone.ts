/**
 * What SQLite alone takes for an import's rows, as a process of its own: those of a snapshot file, read into memory some at a time, inserted
 * into a new file with as many a statement as the import does, then the indexes. Prints {insertMs, indexMs, rows, values} as JSON.
 */
import Database from 'better-sqlite3';
import { createInserter, type SqlValue } from '../../src/store/import/inserter.ts';

const [path, copy] = process.argv.slice(2);
if (path === undefined || copy === undefined) throw new Error('which snapshot file, and where to?');
const CHUNK = 5000;

const source = new Database(path, { readonly: true });
const target = new Database(copy);
for (const pragma of ['page_size = 32768', 'journal_mode = OFF', 'synchronous = OFF', 'locking_mode = EXCLUSIVE', 'cache_size = -65536'])
  target.pragma(pragma);

/** The tables of full text search keep theirs by themselves. */
const MADE = `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE '%\\_search%' ESCAPE '\\'`;
const made = source.prepare<[], { type: string; name: string; sql: string }>(MADE).all();
target.exec('BEGIN');
let insertMs = 0;
let rows = 0;
let values = 0;
for (const { name, sql } of made.filter(({ type }) => type === 'table')) {
  target.exec(sql);
  const columns = source.prepare('SELECT name, type FROM pragma_table_info(?)').all(name) as { name: string; type: string }[];
  const casts = name === 'object_json' ? columns.filter(({ type }) => type === 'TEXT').map((column) => quoted(column.name)) : [];
  const read = columns.map((column) =>
    casts.includes(quoted(column.name)) ? `CAST(${quoted(column.name)} AS BLOB)` : quoted(column.name),
  );
  const inserter = createInserter({ db: target, table: quoted(name), columns: columns.map((column) => quoted(column.name)), casts });
  for (const chunk of chunksOf(
    source
      .prepare<[], SqlValue[]>(`SELECT ${read} FROM ${quoted(name)}`)
      .raw(true)
      .iterate(),
  )) {
    const started = performance.now();
    for (const row of chunk) inserter.add(row);
    insertMs += performance.now() - started;
    rows += chunk.length;
    values += chunk.length * columns.length;
  }
  inserter.flush();
}
const indexing = performance.now();
for (const { sql } of made.filter(({ type }) => type === 'index')) target.exec(sql);
target.exec('COMMIT');
target.close();
process.stdout.write(`${JSON.stringify({ insertMs, indexMs: performance.now() - indexing, rows, values })}\n`);

function* chunksOf(all: IterableIterator<SqlValue[]>): Generator<readonly SqlValue[][]> {
  let chunk: SqlValue[][] = [];
  for (const row of all) {
    chunk.push(row);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}

function quoted(name: string): string {
  return `"${name}"`;
}
