/**
 * What kinds are called in GraphQL. Bare names are granted to the built-in and the well-known kinds, in the order of their lists
 * (schema/names.json prints them); every other kind carries its group. A name never depends on what else is in a snapshot.
 * Contract: docs/graphql.md, names.
 */
import { type KindKey, kindName } from './kind.ts';
import { isListedName, listedKinds, listedNames } from './listed-names.ts';
import { grouped, hashed, type Names } from './naming.ts';
import { isReservedName } from './reserved-names.ts';

export interface TypeNames extends KindKey, Names {}

/** One entry for each kind given, in the same order; a kind given twice has the same names twice. Keys are canonical. */
export function typeNamesFor(kinds: readonly KindKey[]): TypeNames[] {
  const taken = new Set<string>();
  const own = new Map<string, TypeNames>();
  const others = kinds.filter((key) => listedNames(key) === undefined);
  for (const key of others.toSorted(byGroupAndKind)) {
    if (!own.has(kindName(key))) own.set(kindName(key), grant(taken, key));
  }
  return kinds.flatMap((key) => listedNames(key) ?? own.get(kindName(key)) ?? []);
}

/** The kinds of schema/names.json, in its order. */
export function listedTypeNames(): TypeNames[] {
  return listedKinds().flatMap((key) => listedNames(key) ?? []);
}

/** The first of the candidates that is free; the last is free of all but a clash of hashes, and granted as it is. */
function grant(taken: Set<string>, key: KindKey): TypeNames {
  const free = [grouped, (of: KindKey) => hashed(of, of.group)].find((candidate) => isFree(taken, candidate(key)));
  const names = free === undefined ? hashed(key, kindName(key)) : free(key);
  for (const name of [names.type, names.singular, names.plural]) taken.add(name);
  return { group: key.group, kind: key.kind, ...names };
}

/** Types and root fields share one set: a type begins with a capital where a root field does not, so that they only meet in odd kinds. */
function isFree(taken: ReadonlySet<string>, names: Names): boolean {
  return ![names.type, names.singular, names.plural].some((name) => taken.has(name) || isReservedName(name) || isListedName(name));
}

function byGroupAndKind(a: KindKey, b: KindKey): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}
