/** What `get` says on standard error: what a list rests on, and what was asked for and is not there. */
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import { gapRows } from '../info/gap-rows.ts';
import type { Output } from '../output/output.ts';
import type { ResourceRequest } from './resource-arguments.ts';
import type { Selection } from './selection.ts';

interface NoteOptions {
  readonly output: Output;
  readonly reader: Reader;
  readonly selection: Selection;
}

/** As kubectl says it, and where there would be some. */
export async function noteEmpty(options: NoteOptions): Promise<void> {
  const { output, reader, selection } = options;
  const keys = selection.requests.map(({ key }) => key);
  const inNamespace = selection.namespace !== null && keys.some(selection.isNamespaced);
  output.note(inNamespace ? `No resources found in ${selection.namespace} namespace.` : 'No resources found.');
  if (!inNamespace) return;
  const elsewhere = await reader.count({ ...selection.filter, kinds: keys, presence: ['PRESENT'] });
  if (elsewhere > 0)
    output.note(`There ${elsewhere === 1 ? 'is one' : `are ${elsewhere}`} in other namespaces: -A lists all, -n NAMESPACE those of one.`);
}

/** A list of a kind that was not fully captured may lack objects. */
export async function noteGaps(
  options: Omit<NoteOptions, 'selection'> & { readonly selection: Pick<Selection, 'namespace' | 'isNamespaced'>; readonly key: KindKey },
): Promise<void> {
  const { output, reader, selection, key } = options;
  const namespace = selection.isNamespaced(key) ? selection.namespace : null;
  const { complete, gaps } = await reader.completeness({ kinds: [key], namespace });
  if (complete) return;
  const namespaces = reader.kinds.find((row) => row.group === '' && row.kind === 'Namespace')?.objects ?? 0;
  const [first] = gapRows({ gaps, namespaces });
  const why = first ? `: ${first.outcome} ${first.where === 'everywhere' ? first.where : `in ${first.where}`}` : '';
  output.warn(`Note: ${kindName(key)} was not fully captured${why}. What is not listed may have been there.`);
}

/** One line a name. A ghost says more than kubectl can: whether anyone looked for it. */
export async function noteAbsent(
  options: NoteOptions & {
    readonly request: ResourceRequest;
    readonly absent: readonly { readonly name: string; readonly row: ObjectRow | null }[];
  },
): Promise<void> {
  const { output, reader, selection, request, absent } = options;
  for (const { name, row } of absent) {
    const namespace = selection.isNamespaced(request.key) ? selection.namespace : null;
    const where = namespace === null ? '' : ` in namespace ${namespace}`;
    const outcome = await reader.outcome(request.key, namespace);
    const unknown = row?.presence === 'NOT_CAPTURED' || (row === null && outcome !== 'ok');
    const found = unknown
      ? `was not captured${where} (${(outcome ?? 'nobody looked').replace('_', ' ')}), so it may have been there`
      : `not found${where}`;
    const named = row === null ? '' : ' Other objects name it: tree --up shows which.';
    output.warn(`Error: ${kindName(request.key)} "${name}" ${found}.${named}`);
  }
}
