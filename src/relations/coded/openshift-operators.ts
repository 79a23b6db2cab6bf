/** What the operators of OpenShift say that they look after: by the name of a resource, not of a kind. */
import { builtInKinds } from '../../kube/built-in-kinds.ts';
import { canonicalKind, formerKinds } from '../../kube/canonical-kind.ts';
import type { KindKey } from '../../kube/kind.ts';
import { pluralOf } from '../../kube/plural.ts';
import { arrayAt, stringAt } from '../../kube/safe.ts';
import { wellKnownKinds } from '../../kube/well-known-kinds.ts';
import type { JsonValue } from '../../records/record.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';
import { configKind } from '../rules/openshift-kinds.ts';

const RELATION = 'cluster-operator-related-object';
const PATH = 'status.relatedObjects[]';

interface Known {
  readonly key: KindKey;
  /** null of custom kinds: not known here. */
  readonly namespaced: boolean | null;
}

/** By `resource.group`. */
const KNOWN: ReadonlyMap<string, Known> = new Map([
  ...wellKnownKinds.map((key): [string, Known] => [resourceName(pluralOf(key.kind).toLowerCase(), key.group), { key, namespaced: null }]),
  ...formerKinds.map(({ former, canonical }): [string, Known] => [
    resourceName(pluralOf(former.kind).toLowerCase(), former.group),
    { key: canonical, namespaced: null },
  ]),
  ...builtInKinds.map(({ group, kind, plural, namespaced }): [string, Known] => [
    resourceName(plural, group),
    { key: canonicalKind(group, kind), namespaced },
  ]),
]);

export const openShiftOperatorRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: configKind('ClusterOperator'),
    target: '*',
    forward: { name: 'relatedObjects' },
    source: 'openshift config/v1 ClusterOperatorStatus.relatedObjects: group, resource, namespace, name',
    describe: '`status.relatedObjects[]` with a name, of resources whose kind is known: built-in and well-known ones; weak',
    extract: ({ object }) => ({
      references: arrayAt(object, 'status', 'relatedObjects').flatMap((written, index) => referenceOf(written, index)),
    }),
  },
];

function referenceOf(written: JsonValue, index: number): ReferenceDraft[] {
  const name = stringAt(written, 'name');
  const namespace = stringAt(written, 'namespace') || null;
  const known = KNOWN.get(resourceName(stringAt(written, 'resource') ?? '', stringAt(written, 'group') ?? ''));
  if (known === undefined || !isPointerText(name) || (namespace !== null && !isPointerText(namespace))) return [];
  // Without a namespace all of that name are meant.
  if (known.namespaced === true && namespace === null) return [];
  const { group, kind } = known.key;
  return [{ relation: RELATION, path: `${PATH}.name`, indexes: [index], group, kind, namespace, name, flags: ReferenceFlag.weak, written }];
}

function resourceName(resource: string, group: string): string {
  return `${resource}.${group}`;
}
