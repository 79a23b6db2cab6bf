/**
 * How people name kinds: kubectl's forms `po`, `pods`, `pod`, `Pod`, `deploy.apps`, `deployments.v1.apps`, `Certificate.cert-manager.io`.
 * Letter case is no difference; a group may be cut short (`deploy.app`) where none is named exactly so.
 * Source: kubectl, pkg/cmd/util and cli-runtime, pkg/resource/builder.go, mappingFor; apimachinery, pkg/api/meta/restmapper.go, ResourcesFor;
 * client-go, restmapper/shortcut.go.
 */
import { builtInKinds } from './built-in-kinds.ts';
import { formerKinds } from './canonical-kind.ts';
import { EXTERNAL_GROUP, externalKinds } from './external-kinds.ts';
import { type KindKey, kindName } from './kind.ts';
import { pluralOf } from './plural.ts';
import { suggestions } from './suggest.ts';

/** A kind as discovery or a CRD names it; what is not known is guessed from the kind. */
export interface NamedKind extends KindKey {
  readonly plural?: string | null;
  readonly singular?: string | null;
  readonly shortNames?: readonly string[];
}

export interface KindResolver {
  /** All kinds that the name may mean, the one that kubectl would take first: built-in kinds, then full names before short ones, then by group. */
  resolve(name: string): KindKey[];
  /** Names close to a misspelt one; each of them resolves. */
  suggest(name: string): string[];
}

/** Built-in and external kinds are always known, beside the given ones (a snapshot's own). */
export function createKindResolver(kinds: readonly NamedKind[]): KindResolver {
  const byWord = indexByWord(allKinds(kinds));
  const resolve = (name: string): KindKey[] => {
    for (const { word, group } of readings(name.toLowerCase())) {
      const found = inGroup(byWord.get(word) ?? [], group);
      if (found.length > 0) return [...new Map(found.map(({ key }) => [kindName(key), key])).values()];
    }
    return [];
  };
  return { resolve, suggest: (name) => suggestions(name, name.includes('.') ? wordsWithGroup(byWord) : byWord.keys()) };
}

interface Match {
  readonly key: KindKey;
  /** In lower case; another than the key's for a kind that has moved. */
  readonly group: string;
  /** What kubectl would take first is lowest. */
  readonly rank: number;
}

interface Entry extends NamedKind {
  readonly key: KindKey;
  readonly rank: number;
}

function allKinds(kinds: readonly NamedKind[]): Entry[] {
  const entries = new Map<string, Entry>();
  const add = (kind: NamedKind, rank: number, key: KindKey = { group: kind.group, kind: kind.kind }): void => {
    if (!entries.has(kindName(kind))) entries.set(kindName(kind), { ...kind, key, rank });
  };
  for (const kind of builtInKinds) add(kind, RANK.builtIn);
  for (const { former, canonical } of formerKinds) add(former, RANK.former, canonical);
  for (const kind of kinds) add(kind, kind.group === EXTERNAL_GROUP ? RANK.external : RANK.custom);
  for (const kind of externalKinds) add(kind, RANK.external);
  return [...entries.values()];
}

/** Steps between them leave room for what kind of word it is. */
const RANK = { builtIn: 0, former: 10, custom: 20, external: 30 };

function indexByWord(entries: readonly Entry[]): Map<string, Match[]> {
  const byWord = new Map<string, Match[]>();
  for (const entry of entries) {
    for (const [word, place] of wordsOf(entry)) {
      const matches = byWord.get(word) ?? [];
      matches.push({ key: entry.key, group: entry.group.toLowerCase(), rank: entry.rank + place });
      byWord.set(word, matches);
    }
  }
  for (const matches of byWord.values()) matches.sort(byRank);
  return byWord;
}

/** In lower case, with their places: kubectl takes plurals first, then short names, then the rest. */
function wordsOf({ kind, plural, singular, shortNames = [] }: NamedKind): Map<string, number> {
  const words = new Map<string, number>();
  const add = (word: string, place: number): void => {
    if (word !== '' && !words.has(word.toLowerCase())) words.set(word.toLowerCase(), place);
  };
  add(plural || pluralOf(kind, kind.toLowerCase()), 0);
  for (const shortName of shortNames) add(shortName, 1);
  add(singular || kind, 2);
  add(kind, 2);
  return words;
}

function* wordsWithGroup(byWord: ReadonlyMap<string, readonly Match[]>): Generator<string> {
  for (const [word, matches] of byWord) for (const { group } of matches) if (group !== '') yield `${word}.${group}`;
}

function byRank(a: Match, b: Match): number {
  return a.rank - b.rank || (a.rank < RANK.former || a.group === b.group ? 0 : a.group < b.group ? -1 : 1);
}

interface Reading {
  readonly word: string;
  /** undefined: any. */
  readonly group?: string;
}

/** `deployments.v1.apps` is resource.version.group first, then resource.group; the version is not looked at. */
function readings(name: string): Reading[] {
  const dot = name.indexOf('.');
  if (dot < 0) return [{ word: name }];
  const word = name.slice(0, dot);
  const rest = name.slice(dot + 1);
  const second = /^v\d+(?:(?:alpha|beta)\d+)?\.(.*)$/.exec(rest);
  return [...(second === null ? [] : [{ word, group: second[1] ?? '' }]), { word, group: rest }];
}

function inGroup(matches: readonly Match[], group: string | undefined): readonly Match[] {
  if (group === undefined) return matches;
  const exact = matches.filter((match) => match.group === group);
  if (exact.length > 0 || group === '') return exact;
  return matches.filter((match) => match.group.startsWith(group));
}
