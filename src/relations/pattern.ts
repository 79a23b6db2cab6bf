/** Pointers whose text is more than a name: `<namespace>/<name>`, `system:node:<name>`, `<namespace>_<name>_<group>_<kind>`. */
import type { RE2JS } from 're2js';
import { lazyPackage } from '../kube/lazy-package.ts';

const re2 = lazyPackage<typeof import('re2js')>('re2js');

/** What the text says; null where it says nothing about it, '' where it says that there is none. */
export interface PatternMatch {
  readonly name: string;
  readonly namespace: string | null;
  readonly group: string | null;
  readonly kind: string | null;
}

/** Reads one text: null where it is no such pointer. */
export interface Pattern {
  readonly groups: ReadonlySet<string>;
  readonly read: (text: string) => PatternMatch | null;
}

const GROUPS = ['name', 'namespace', 'group', 'kind'] as const;

/** Few texts are written often (images, hosts). Bounded, for captured data may hold any number of them. */
const MOST_REMEMBERED = 1000;

/**
 * Patterns are RE2 expressions, for those of users are untrusted and all run on captured texts: their time grows with the text alone.
 * They match the whole text.
 * @throws Error that says what is wrong with the expression.
 */
export function compilePattern(expression: string): Pattern {
  const compiled = re2().RE2JS.compile(expression);
  const groups = new Set(Object.keys(compiled.namedGroups()));
  const unknown = [...groups].find((group) => !GROUPS.some((known) => known === group));
  if (unknown !== undefined) throw new Error(`its pattern names the group "${unknown}"; there are ${GROUPS.join(', ')}.`);
  if (!groups.has('name')) throw new Error('its pattern has no group (?<name>…).');
  const remembered = new Map<string, PatternMatch | null>();
  return {
    groups,
    read: (text) => {
      const known = remembered.get(text);
      if (known !== undefined) return known;
      const match = readText(compiled, groups, text);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(text, match);
      return match;
    },
  };
}

function readText(expression: RE2JS, groups: ReadonlySet<string>, text: string): PatternMatch | null {
  const matcher = expression.matcher(text);
  if (!matcher.matches()) return null;
  const part = (group: string): string | null => (groups.has(group) ? matcher.group(group) : null);
  const name = part('name');
  if (name === null || name === '') return null;
  return { name, namespace: part('namespace'), group: part('group'), kind: part('kind') };
}
