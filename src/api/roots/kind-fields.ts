/** The two root fields of every kind: one object, and the list. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { TypeNames } from '../../kube/type-names.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { isProvedAbsent, lookUp } from '../fields/look-up.ts';
import { listArguments } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections } from '../lists/page.ts';
import { type ArgumentRow, type Arguments, described, type FieldRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { each } from './object.ts';

const OBJECTS = 'docs/graphql.md, Root fields';

const clusterListArguments = listArguments.filter(({ name }) => name !== 'namespace');

/** `namespaced` null: not known. */
export function kindRootFields(names: TypeNames, namespaced: boolean | null): readonly FieldRow<unknown>[] {
  const key = { group: names.group, kind: names.kind };
  return [
    {
      name: names.singular,
      type: names.type,
      args: keyArguments(namespaced),
      description: described(
        `One ${kindName(key)}, or its ghost where it is named and not there; null only where its absence is proved.`,
        OBJECTS,
      ),
      load: async (batch) => each(batch, await findOne(batch.scope, key, batch.args)),
    },
    {
      name: names.plural,
      type: `${names.type}Connection`,
      args: namespaced === false ? clusterListArguments : listArguments,
      description: described(`The captured objects of kind ${kindName(key)}.`, OBJECTS),
      load: async (batch) => connections(objectLists(batch.scope, batch.args, [{ kinds: [key] }]), 1).flatMap((list) => each(batch, list)),
    },
  ];
}

function keyArguments(namespaced: boolean | null): ArgumentRow[] {
  const namespace: ArgumentRow = {
    name: 'namespace',
    type: namespaced === null ? 'String' : 'String!',
    description: described('The namespace that it lies in.', 'kubectl get --help'),
  };
  const name: ArgumentRow = { name: 'name', type: 'String!', description: described('Its name.', 'kubectl get --help') };
  return namespaced === false ? [name] : [namespace, name];
}

async function findOne(scope: Scope, key: KindKey, args: Arguments): Promise<ObjectRow | null> {
  const { namespace, name } = args;
  const [row] = await lookUp(scope, [{ ...key, namespace: typeof namespace === 'string' ? namespace : null, name: String(name) }]);
  return row === undefined || isProvedAbsent(row) ? null : row;
}
