/**
 * Objects that roles grant access to by name. A Role reaches those of its own namespace, and a ClusterRole names for sure only what lies in
 * none: where an object of a name is meant in whichever namespace the binding is, nobody can say which. Custom resources the store finds: a
 * role knows their plural, and only a CustomResourceDefinition or discovery says which kind that is.
 */
import { builtInResource } from '../../kube/built-in-resources.ts';
import type { KindKey } from '../../kube/kind.ts';
import { arrayAt } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { clusterRole, configMap, group, lease, namespaceKind, node, priorityClass, role, secret, serviceAccount, user } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';

const RELATION = 'role-named-object';
export const NAMED_CUSTOM_OBJECT = 'role-named-custom-object';

/** Of one role; more are made to harm: the product of three lists. */
export const MOST_NAMED = 10_000;

/** Whom somebody may act as is written as a resource, too. */
const IMPERSONATED: ReadonlyMap<string, KindKey> = new Map([
  ['users', user],
  ['groups', group],
]);

const common = {
  relation: RELATION,
  target: '*',
  forward: { name: 'namedObjects' },
  source: 'rbac/v1 PolicyRule.resourceNames',
} as const;

export const namedResourceRelations: readonly CodedRelation[] = [
  {
    ...common,
    from: role,
    reverse: { name: 'namingRoles', on: [secret, configMap, serviceAccount, lease] },
    describe:
      '`rules[].resourceNames[]` of the built-in `apiGroups` × `resources` that lie in namespaces: objects of its own namespace; weak, for it permits and asks for none. `*` names none',
    extract: ({ object, namespace }) => ({
      references: namedBy(object, (group, resource) => {
        const kind = builtInResource(group, resource);
        return kind?.namespaced === true ? kind : undefined;
      }).map((draft) => ({ ...draft, namespace })),
    }),
  },
  {
    ...common,
    from: clusterRole,
    reverse: { name: 'namingClusterRoles', on: [namespaceKind, node, clusterRole, priorityClass] },
    describe:
      '`rules[].resourceNames[]` of the built-in `apiGroups` × `resources` that lie in no namespace, and of `users` and `groups`; weak. What lies in namespaces is left out: it says not in which',
    extract: ({ object }) => ({
      references: namedBy(object, (group, resource) => {
        const kind = builtInResource(group, resource);
        if (kind?.namespaced === false) return kind;
        return group === '' ? IMPERSONATED.get(resource) : undefined;
      }).map((draft) => ({ ...draft, namespace: null })),
    }),
  },
  ...[role, clusterRole].map(
    (from): CodedRelation => ({
      ...common,
      relation: NAMED_CUSTOM_OBJECT,
      from,
      describe:
        'the same of custom resources, where the snapshot says of which kind a plural is: those in its own namespace of a Role, those in none of a ClusterRole',
      // The import stages them once all kinds are known.
      extract: () => ({}),
    }),
  ),
];

function namedBy(
  object: JsonObject,
  kindOf: (group: string, resource: string) => KindKey | undefined,
): readonly Omit<ReferenceDraft, 'namespace'>[] {
  const drafts: Omit<ReferenceDraft, 'namespace'>[] = [];
  for (const [ruleIndex, rule] of arrayAt(object, 'rules').entries()) {
    const names = [...arrayAt(rule, 'resourceNames').entries()].filter(([, name]) => isPointerText(name));
    if (names.length === 0) continue;
    for (const { group, kind } of kindsOf(rule, kindOf)) {
      for (const [index, written] of names) {
        if (drafts.length >= MOST_NAMED) return drafts;
        const at = { path: 'rules[].resourceNames[]', indexes: [ruleIndex, index] };
        drafts.push({ relation: RELATION, ...at, group, kind, name: String(written), flags: ReferenceFlag.weak, written });
      }
    }
  }
  return drafts;
}

/** Each once: `pods` and its subresource `pods/log` are the same objects. */
function kindsOf(rule: JsonValue, kindOf: (group: string, resource: string) => KindKey | undefined): ReadonlySet<KindKey> {
  const kinds = new Set<KindKey>();
  for (const group of new Set(arrayAt(rule, 'apiGroups'))) {
    for (const resource of new Set(arrayAt(rule, 'resources'))) {
      if (typeof group !== 'string' || typeof resource !== 'string') continue;
      const kind = kindOf(group, resource.split('/', 1)[0] ?? '');
      if (kind !== undefined) kinds.add(kind);
    }
  }
  return kinds;
}
