/** All that people call a kind: `ConfigMap`, `configmap`, `configmaps`, `cm`, each also with its group behind a dot, `core` where it is empty. In lower case. */
import { builtInKind, builtInKinds } from '../../kube/built-in-kinds.ts';
import type { KindKey } from '../../kube/kind.ts';
import { pluralOf } from '../../kube/plural.ts';
import type { Manifest, Resource } from '../manifest.ts';

/** As people call the group that has no name. */
const CORE = 'core';
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, readonly string[]>();

/** Of an object. What it lacks itself is known from the list in which it was captured. */
export function kindWordsOf({ kinds, groups }: Manifest, resource: Resource | undefined): readonly string[] {
  const known = resource === undefined ? [] : withGroup(resource.resource, resource.group);
  const kind = kinds.length === 0 ? kindOfResource(resource) : undefined;
  const keys: KindKey[] = kind === undefined ? [] : [kind];
  for (const name of kinds) for (const group of groups.length === 0 ? [resource?.group ?? ''] : groups) keys.push({ group, kind: name });
  return [...known, ...keys.flatMap(wordsOf)];
}

export function kindOfResource(resource: Resource | undefined): KindKey | undefined {
  return builtInKinds.find(({ group, plural }) => group === resource?.group && plural === resource.resource);
}

/** True where a kind that goes by this word is written so, but for letter case: then its name can be looked for. */
export function isKindName(word: string): boolean {
  return !word.endsWith('s') && KIND_NAMES.has(word);
}

const KIND_NAMES: ReadonlySet<string> = new Set(builtInKinds.map(({ kind }) => kind.toLowerCase()));

function wordsOf(key: KindKey): readonly string[] {
  const name = `${key.kind}.${key.group}`;
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const builtIn = builtInKind(key);
  const words = [key.kind, builtIn?.plural ?? pluralOf(key.kind, key.kind.toLowerCase()), ...(builtIn?.shortNames ?? [])];
  const all = words.flatMap((word) => withGroup(word.toLowerCase(), key.group.toLowerCase()));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, all);
  return all;
}

function withGroup(word: string, group: string): readonly string[] {
  return [word, `${word}.${group === '' ? CORE : group}`];
}
