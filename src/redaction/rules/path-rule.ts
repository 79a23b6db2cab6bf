/** A rule that a user wrote: which objects, what in them, and which part of it. */
import type { RE2JS } from 're2js';
import { type Edit, partOfString, wholeValue } from '../edit.ts';
import type { Glance } from '../glance.ts';
import { type JsonTape, NodeKind } from '../json/json-tape.ts';
import type { Manifest } from '../manifest.ts';
import { isMark } from '../mark.ts';
import type { RedactionRule } from '../rule.ts';
import type { Place, Survey } from '../survey.ts';
import { kindOfResource, kindWordsOf } from './kind-words.ts';
import type { CompiledPathRule } from './path-steps.ts';
import { selectNodes } from './select-nodes.ts';

export type NamePredicate = (name: string) => boolean;

export interface PathRule {
  readonly name: string;
  readonly matches: string;
  /** Of kinds as people call them, in lower case; null: all. */
  readonly kinds: readonly NamePredicate[] | null;
  /** Names of which one must stand in an object, or no kind matches; null: that cannot be told. */
  readonly kindNames: readonly string[] | null;
  readonly namespaces: readonly NamePredicate[] | null;
  readonly names: readonly NamePredicate[] | null;
  readonly path: CompiledPathRule;
  /** Of a text what matches is replaced, or of it the group called `mask`; null: the whole value. */
  readonly pattern: { readonly expression: RE2JS; readonly group: string | null } | null;
}

/** What names an object stays, or the rest of it would be of no use. */
export const IDENTITY: readonly (readonly string[])[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
  ['metadata', 'uid'],
];

export function pathRule(rule: PathRule): RedactionRule {
  const kindTests = (rule.kindNames ?? []).map((name) => ({ name, pattern: new RegExp(`"${name}"`, 'i') }));
  const mayBeOfKind = ({ text, resource }: Glance): boolean =>
    rule.kindNames === null ||
    kindTests.some(
      ({ name, pattern }) => pattern.test(text) || resource?.resource === name || kindOfResource(resource)?.kind.toLowerCase() === name,
    );
  return {
    name: rule.name,
    matches: rule.matches,
    why: 'A rule of the user.',
    mightMatch: (glance) => glance.odd || (rule.path.fields.every((field) => glance.text.includes(`"${field}`)) && mayBeOfKind(glance)),
    find: (survey) =>
      survey.manifests.filter((manifest) => applies(rule, manifest, survey)).flatMap((manifest) => editsIn(rule, manifest, survey)),
  };
}

/** A manifest within another that says nothing of its name or namespace has those of the captured object. What only points to an object is none. */
function applies(rule: PathRule, manifest: Manifest, { root, resource }: Survey): boolean {
  const isRoot = manifest === root;
  const isObject = isRoot || (manifest.groups.length > 0 && manifest.text.tape.values(manifest.node, 'metadata').length > 0);
  const named = (own: readonly string[], inherited: readonly string[] | undefined): readonly string[] =>
    own.length > 0 ? own : (inherited ?? []);
  return (
    isObject &&
    accepts(rule.kinds, () => kindWordsOf(manifest, isRoot ? resource : undefined)) &&
    accepts(rule.namespaces, () => named(manifest.namespaces, root?.namespaces)) &&
    accepts(rule.names, () => named(manifest.names, root?.names))
  );
}

function accepts(tests: readonly NamePredicate[] | null, words: () => readonly string[]): boolean {
  return tests === null || words().some((word) => tests.some((test) => test(word)));
}

function editsIn(rule: PathRule, { text, node }: Manifest, survey: Survey): Edit[] {
  const { tape } = text;
  const identity = new Set(
    IDENTITY.flatMap((path) => path.reduce((nodes, key) => nodes.flatMap((next) => tape.values(next, key)), [node])),
  );
  const leaves = new Set(selectNodes({ tape, from: node, steps: rule.path.steps }).flatMap((selected) => leavesOf(tape, selected)));
  return [...leaves]
    .filter((leaf) => !identity.has(leaf))
    .map((leaf): Place => ({ text, node: leaf }))
    .filter((place) => !tape.isString(place.node) || !isMark(tape.content(place.node)))
    .flatMap((place) => (rule.pattern === null ? [wholeValue(place)] : matchesIn(rule.pattern, place, survey)));
}

/** An object or a list keeps its shape: what is replaced are the values in it. */
function leavesOf(tape: JsonTape, node: number): number[] {
  const leaves: number[] = [];
  for (let next = node; next < tape.next(node); next++) {
    if (tape.kind(next) === NodeKind.string || tape.kind(next) === NodeKind.literal) leaves.push(next);
  }
  return leaves;
}

function matchesIn({ expression, group }: NonNullable<PathRule['pattern']>, place: Place, survey: Survey): Edit[] {
  if (!place.text.tape.isString(place.node)) return [];
  const string = survey.open(place);
  const edits: Edit[] = [];
  const matcher = expression.matcher(string.bytes);
  while (matcher.find()) {
    const from = group === null ? matcher.start() : matcher.start(group);
    const to = group === null ? matcher.end() : matcher.end(group);
    if (from >= 0 && to > from) edits.push(partOfString({ string, from, to }));
  }
  return edits;
}
