/** Which kinds a rule starts from. */
import { builtInKinds } from '../kube/built-in-kinds.ts';
import type { KindKey } from '../kube/kind.ts';
import { podSpecs } from './kinds.ts';
import type { GroupSource, HolderSource, RuleSource } from './rule.ts';
import type { SpecHolder } from './template-holders.ts';

/** The kinds that can be listed, with the path that goes before the rule's (a kind may have several); none for `*` and for groups. */
export function sourceKinds(from: RuleSource): readonly SpecHolder[] {
  if (from === 'PodSpec') return podSpecs;
  if (hasOpenSource(from)) return [];
  if (isHolderSource(from)) return from.holders;
  return (isKindList(from) ? from : [from]).map((kind) => ({ kind, path: '' }));
}

/** It starts from kinds that nobody can list. */
export function hasOpenSource(from: RuleSource): from is '*' | 'custom' | GroupSource {
  return from === '*' || from === 'custom' || isGroupSource(from);
}

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set(builtInKinds.map(({ group }) => group));

/** True where a rule starts from the kinds of this group whatever they are called. */
export function startsFromGroup(from: RuleSource, group: string): boolean {
  if (from === '*') return true;
  if (from === 'custom') return !BUILT_IN_GROUPS.has(group);
  return (
    isGroupSource(from) && from.groups.some((wanted) => (wanted.startsWith('*.') ? group.endsWith(wanted.slice(1)) : group === wanted))
  );
}

export function isGroupSource(from: RuleSource): from is GroupSource {
  return typeof from === 'object' && 'groups' in from;
}

export function isHolderSource(from: RuleSource): from is HolderSource {
  return typeof from === 'object' && 'holders' in from;
}

/** Array.isArray does not know lists that are read-only. */
function isKindList(from: KindKey | readonly KindKey[]): from is readonly KindKey[] {
  return Array.isArray(from);
}
