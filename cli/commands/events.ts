import type { KindKey } from '../../src/kube/kind.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { aboutObject } from '../events/about.ts';
import { eventTable, inOrder, type SeenEvent, seenEvent } from '../events/event-table.ts';
import { ExitCode } from '../exit-codes.ts';
import { fetchObjects } from '../get/fetch-objects.ts';
import { checkNamespace } from '../get/namespace.ts';
import { noteGaps } from '../get/notes.ts';
import { type OutputFormat, outputFormat } from '../get/output-format.ts';
import { documentOf, printNames } from '../get/print-objects.ts';
import { printTable } from '../get/print-table.ts';
import { printDocument } from '../output/print-document.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

const EVENT: KindKey = { group: '', kind: 'Event' };

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment });
  checkNoMore(rest);
  const types = typesOf(flags.values('types'));
  const namespace = namespaceOf(invocation);
  const format = outputFormat(flags.value('output'));
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    if (flags.value('namespace') !== undefined && namespace !== null) await checkNamespace({ reader, namespace });
    const word = flags.value('for');
    const isAsked = word === undefined ? () => true : aboutObject({ reader, word });
    const events = (await readEvents(reader, namespace)).filter(
      (event) => isAsked(event) && (types.size === 0 || types.has(String(event.core['type']).toLowerCase())),
    );
    await print({ invocation, reader, format, events: inOrder(events), namespaces: namespace === null });
    if (events.length === 0) output.note(`No events found${namespace === null ? '' : ` in ${namespace} namespace`}.`);
    await noteGaps({ output, reader, selection: { namespace, isNamespaced: () => true }, key: EVENT });
    return ExitCode.done;
  });
}

function typesOf(values: readonly string[]): ReadonlySet<string> {
  const types = values.flatMap((value) => value.split(',')).map((type) => type.toLowerCase());
  const wrong = types.find((type) => type !== 'normal' && type !== 'warning');
  if (wrong === undefined) return new Set(types);
  throw new UsageError(`--types is "${wrong}": valid are Normal and Warning.`, { name: wrong, candidates: ['Normal', 'Warning'] });
}

/** null: all. */
function namespaceOf({ flags }: Invocation): string | null {
  const namespace = flags.value('namespace');
  if (namespace !== undefined && flags.on('all-namespaces')) throw new UsageError('-n and -A do not go together.');
  return flags.on('all-namespaces') ? null : (namespace ?? 'default');
}

async function readEvents(reader: Reader, namespace: string | null): Promise<readonly SeenEvent[]> {
  const { found } = await fetchObjects({ reader, request: { key: EVENT, names: null }, namespace, namespaced: true, filter: {} });
  return found.map(seenEvent);
}

async function print(options: {
  readonly invocation: Invocation;
  readonly reader: Reader;
  readonly format: OutputFormat;
  readonly events: readonly SeenEvent[];
  readonly namespaces: boolean;
}): Promise<void> {
  const { invocation, reader, format, events, namespaces } = options;
  const { flags, output } = invocation;
  if (format.type === 'name') return output.printRaw(printNames(events));
  const headers = !flags.on('no-headers');
  const now = reader.info.capturedTo;
  if (format.type === 'table') {
    if (events.length === 0) return;
    const { columns } = format;
    if (columns === null) return output.print(await eventTable({ events, now, namespaces, headers }));
    const plain = { wide: true, headers, namespaces: false, labels: false, prefix: null };
    return output.print(await printTable({ found: events, columns, context: { now }, ...plain }));
  }
  const document = documentOf({ found: events, single: false, managedFields: flags.on('show-managed-fields') });
  output.printRaw(format.type === 'template' ? format.print(document) : await printDocument({ document, format: format.type, indent: 4 }));
}
