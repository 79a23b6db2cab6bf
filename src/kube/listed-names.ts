/**
 * The names of the built-in and the well-known kinds, which are granted in the order of their lists. There are thousands, and every start
 * asks for a few: a kind's names are worked out when it is asked for, together with those of the kinds before it that could be in their way.
 */
import { builtInKinds } from './built-in-kinds.ts';
import { type KindKey, kindName } from './kind.ts';
import { bare, grouped, type Names, spellingsBehind } from './naming.ts';
import { isReservedName } from './reserved-names.ts';
import { wellKnownKinds } from './well-known-kinds.ts';

export interface GrantedNames extends KindKey, Names {}

/** Each of the lists' kinds once, in their order. */
export function listedKinds(): readonly KindKey[] {
  return lists().kinds;
}

/** Those of a kind that is in the lists. */
export function listedNames(key: KindKey): GrantedNames | undefined {
  const place = lists().places.get(kindName(key));
  return place === undefined ? undefined : namesAt(place);
}

/** True where a kind of the lists has the name: as a type, or as a root field. */
export function isListedName(name: string): boolean {
  return isTakenBefore(Number.POSITIVE_INFINITY, name);
}

interface Lists {
  readonly kinds: readonly KindKey[];
  /** By the kind's name. */
  readonly places: ReadonlyMap<string, number>;
  /** By the kind without its group, in lower case: names of two kinds can only be the same where these are alike. */
  readonly spelled: ReadonlyMap<string, readonly number[]>;
  readonly granted: (GrantedNames | undefined)[];
}

let read: Lists | undefined;

function lists(): Lists {
  read ??= readLists();
  return read;
}

function readLists(): Lists {
  const kinds: KindKey[] = [];
  const places = new Map<string, number>();
  const spelled = new Map<string, number[]>();
  for (const { group, kind } of [...builtInKinds, ...wellKnownKinds]) {
    const name = kindName({ group, kind });
    if (places.has(name)) continue;
    const place = kinds.push({ group, kind }) - 1;
    places.set(name, place);
    const spelling = kind.toLowerCase();
    const alike = spelled.get(spelling);
    if (alike === undefined) spelled.set(spelling, [place]);
    else alike.push(place);
  }
  return { kinds, places, spelled, granted: [] };
}

/** The bare names where they are free, else those with the group, whatever has them. */
function namesAt(place: number): GrantedNames {
  const { kinds, granted } = lists();
  const known = granted[place];
  if (known !== undefined) return known;
  const key = kinds[place];
  if (key === undefined) throw new Error(`The lists of kinds have no place ${place}.`);
  const plain = bare(key.kind);
  const isFree = ![plain.type, plain.singular, plain.plural].some((name) => isReservedName(name) || isTakenBefore(place, name));
  const names = { ...key, ...(isFree ? plain : grouped(key)) };
  granted[place] = names;
  return names;
}

/** Looks at earlier places alone, so that it comes to an end. */
function isTakenBefore(place: number, name: string): boolean {
  const { spelled } = lists();
  return spellingsBehind(name).some((spelling) =>
    spelled.get(spelling)?.some((other) => {
      if (other >= place) return false;
      const { type, singular, plural } = namesAt(other);
      return type === name || singular === name || plural === name;
    }),
  );
}
