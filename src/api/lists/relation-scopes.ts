/** Between which kinds each relation runs, read from the rules: what the absence of a pointer rests on. */

import { builtInKind } from '../../kube/built-in-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { allCodedRelations } from '../../relations/coded/all.ts';
import type { CodedRelation, RelationRule } from '../../relations/rule.ts';
import { hasOpenSource, sourceKinds } from '../../relations/rule-source.ts';
import { allRules } from '../../relations/rules/all.ts';

export interface RelationScope {
  readonly relation: string;
  /** null: any. */
  readonly sources: readonly KindKey[] | null;
  readonly targets: readonly KindKey[] | null;
  /** Some of it is known by selectors, not by names. */
  readonly selects: boolean;
  /** Source and target lie in one namespace where both are namespaced. */
  readonly sameNamespace: boolean;
}

/**
 * Relations whose rule reads a namespace that the API holds to the source's own.
 * Source: kubernetes pkg/apis/core/validation/events.go: an Event of a namespaced object lies in that object's namespace.
 */
const HELD_TO_NAMESPACE = new Set(['event-object']);

let scopes: ReadonlyMap<string, RelationScope> | undefined;

/** By the relation's name. */
export function relationScopes(): ReadonlyMap<string, RelationScope> {
  scopes ??= scopesOf([...allRules.map(scopeOfRule), ...allCodedRelations.map(scopeOfCoded)]);
  return scopes;
}

function scopesOf(parts: readonly RelationScope[]): Map<string, RelationScope> {
  const merged = new Map<string, RelationScope>();
  for (const part of parts) {
    const known = merged.get(part.relation);
    merged.set(part.relation, known === undefined ? part : merge(known, part));
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

/** Of coded relations only the selectors of namespaced kinds are known to stay in the namespace. */
function scopeOfCoded({ relation, from, target, selects }: CodedRelation): RelationScope {
  return {
    relation,
    sources: [from],
    targets: target === '*' ? null : [target],
    selects: selects === true,
    sameNamespace: selects === true && builtInKind(from)?.namespaced === true,
  };
}
