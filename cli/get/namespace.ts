/** The namespace that a command looks in. */
import type { Reader } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';

const kind = { group: '', kind: 'Namespace' } as const;

/** Throws UsageError for a namespace that is not in the snapshot and holds nothing there: most likely a misspelling. */
export async function checkNamespace(options: { readonly reader: Reader; readonly namespace: string }): Promise<void> {
  const { reader, namespace } = options;
  const [row] = await reader.find([{ ...kind, namespace: null, name: namespace }]);
  if (row?.presence === 'PRESENT' || (await reader.count({ namespace })) > 0) return;
  const names = (await reader.list({ filter: { kinds: [kind] } })).rows.map(({ name }) => name);
  throw new UsageError(`there is no namespace "${namespace}" in this snapshot.`, { name: namespace, candidates: names });
}
