import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { createApi } from '../../src/api/create-api.ts';
import { isObject } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { savedQueries } from '../../src/server/saved-queries.ts';
import type { Invocation } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { printDocument } from '../output/print-document.ts';
import { formatTable } from '../output/table.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { defaultSnapshot } from '../sources/choose-snapshot.ts';
import { readLimits } from '../sources/limits.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  if (flags.value('saved') === 'list') return await listSaved(invocation);
  const { source, rest } = takeSource({ words: positionals, environment, needed: hasQueryFlag(invocation) ? 0 : 1 });
  const variables = readVariables(flags.value('variables'));
  const query = await readQuery({ invocation, words: rest, source });
  const limits = readLimits({ values: flags.values('limit'), environment });
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const api = createApi({ snapshots: readers, limits, ...defaultSnapshot({ readers, wanted: flags.value('snapshot'), output }) });
    const operationName = flags.value('operation');
    const result = await api.execute({ query, variables, ...(operationName === undefined ? {} : { operationName }) });
    output.printRaw(await printDocument({ document: result, format: 'json' }));
    return result.errors === undefined || result.errors.length === 0 ? ExitCode.done : ExitCode.failed;
  });
}

function hasQueryFlag({ flags }: Invocation): boolean {
  return flags.value('filename') !== undefined || flags.value('saved') !== undefined;
}

/** From the words, a file or the saved ones: exactly one of them. */
async function readQuery(options: {
  readonly invocation: Invocation;
  readonly words: readonly string[];
  readonly source: string;
}): Promise<string> {
  const { invocation, words, source } = options;
  const file = invocation.flags.value('filename');
  const saved = invocation.flags.value('saved');
  const [written, ...more] = words;
  const given = [file, saved, written].filter((each) => each !== undefined);
  if (given.length === 0) throw new UsageError('give the query: as an argument in quotes, with -f FILE, or with --saved NAME.');
  if (given.length > 1) throw new UsageError('give one query: as an argument, with -f FILE, or with --saved NAME.');
  checkNoMore(more);
  if (written !== undefined) return written;
  if (saved !== undefined) return savedQuery(saved);
  if (file === '-' && source === '-') throw new UsageError('standard input can be the SOURCE or the query, not both.');
  return file === '-' ? await text(process.stdin) : readText(file ?? '');
}

function savedQuery(name: string): string {
  const all = savedQueries();
  const found = all.find((each) => each.name === name);
  if (found) return found.query;
  throw new UsageError(`there is no saved query "${name}"; --saved list names them.`, { name, candidates: all.map((each) => each.name) });
}

async function listSaved({ output }: Invocation): Promise<number> {
  output.print(await formatTable({ headers: ['NAME', 'ANSWERS'], rows: savedQueries().map(({ name, says }) => [name, says]) }));
  return ExitCode.done;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Throws UsageError for what is not a JSON object. */
function readVariables(value: string | undefined): JsonObject {
  if (value === undefined) return {};
  const written = value.startsWith('@') ? readText(value.slice(1)) : value;
  const parsed = parseJson(written);
  if (!isObject(parsed))
    throw new UsageError(`--variables must be a JSON object, for instance '{"namespace": "shop"}', or @FILE with one.`);
  return parsed;
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    throw new UsageError(`--variables is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
