/** object and objects: whatever its kind. */
import { didYouMean } from '../../kube/suggest.ts';
import { badUserInput, notFound } from '../errors.ts';
import { isProvedAbsent, lookUp } from '../fields/look-up.ts';
import { decodeObjectId } from '../fields/object-id.ts';
import { mixedListArguments } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections } from '../lists/page.ts';
import { type Arguments, type Batch, described, type FieldRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { ScopedData } from '../model/scoped-data.ts';
import { resolveRef } from './object-ref.ts';

const OBJECTS = 'docs/graphql.md, Root fields';

export const objectFields: readonly FieldRow<unknown>[] = [
  {
    name: 'object',
    type: 'KubernetesObject',
    args: [
      { name: 'id', type: 'ID', description: described('Alone: the object that has this id.', OBJECTS) },
      { name: 'kind', type: 'String', description: described('In any of kubectl’s forms, with `name`.', 'kubectl get --help') },
      { name: 'namespace', type: 'String', description: described('Needed where the kind is namespaced.', 'kubectl get --help') },
      { name: 'name', type: 'String', description: described('Name of the object.', 'kubectl get --help') },
      { name: 'uid', type: 'ID', description: described('Alone, or to be sure which of the name.', 'Kubernetes API, meta/v1 ObjectMeta') },
    ],
    description: described('One object, or the ghost of one; null only where its absence is proved.', OBJECTS),
    load: async (batch) => each(batch, await findObject(batch.scope, batch.args)),
  },
  {
    name: 'objects',
    type: 'KubernetesObjectConnection',
    args: mixedListArguments,
    description: described('Objects of several kinds, or of all.', OBJECTS),
    load: async (batch) => connections(objectLists(batch.scope, batch.args, [{}]), 1).flatMap((list) => each(batch, list)),
  },
];

/** Root fields ask the snapshot, whichever item they are asked of. */
export function each<Value>(batch: Batch<unknown>, value: Value): Value[] {
  return batch.items.map(() => value);
}

async function findObject(scope: Scope, args: Arguments): Promise<unknown> {
  const { id, kind, namespace, name, uid } = args;
  if (typeof id === 'string') {
    if ([kind, namespace, name, uid].some((other) => other != null)) throw badUserInput('id', 'Give either id alone, or kind and name.');
    return findById(scope, id);
  }
  if (typeof kind === 'string' && typeof name === 'string') {
    const ref = { kind, name, namespace: textOf(namespace), uid: textOf(uid) };
    return resolveRef(scope, ref, { kind: 'kind', namespace: 'namespace' });
  }
  if (typeof uid === 'string' && kind == null && name == null) return (await scope.reader.findByUid([uid])).get(uid) ?? null;
  throw badUserInput('kind', 'Give an id, a uid, or kind and name.');
}

async function findById(scope: Scope, id: string): Promise<unknown> {
  const { snapshot, key } = decodeObjectId(id);
  const home = scope.snapshots.find(({ reader }) => reader.info.id === snapshot);
  if (home === undefined) {
    const ids = scope.snapshots.map(({ reader }) => reader.info.id);
    throw notFound(`Argument "id": the object is of snapshot "${snapshot}", which is not served here.${didYouMean(snapshot, ids)}`);
  }
  const [row] = await lookUp(home, [key]);
  return row === undefined || isProvedAbsent(row) ? null : new ScopedData(home, row);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
