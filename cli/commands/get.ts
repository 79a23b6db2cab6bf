import type { Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { columnsFor } from '../get/columns-for.ts';
import { type Fetched, fetchObjects } from '../get/fetch-objects.ts';
import { checkNamespace } from '../get/namespace.ts';
import { noteAbsent, noteEmpty, noteGaps } from '../get/notes.ts';
import { type OutputFormat, outputFormat } from '../get/output-format.ts';
import { documentOf, printNames, resourceName } from '../get/print-objects.ts';
import { printTable } from '../get/print-table.ts';
import type { ResourceRequest } from '../get/resource-arguments.ts';
import { readSelection, type Selection } from '../get/selection.ts';
import { printDocument } from '../output/print-document.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment, needed: 1 });
  const format = outputFormat(flags.value('output'));
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const selection = readSelection({ words: rest, flags, reader });
    if (selection.explicitNamespace && selection.namespace !== null) await checkNamespace({ reader, namespace: selection.namespace });
    const results: Result[] = [];
    for (const request of selection.requests) results.push({ request, ...(await fetchRequest({ reader, selection, request })) });
    await print({ invocation, reader, selection, format, results });
    return results.some(({ absent }) => absent.length > 0) ? ExitCode.failed : ExitCode.done;
  });
}

interface Result extends Fetched {
  readonly request: ResourceRequest;
}

function fetchRequest(options: {
  readonly reader: Reader;
  readonly selection: Selection;
  readonly request: ResourceRequest;
}): Promise<Fetched> {
  const { reader, selection, request } = options;
  const { namespace, filter, order } = selection;
  const namespaced = selection.isNamespaced(request.key);
  return fetchObjects({ reader, request, namespace, namespaced, filter, ...(order ? { order } : {}) });
}

interface PrintOptions {
  readonly invocation: Invocation;
  readonly reader: Reader;
  readonly selection: Selection;
  readonly format: OutputFormat;
  readonly results: readonly Result[];
}

/** The answer on standard output; what it rests on, and what is not there, on standard error. */
async function print(options: PrintOptions): Promise<void> {
  const { invocation, reader, selection, format, results } = options;
  const { output } = invocation;
  if (format.type === 'table') output.print(await tables({ ...options, format }));
  else output.printRaw(await documents({ ...options, format }));
  const listed = results.filter(({ request }) => request.names === null);
  if (listed.every(({ found }) => found.length === 0) && listed.length === results.length && format.type === 'table') {
    await noteEmpty({ output, reader, selection });
  }
  for (const { request } of listed) await noteGaps({ output, reader, selection, key: request.key });
  for (const { request, absent } of results) await noteAbsent({ output, reader, selection, request, absent });
}

type Table = Extract<OutputFormat, { type: 'table' }>;

async function tables(options: PrintOptions & { readonly format: Table }): Promise<string> {
  const { invocation, reader, selection, format, results } = options;
  const { flags } = invocation;
  const several = results.filter(({ found }) => found.length > 0).length > 1;
  const parts: string[] = [];
  for (const { request, found } of results) {
    if (found.length === 0) continue;
    const table = await printTable({
      found,
      columns: format.columns ?? (await columnsFor({ reader, key: request.key, rows: found.map(({ row }) => row) })),
      context: { now: reader.info.capturedTo },
      wide: format.wide,
      headers: !flags.on('no-headers'),
      namespaces: format.columns === null && selection.namespace === null && selection.isNamespaced(request.key),
      labels: flags.on('show-labels'),
      prefix: several && format.columns === null ? resourceName(request.key) : null,
    });
    parts.push(table);
  }
  return parts.join('\n');
}

async function documents(options: PrintOptions & { readonly format: Exclude<OutputFormat, { type: 'table' }> }): Promise<string> {
  const { invocation, selection, format, results } = options;
  const found = results.flatMap((result) => result.found);
  if (format.type === 'name') return printNames(found);
  const document = documentOf({ found, single: selection.single, managedFields: invocation.flags.on('show-managed-fields') });
  if (selection.single && found.length === 0) return '';
  if (format.type === 'template') return format.print(document);
  return await printDocument({ document, format: format.type, indent: 4 });
}
