/** What names an object stays, or the rest of it would be of no use. */
import type { JsonText } from './json/json-text.ts';
import type { Manifest } from './manifest.ts';

export const IDENTITY: readonly (readonly string[])[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
  ['metadata', 'uid'],
];

/** What only points to an object is none. */
export function isObject({ text, node, groups }: Manifest): boolean {
  return groups.length > 0 && text.tape.values(node, 'metadata').length > 0;
}

/** By text, the nodes that name the objects in it. */
export function identitiesOf(objects: readonly Manifest[]): ReadonlyMap<JsonText, ReadonlySet<number>> {
  const identities = new Map<JsonText, Set<number>>();
  for (const { text, node } of objects) {
    const nodes = identities.get(text) ?? new Set();
    identities.set(text, nodes);
    for (const path of IDENTITY) for (const named of valuesAt(text, node, path)) nodes.add(named);
  }
  return identities;
}

function valuesAt({ tape }: JsonText, node: number, path: readonly string[]): readonly number[] {
  return path.reduce<readonly number[]>((nodes, key) => nodes.flatMap((next) => tape.values(next, key)), [node]);
}
