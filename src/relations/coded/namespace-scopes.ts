/**
 * Where a selector of pods looks that comes with a selector of namespaces. A selector of ours looks in one namespace or in all: an empty
 * namespaceSelector is all, and one by `kubernetes.io/metadata.name` alone, the label that the API server gives every namespace and keeps
 * equal to its name, is those names. Pods of namespaces that are chosen by other labels are not told; the namespaces themselves are.
 */
import { requirementsOf } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import type { JsonValue } from '../../records/record.ts';
import { isPointerText } from '../pointer-text.ts';

const NAME_LABEL = 'kubernetes.io/metadata.name';

/** Namespaces by name, or null for all; empty where none is told. `own` is what no selector at all means. */
export function scopesOf(selector: JsonValue | undefined, own: string): readonly (string | null)[] {
  if (selector === undefined || selector === null) return [own];
  const requirements = requirementsOf(selector);
  if (requirements === null) return [];
  return requirements.length === 0 ? [null] : namesAsked(requirements);
}

function namesAsked(requirements: readonly Requirement[]): readonly string[] {
  if (requirements.some(({ key, operator }) => key !== NAME_LABEL || operator !== 'In')) return [];
  const [first, ...more] = requirements;
  const names = (first?.values ?? []).filter((name) => isPointerText(name) && more.every(({ values }) => values.includes(name)));
  return [...new Set(names)];
}
