import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInKinds } from './built-in-kinds.ts';
import { type KindKey, kindName } from './kind.ts';
import { isListedName, listedKinds, listedNames } from './listed-names.ts';
import { bare, grouped, type Names, spellingsBehind } from './naming.ts';
import { isReservedName } from './reserved-names.ts';
import { wellKnownKinds } from './well-known-kinds.ts';

const namesOf = ({ type, singular, plural }: Names): string[] => [type, singular, plural];

/** All of them, one after the other, with all names granted so far in one set. */
function grantedInOrder(): Map<string, Names> {
  const taken = new Set<string>();
  const granted = new Map<string, Names>();
  for (const { group, kind } of [...builtInKinds, ...wellKnownKinds]) {
    const isFree = (names: Names): boolean => !namesOf(names).some((name) => taken.has(name) || isReservedName(name));
    const names = isFree(bare(kind)) ? bare(kind) : grouped({ group, kind });
    for (const name of namesOf(names)) taken.add(name);
    granted.set(kindName({ group, kind }), names);
  }
  return granted;
}

test('the names are those that granting all of them in order gives, whichever is asked for first', () => {
  const oracle = grantedInOrder();
  const kinds: readonly KindKey[] = [...listedKinds()].reverse();
  const worked = kinds.map((key) => [kindName(key), listedNames(key)] as const);
  expect(worked.map(([name]) => name).toSorted()).toEqual([...oracle.keys()].toSorted());
  for (const [name, found] of worked) expect(found, name).toMatchObject(oracle.get(name) ?? {});
  const taken = new Set([...oracle.values()].flatMap(namesOf));
  for (const name of taken) expect(isListedName(name), name).toBe(true);
  for (const name of ['Widget', 'pod_', 'Pod_core', 'podss', '_Pod', '']) expect(isListedName(name), name).toBe(taken.has(name));
});

test('a kind that nobody listed has no names here', () => {
  expect(listedNames({ group: 'shop.example.com', kind: 'Shop' })).toBeUndefined();
  expect(listedNames({ group: 'apps', kind: 'Pod' })).toBeUndefined();
});

test('every listed kind is one plain word, as what is behind a name takes for granted', () => {
  expect(listedKinds().filter(({ kind }) => !/^[A-Za-z][A-Za-z0-9]*$/.test(kind))).toEqual([]);
});

test('of every name the kind that it was made from is among those behind it', () => {
  const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,8}(y|s|es|ies|List|ch|x)?$/);
  fc.assert(
    fc.property(words, words, (kind, group) => {
      for (const names of [bare(kind), grouped({ group: `${group}.io`, kind })]) {
        for (const name of namesOf(names)) expect(spellingsBehind(name), name).toContain(kind.toLowerCase());
      }
    }),
  );
});
