/** The relation rules by domain: each file in the folders of rules and coded relations is one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodedRelation, RelationRule } from '../../src/relations/rule.ts';

export interface RelationDomain {
  readonly name: string;
  readonly rules: readonly RelationRule[];
  readonly coded: readonly CodedRelation[];
}

const RELATIONS = join(import.meta.dirname, '../../src/relations');

/** By name. Files that only gather those of others are none. */
export async function relationDomains(): Promise<readonly RelationDomain[]> {
  const rules = await listsIn<RelationRule>('rules');
  const coded = await listsIn<CodedRelation>('coded');
  return [
    ...[...rules].map(([name, list]) => ({ name, rules: list, coded: [] })),
    ...[...coded].map(([name, list]) => ({ name: `${name}, coded`, rules: [], coded: list })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The shortest lists first, so that a row belongs to its own file and not to one that gathers it. */
async function listsIn<Item extends RelationRule | CodedRelation>(folder: string): Promise<ReadonlyMap<string, readonly Item[]>> {
  const found: [name: string, list: readonly Item[]][] = [];
  for (const file of readdirSync(join(RELATIONS, folder)).filter((name) => /^[^.]+\.js$/.test(name))) {
    const module = (await import(pathToFileURL(join(RELATIONS, folder, file)).href)) as Record<string, unknown>;
    const list = Object.values(module).flatMap((value) => (Array.isArray(value) ? (value as Item[]) : []));
    found.push([file.slice(0, -3), list.filter((item) => typeof item === 'object' && 'relation' in item)]);
  }
  const seen = new Set<Item>();
  const domains = new Map<string, readonly Item[]>();
  for (const [name, list] of found.sort(([, a], [, b]) => a.length - b.length)) {
    const own = list.filter((item) => !seen.has(item));
    for (const item of own) seen.add(item);
    if (own.length > 0) domains.set(name, own);
  }
  return domains;
}
