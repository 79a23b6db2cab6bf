/** One SQL statement over snapshot files, answered by a process of its own that is ended where it takes too long. Compiled code only. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../../kube/suggest.ts';
import type { SqlCell, SqlEnd, SqlQuestion } from './sql-messages.ts';

/** SQLite's own bound of attached files. */
export const MOST_FILES = 10;

/** The statement does not fit, or could not be answered to its end. The message says what to do. */
class SqlError extends Error {
  override readonly name = 'SqlError';
}

export interface SqlAnswer {
  readonly columns: readonly string[];
  /** Rejects with SqlError where it breaks off. */
  readonly rows: AsyncIterable<readonly SqlCell[]>;
  /** Ends the process, if it still runs. */
  close(): void;
}

/** Resolves once the first line is there. `milliseconds`: for all of it, however slowly the rows are taken. */
export async function runSql(options: Pick<SqlQuestion, 'paths' | 'sql'> & { readonly milliseconds: number }): Promise<SqlAnswer> {
  const { paths, sql, milliseconds } = options;
  const program = fileURLToPath(new URL('answer-sql.js', import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, milliseconds);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let failure = '';
  child.once('error', ({ message }) => {
    failure = message;
  });
  const close = (): void => {
    clearTimeout(timer);
    child.kill('SIGKILL');
  };
  // A process that is gone before it read its question says so by how it ended.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify({ paths, sql, asker: process.pid } satisfies SqlQuestion));
  const messages = parsed(child.stdout);
  try {
    const first = await messages.next();
    if (first.done) throw await brokenOff();
    const columns = (first.value as { columns?: readonly string[] }).columns;
    if (columns === undefined) throw refused(first.value as SqlEnd);
    return { columns, rows: rows(), close };
  } catch (error) {
    close();
    throw error;
  }

  async function* rows(): AsyncGenerator<readonly SqlCell[]> {
    try {
      for (;;) {
        const { done, value } = await messages.next();
        if (done) throw await brokenOff();
        if (Array.isArray(value)) yield value as readonly SqlCell[];
        else if ('rows' in (value as SqlEnd)) return;
        else throw refused(value as SqlEnd);
      }
    } finally {
      close();
    }
  }

  async function brokenOff(): Promise<SqlError> {
    await ended;
    return new SqlError(
      isLate
        ? `not answered within ${milliseconds / 1000} s, and ended there: --timeout allows more.`
        : `the process that answers ended with ${failure || (child.signalCode ?? child.exitCode)} before it had said all.`,
    );
  }
}

function refused(end: SqlEnd): SqlError {
  if (!('error' in end)) return new SqlError('the process that answers said nothing that fits.');
  const { error, names } = end;
  const written = /^no such (?:table|column): (?:.*\.)?(.+)$/.exec(error)?.[1] ?? '';
  return new SqlError(`${error}.${didYouMean(written, names)}`);
}

/** The values of a stream of JSON lines. What is broken off at its end is left out. */
async function* parsed(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      yield JSON.parse(Buffer.concat(parts).toString('utf8'));
      parts = [];
      from = end + 1;
    }
    parts.push(chunk.subarray(from));
  }
}
