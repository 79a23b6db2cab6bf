/** What lies in a namespace, and the namespace that an object lies in: a column, no reference. */
import type { ObjectRow } from '../../store/reader.ts';
import { mixedListArguments } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections } from '../lists/page.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import { lookUp } from './look-up.ts';

const NAMESPACES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/';

export const namespaceObjectField: FieldRow<ObjectRow> = {
  name: 'namespaceObject',
  type: 'Namespace',
  description: described('The Namespace that the object lies in; null for what is cluster-scoped.', NAMESPACES),
  load: loadNamespaces,
};

/** Of Namespace alone. */
export const namespaceFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'objects',
    type: 'KubernetesObjectConnection',
    args: mixedListArguments,
    description: described('The objects in this namespace that were captured, of all kinds.', NAMESPACES),
    load: async (batch) => {
      const bounds = batch.items.map((item) => ({ namespace: item.data.name }));
      return connections(objectLists(batch.scope, batch.args, bounds), bounds.length);
    },
  },
];

async function loadNamespaces({ scope, items }: Batch<ObjectRow>): Promise<readonly unknown[]> {
  const names = [...new Set(items.flatMap((item) => item.data.namespace ?? []))];
  const rows = await lookUp(
    scope,
    names.map((name) => ({ group: '', kind: 'Namespace', namespace: null, name })),
  );
  const byName = new Map(names.map((name, index) => [name, rows[index] ?? null]));
  return items.map(({ data }) => (data.namespace === null ? null : byName.get(data.namespace)));
}
