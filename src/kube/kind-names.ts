/**
 * How people name kinds: kubectl's forms `po`, `pods`, `pod`, `Pod`, `deploy.apps`, `deployments.v1.apps`, `Certificate.cert-manager.io`.
 * Letter case is no difference; a group may be cut short (`deploy.app`) where none is named exactly so.
 * Source: kubectl, pkg/cmd/util and cli-runtime, pkg/resource/builder.go, mappingFor; apimachinery, pkg/api/meta/restmapper.go, ResourcesFor;
 * client-go, restmapper/shortcut.go.
 */
import { builtInKinds } from './built-in-kinds.ts';
import { externalKinds } from './external-kinds.ts';
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
      if (found.length > 0) return found.map(({ key }) => key);
    }
    return [];
  };
  return { resolve, suggest: (name) => suggestions(name, byWord.keys()) };
}

interface Match {
  readonly key: KindKey;
  /** What kubectl would take first is lowest. */
  readonly rank: number;
}

interface Entry extends NamedKind {
  readonly rank: number;
}

function allKinds(kinds: readonly NamedKind[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const kind of builtInKinds) entries.set(kindName(kind), { ...kind, rank: 0 });
  for (const kind of externalKinds) entries.set(kindName(kind), { ...kind, rank: 20 });
  for (const kind of kinds) if (!entries.has(kindName(kind))) entries.set(kindName(kind), { ...kind, rank: 10 });
  return [...entries.values()];
}

function indexByWord(entries: readonly Entry[]): Map<string, Match[]> {
  const byWord = new Map<string, Match[]>();
  for (const { group, kind, plural, singular, shortNames = [], rank } of entries) {
    const key = { group, kind };
    const words = [plural || pluralOf(kind, kind.toLowerCase()), ...shortNames, singular || kind, kind];
    const places = [0, ...shortNames.map(() => 1), 2, 2];
    const seen = new Set<string>();
    for (const [index, text] of words.entries()) {
      const word = text.toLowerCase();
      if (word === '' || seen.has(word)) continue;
      seen.add(word);
      const matches = byWord.get(word) ?? [];
      matches.push({ key, rank: rank + (places[index] ?? 2) });
      byWord.set(word, matches);
    }
  }
  for (const matches of byWord.values()) matches.sort(byRank);
  return byWord;
}

function byRank(a: Match, b: Match): number {
  return a.rank - b.rank || (a.rank < 10 ? 0 : a.key.group < b.key.group ? -1 : 1);
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
  const exact = matches.filter(({ key }) => key.group.toLowerCase() === group);
  if (exact.length > 0 || group === '') return exact;
  return matches.filter(({ key }) => key.group.toLowerCase().startsWith(group));
}
