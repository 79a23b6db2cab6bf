/** The kind behind the name of a resource, for pointers that say `group` and `resource` (`configmaps`) instead of a kind. */
import { builtInKinds } from '../../kube/built-in-kinds.ts';
import { canonicalKind, formerKinds } from '../../kube/canonical-kind.ts';
import type { KindKey } from '../../kube/kind.ts';
import { pluralOf } from '../../kube/plural.ts';
import { stringAt } from '../../kube/safe.ts';
import { wellKnownKinds } from '../../kube/well-known-kinds.ts';
import type { JsonValue } from '../../records/record.ts';
import { isPointerText } from '../pointer-text.ts';
import type { ReferenceDraft } from '../rule.ts';

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

/**
 * The pointer that this object with `group`, `resource`, `namespace` and `name` is: none where the kind is not known (only built-in and
 * well-known ones are), where no name is said, or no namespace of what has one.
 */
export function resourceReference(
  written: JsonValue,
  place: Pick<ReferenceDraft, 'relation' | 'path' | 'indexes' | 'flags'>,
): readonly ReferenceDraft[] {
  const name = stringAt(written, 'name');
  const namespace = stringAt(written, 'namespace') || null;
  const uid = stringAt(written, 'uid');
  const known = KNOWN.get(resourceName(stringAt(written, 'resource') ?? '', stringAt(written, 'group') ?? ''));
  if (known === undefined || !isPointerText(name) || (namespace !== null && !isPointerText(namespace))) return [];
  if (known.namespaced === true && namespace === null) return [];
  return [{ ...place, ...known.key, namespace, name, ...(isPointerText(uid) ? { uid } : {}), written }];
}

function resourceName(resource: string, group: string): string {
  return `${resource}.${group}`;
}
