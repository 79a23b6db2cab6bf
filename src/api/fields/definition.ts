/** The instances of a CustomResourceDefinition. */
import { canonicalKind } from '../../kube/canonical-kind.ts';
import type { KindKey } from '../../kube/kind.ts';
import { stringAt } from '../../kube/safe.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { listArguments } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections } from '../lists/page.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import { type Content, content } from './needs.ts';

export const definitionFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'instances',
    type: 'KubernetesObjectConnection',
    args: listArguments,
    description: described(
      'The captured objects of the kind that it defines.',
      'Kubernetes API, apiextensions/v1 CustomResourceDefinitionSpec: group and names.kind',
    ),
    load: loadInstances,
  },
];

async function loadInstances({ scope, items, args }: Batch<ObjectRow>): Promise<readonly unknown[]> {
  const contents = await content.load(
    scope,
    items.map((item) => item.data),
  );
  const kinds = contents.map(definedKind);
  const lists = connections(
    objectLists(
      scope,
      args,
      kinds.map((kind) => ({ kinds: kind === null ? [] : [kind] })),
    ),
    items.length,
  );
  return lists.map((list, index) => (kinds[index] === null ? null : list));
}

function definedKind(captured: Content | null): KindKey | null {
  if (captured === null) return null;
  const group = stringAt(captured.canonical, 'spec', 'group');
  const kind = stringAt(captured.canonical, 'spec', 'names', 'kind');
  return group === undefined || kind === undefined ? null : canonicalKind(group, kind);
}
