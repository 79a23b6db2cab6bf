import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Reader } from '../../src/store/reader.ts';
import { MOST_FILES, runSql } from '../../src/store/sql/run-sql.ts';
import { timerFlag } from '../capture/number-flag.ts';
import type { Invocation } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import type { Output } from '../output/output.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { openAllSources } from '../sources/open-all.ts';
import { writerFor } from '../sql/row-writers.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output } = invocation;
  const milliseconds = timerFlag({ flags, name: 'timeout', otherwise: 60_000, asKubectl: true });
  const { sources, sql } = await readWords(invocation);
  const readers = await openAllSources({ ...invocation, positionals: sources });
  try {
    const asked = chosen({ readers, wanted: flags.value('snapshot'), output });
    const { columns, rows, close } = await runSql({ paths: asked.map(({ file }) => file), sql, milliseconds });
    try {
      await writerFor(flags.value('output') ?? 'table')({ columns, rows, output });
    } finally {
      close();
    }
    return ExitCode.done;
  } finally {
    for (const reader of readers) reader.close();
  }
}

/** The last word is the statement, unless a file holds it; those before it are sources. */
async function readWords({ positionals, flags, environment }: Invocation): Promise<{ sources: readonly string[]; sql: string }> {
  const file = flags.value('filename');
  if (file !== undefined) {
    if (file === '-' && positionals.includes('-')) throw new UsageError('standard input can be a SOURCE or the statement, not both.');
    return { sources: positionals, sql: file === '-' ? await text(process.stdin) : readText(file) };
  }
  const sql = positionals.at(-1);
  const isSource = positionals.length === 1 && !environment['SNAPGRAPH_SOURCE'] && existsSync(sql ?? '');
  if (sql === undefined || isSource)
    throw new UsageError(`give the statement: as the last argument in quotes ('SELECT … FROM objects'), or with -f FILE.`);
  return { sources: positionals.slice(0, -1), sql };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** All of them, or the one that --snapshot names. Of several it is said what each is called. */
function chosen(options: {
  readonly readers: readonly Reader[];
  readonly wanted: string | undefined;
  readonly output: Output;
}): readonly Reader[] {
  const { readers, wanted, output } = options;
  if (wanted !== undefined) return [chooseSnapshot(options)];
  if (readers.length > MOST_FILES)
    throw new UsageError(`${readers.length} snapshots, and SQLite takes ${MOST_FILES} at once: name fewer, or one with --snapshot.`);
  if (readers.length > 1)
    output.note(`Note: ${readers.map(({ info }, index) => `${String.fromCharCode(97 + index)} is ${info.name}`).join(', ')}.`);
  return readers;
}
