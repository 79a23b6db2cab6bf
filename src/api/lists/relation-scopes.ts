/** Between which kinds each relation runs, read from the rules: what the absence of a pointer rests on. */

import { builtInKind } from '../../kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { allCodedRelations } from '../../relations/coded/all.ts';
import type { CodedRelation, RelationRule } from '../../relations/rule.ts';
import { hasOpenSource, sourceKinds } from '../../relations/rule-source.ts';
import { allRules } from '../../relations/rules/all.ts';
import type { Snapshot } from '../../store/reader.ts';

export interface RelationScope {
  readonly relation: string;
  /** null: any. */
  readonly sources: readonly KindKey[] | null;
  readonly targets: readonly KindKey[] | null;
  /** Some of it is known by selectors, or by what two objects say, not by names: no ghost tells what is missing. */
  readonly selects: boolean;
  /** Source and target lie in one namespace where both are namespaced. */
  readonly sameNamespace: boolean;
}

/**
 * Relations whose rule reads a namespace that the API holds to the source's own.
 * Source: kubernetes pkg/apis/core/validation/events.go: an Event of a namespaced object lies in that object's namespace.
 */
const HELD_TO_NAMESPACE = new Set(['event-object']);

/** By the user's rules that snapshots were imported under. */
const known = new WeakMap<readonly RelationRule[], ReadonlyMap<string, RelationScope>>();

/** By the relation's name: all that a snapshot was imported under. */
export function relationScopes({ info }: Snapshot): ReadonlyMap<string, RelationScope> {
  const remembered = known.get(info.userRules);
  if (remembered !== undefined) return remembered;
  const scopes = scopesOf([...allRules.map(scopeOfRule), ...allCodedRelations.map(scopeOfCoded), ...info.userRules.map(scopeOfRule)]);
  known.set(info.userRules, scopes);
  return scopes;
}

function scopesOf(parts: readonly RelationScope[]): Map<string, RelationScope> {
  const merged = new Map<string, RelationScope>();
  for (const part of parts) {
    const before = merged.get(part.relation);
    merged.set(part.relation, before === undefined ? part : merge(before, part));
  }
  return merged;
}

function merge(a: RelationScope, b: RelationScope): RelationScope {
  return {
    relation: a.relation,
    sources: union(a.sources, b.sources),
    targets: union(a.targets, b.targets),
    selects: a.selects || b.selects,
    sameNamespace: a.sameNamespace && b.sameNamespace,
  };
}

function union(a: readonly KindKey[] | null, b: readonly KindKey[] | null): readonly KindKey[] | null {
  if (a === null || b === null) return null;
  return [...new Map([...a, ...b].map((kind) => [kindName(kind), kind])).values()];
}

function scopeOfRule(rule: RelationRule): RelationScope {
  return {
    relation: rule.relation,
    sources: hasOpenSource(rule.from) ? null : sourceKinds(rule.from).map(({ kind }) => kind),
    targets: targetsOf(rule),
    selects: false,
    sameNamespace: (rule.namespace === 'source' && rule.pattern === undefined) || HELD_TO_NAMESPACE.has(rule.relation),
  };
}

function targetsOf({ target }: RelationRule): readonly KindKey[] | null {
  if ('group' in target) return [{ group: target.group, kind: target.kind }];
  return target.kinds ?? null;
}

/**
 * Of coded relations only the selectors of namespaced kinds are known to stay in the namespace, and of these not all. What holds a pod's
 * spec selects as a Pod does.
 */
function scopeOfCoded({ relation, from, target, among, selects, joined, crossesNamespaces, everyPodSpec }: CodedRelation): RelationScope {
  return {
    relation,
    sources: from === '*' ? null : [from],
    targets: target === '*' ? (among ?? null) : [target],
    selects: selects === true || joined === true,
    sameNamespace:
      selects === true && crossesNamespaces !== true && (everyPodSpec === true || (from !== '*' && builtInKind(from)?.namespaced === true)),
  };
}
