/** A rule that a user wrote: which objects, what in them, and which part of it. */
import { type Edit, wholeValue } from '../edit.ts';
import type { Glance } from '../glance.ts';
import { isObject } from '../identity.ts';
import type { JsonText } from '../json/json-text.ts';
import type { Manifest } from '../manifest.ts';
import type { RedactionRule } from '../rule.ts';
import type { Survey } from '../survey.ts';
import { kindOfResource, kindWordsOf } from './kind-words.ts';
import type { CompiledPathRule } from './path-steps.ts';
import { type Pattern, patternEdits } from './pattern-edits.ts';
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
  readonly pattern: Pattern | null;
}

export function pathRule(rule: PathRule): RedactionRule {
  const kindTests = (rule.kindNames ?? []).map((name) => ({ name, pattern: new RegExp(`"${name}["\\\\]`, 'i') }));
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
      editsIn(
        rule,
        survey.manifests.filter((manifest) => applies(rule, manifest, survey)),
        survey,
      ),
  };
}

/** A manifest within another that says nothing of its name or namespace has those of the captured object. What only points to an object is none. */
function applies(rule: PathRule, manifest: Manifest, { root, resource }: Survey): boolean {
  const isRoot = manifest === root;
  const named = (own: readonly string[], inherited: readonly string[] | undefined): readonly string[] =>
    own.length > 0 ? own : (inherited ?? []);
  return (
    (isRoot || isObject(manifest)) &&
    accepts(rule.kinds, () => kindWordsOf(manifest, isRoot ? resource : undefined)) &&
    accepts(rule.namespaces, () => named(manifest.namespaces, root?.namespaces)) &&
    accepts(rule.names, () => named(manifest.names, root?.names))
  );
}

function accepts(tests: readonly NamePredicate[] | null, words: () => readonly string[]): boolean {
  return tests === null || words().some((word) => tests.some((test) => test(word)));
}

/** Objects within each other are followed together, so that what lies in several is gone through once. */
function editsIn({ path, pattern }: PathRule, objects: readonly Manifest[], survey: Survey): Edit[] {
  const places = [...nodesByText(objects)].flatMap(([text, from]) =>
    survey.values(text, selectNodes({ tape: text.tape, from, steps: path.steps })),
  );
  return pattern === null ? places.map(wholeValue) : places.flatMap((place) => patternEdits({ pattern, place, survey }));
}

function nodesByText(manifests: readonly Manifest[]): ReadonlyMap<JsonText, readonly number[]> {
  const byText = new Map<JsonText, number[]>();
  for (const { text, node } of manifests) {
    const nodes = byText.get(text) ?? [];
    nodes.push(node);
    byText.set(text, nodes);
  }
  return byText;
}
