/**
 * What kinds are called in GraphQL. Bare names are granted to the built-in and the well-known kinds, in the order of their lists
 * (schema/names.json prints them); every other kind carries its group. A name never depends on what else is in a snapshot.
 * Contract: docs/graphql.md, names.
 */
import { createHash } from 'node:crypto';
import { builtInKinds } from './built-in-kinds.ts';
import { type KindKey, kindName } from './kind.ts';
import { pluralOf } from './plural.ts';
import { isReservedName } from './reserved-names.ts';
import { wellKnownKinds } from './well-known-kinds.ts';

export interface TypeNames extends KindKey {
  /** The GraphQL type. */
  readonly type: string;
  /** The root field for one object, and for a list of them. */
  readonly singular: string;
  readonly plural: string;
}

type Names = Omit<TypeNames, keyof KindKey>;

/** One entry for each kind given, in the same order; a kind given twice has the same names twice. Keys are canonical. */
export function typeNamesFor(kinds: readonly KindKey[]): TypeNames[] {
  const listed = listedNames();
  const taken = new Set(listed.taken);
  const own = new Map<string, TypeNames>();
  const others = kinds.filter((key) => !listed.byKind.has(kindName(key)));
  for (const key of others.toSorted(byGroupAndKind)) {
    if (!own.has(kindName(key)))
      own.set(kindName(key), grant(taken, key, [grouped(key), hashed(key, key.group), hashed(key, kindName(key))]));
  }
  return kinds.flatMap((key) => listed.byKind.get(kindName(key)) ?? own.get(kindName(key)) ?? []);
}

/** The kinds of schema/names.json, in its order. */
export function listedTypeNames(): TypeNames[] {
  return [...listedNames().byKind.values()];
}

interface Listed {
  readonly byKind: ReadonlyMap<string, TypeNames>;
  readonly taken: ReadonlySet<string>;
}

let listed: Listed | undefined;

function listedNames(): Listed {
  listed ??= grantListed();
  return listed;
}

function grantListed(): Listed {
  const taken = new Set<string>();
  const byKind = new Map<string, TypeNames>();
  for (const { group, kind } of [...builtInKinds, ...wellKnownKinds]) {
    const key = { group, kind };
    if (!byKind.has(kindName(key))) byKind.set(kindName(key), grant(taken, key, [bare(kind), grouped(key)]));
  }
  return { byKind, taken };
}

/** The first of the candidates that is free; the last is free of all but a clash of hashes, and granted as it is. */
function grant(taken: Set<string>, key: KindKey, candidates: readonly Names[]): TypeNames {
  const names = candidates.find((candidate) => isFree(taken, candidate)) ?? candidates.at(-1);
  if (names === undefined) throw new Error(`No GraphQL name for ${kindName(key)}.`);
  for (const name of [names.type, names.singular, names.plural]) taken.add(name);
  return { ...key, ...names };
}

/** Types and root fields share one set: a type begins with a capital where a root field does not, so that they only meet in odd kinds. */
function isFree(taken: ReadonlySet<string>, names: Names): boolean {
  return ![names.type, names.singular, names.plural].some((name) => taken.has(name) || isReservedName(name));
}

function bare(kind: string): Names {
  return naming(kind, '');
}

/** `Kind_group_with_underscores`; the core group is called core, as in a bundle's paths. */
function grouped(key: KindKey): Names {
  return naming(key.kind, `_${sanitized(key.group === '' ? 'core' : key.group)}`);
}

function hashed(key: KindKey, hashOf: string): Names {
  const hash = createHash('sha256').update(hashOf).digest('hex').slice(0, 8);
  return naming(key.kind, `_${sanitized(key.group === '' ? 'core' : key.group)}_${hash}`);
}

function naming(kind: string, suffix: string): Names {
  const type = valid(`${sanitized(kind)}${suffix}`);
  const singular = lowerFirstWord(sanitized(kind));
  const plural = pluralOf(kind, singular);
  return {
    type,
    singular: valid(`${singular}${suffix}`),
    plural: valid(`${plural === singular ? `${plural}List` : plural}${suffix}`),
  };
}

function sanitized(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_');
}

/** GraphQL names begin with a letter or one underscore: two are for introspection. */
function valid(name: string): string {
  const single = name.replace(/^__+/, '_');
  return /^[A-Za-z_]/.test(single) ? single : `_${single}`;
}

/** HTTPRoute → httpRoute, CSIDriver → csiDriver, DNS → dns, L2Advertisement → l2Advertisement, OAuthClient → oAuthClient. */
function lowerFirstWord(kind: string): string {
  const capitals = /^[A-Z]+/.exec(kind)?.[0].length ?? 0;
  const word = capitals > 1 && /^[a-z]/.test(kind.slice(capitals)) ? capitals - 1 : capitals;
  return kind.slice(0, word).toLowerCase() + kind.slice(word);
}

function byGroupAndKind(a: KindKey, b: KindKey): number {
  if (a.group !== b.group) return a.group < b.group ? -1 : 1;
  return a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0;
}
