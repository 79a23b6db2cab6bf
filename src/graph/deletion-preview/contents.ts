/** What goes with an object by another hand than the garbage collector's. */

import { type KindKey, kindName } from '../../kube/kind.ts';
import type { ObjectRow } from '../../store/reader.ts';
import type { DeletionContext } from '../deletion/context.ts';
import { definitionInstances } from '../deletion/waits/definition-instances.ts';
import type { Taken } from './taken.ts';

export const isNamespace: (object: ObjectRow) => boolean = isOf({ group: '', kind: 'Namespace' });
const isDefinition = isOf({ group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' });

/**
 * Everything in a namespace, and every instance of a definition, owners or not.
 * Sources: kubernetes pkg/controller/namespace/deletion/namespaced_resources_deleter.go; apiextensions-apiserver pkg/controller/finalizer/crd_finalizer.go.
 */
export async function contentsOf(context: DeletionContext, going: readonly ObjectRow[]): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (const by of going.filter(isNamespace)) {
    const { rows } = await context.reader.list({ filter: { namespace: by.name, presence: ['PRESENT'] } });
    for (const object of rows) taken.push({ object, cause: 'NAMESPACE', by });
  }
  const definitions = going.filter(isDefinition);
  if (definitions.length === 0) return taken;
  const instances = await definitionInstances(context, definitions);
  for (const by of definitions) {
    for (const object of instances.get(by.id)?.objects ?? []) taken.push({ object, cause: 'DEFINITION', by });
  }
  return taken;
}

function isOf(kind: KindKey): (object: ObjectRow) => boolean {
  const name = kindName(kind);
  return (object) => object.presence === 'PRESENT' && kindName(object) === name;
}
