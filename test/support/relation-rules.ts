/** Checks rules by examples: what each object points at, that every rule has a case for and one against it, and that no malformed pointer is one. */
import { describe, expect, test } from 'vitest';
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import type { JsonObject, JsonValue } from '../../src/records/record.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import { parsePath } from '../../src/relations/path.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag, type RelationRule } from '../../src/relations/rule.ts';
import { extractorInput } from './demo-objects.ts';
import type { Example } from './example.ts';
import { show, showAll } from './show-pointers.ts';

export type { Example } from './example.ts';
export { inEveryPodSpec } from './in-every-pod-spec.ts';
export { show } from './show-pointers.ts';

const MALFORMED: readonly JsonValue[] = [7, true, null, {}, { name: 'x' }, [], [['x']], '', 'line\nbreak', 'nul\u0000', 'x'.repeat(2000)];

export function checkRules(rules: readonly RelationRule[], examples: readonly Example[]): void {
  const extractor = createExtractor({ rules, coded: [] });
  const extract = (object: JsonObject): readonly ReferenceDraft[] => extractor.extract(extractorInput(object)).references;

  describe.each(examples)('$object.kind $object.metadata.name', ({ object, pointers }) => {
    test('points at', () => {
      expect(extract(object).map(show)).toEqual(pointers);
    });

    test('does not point at anything by a malformed name', () => {
      const canonical = extractorInput(object).object;
      for (const draft of extract(canonical).filter((found) => (found.flags & ReferenceFlag.defaulted) === 0)) {
        for (const value of MALFORMED) {
          const found = extract(replaceAt(canonical, draft, value));
          expect(found.filter((other) => isAt(other, draft) && (other.flags & ReferenceFlag.defaulted) === 0)).toEqual([]);
        }
      }
    });
  });

  test('every rule has an example that points', () => {
    expect(rules.filter((rule) => !examples.some(({ object }) => drafts(rule, object).length > 0)).map(ruleName)).toEqual([]);
  });

  // Where it has none, the malformed names above are the cases against it: many such fields are required, no object is without them.
  test('every rule with a condition has an example of what it looks like where the condition is not met', () => {
    const unmet = rules.flatMap((rule) => {
      const unconditional = withoutConditions(rule);
      return unconditional === null || examples.some(({ object }) => isLookAlike({ rule, unconditional, object })) ? [] : [ruleName(rule)];
    });
    expect(unmet).toEqual([]);
  });
}

/**
 * What coded relations make of each example, all of it: references, selectors and name patterns.
 * `always`: names of relations that every object of their kind has, so that there is no case against them.
 */
export function checkCoded(
  coded: readonly CodedRelation[],
  examples: readonly Example[],
  { always = [] }: { readonly always?: readonly string[] } = {},
): void {
  const extract = (relations: readonly CodedRelation[], object: JsonObject): readonly string[] =>
    showAll(createExtractor({ rules: [], coded: relations }).extract(extractorInput(object)));

  test.each(examples)('$object.kind $object.metadata.name', ({ object, pointers }) => {
    expect(extract(coded, object)).toEqual(pointers);
  });

  test.each(coded)('$relation of a $from.kind has an example that points, and one that does not', (relation) => {
    const ofKind = examples.filter(
      ({ object }) => relation.from === '*' || kindName(extractorInput(object).key) === kindName(relation.from),
    );
    const points = ofKind.map(({ object }) => extract([relation], object).length > 0);
    expect(new Set(points)).toEqual(new Set(always.includes(relation.relation) ? [true] : [true, false]));
  });
}

function ruleName(rule: RelationRule): string {
  return `${rule.relation} ${rule.path}`;
}

function drafts(rule: RelationRule, object: JsonObject): readonly ReferenceDraft[] {
  return createExtractor({ rules: [rule], coded: [] }).extract(extractorInput(object)).references;
}

/** Without its conditions the rule would find more on this object. */
function isLookAlike(options: { rule: RelationRule; unconditional: RelationRule; object: JsonObject }): boolean {
  const written = drafts(options.unconditional, options.object).filter((found) => (found.flags & ReferenceFlag.defaulted) === 0);
  return drafts(options.rule, options.object).length < written.length;
}

/** null where it has none: no condition, no pattern, and no limit to what it may lead to. */
function withoutConditions(rule: RelationRule): RelationRule | null {
  const { when, pattern, target, ...rest } = rule;
  const kinds = 'kinds' in target ? target.kinds : undefined;
  if (when === undefined && pattern === undefined && kinds === undefined) return null;
  if ('inText' in target) return { ...rest, target: { group: 'example.com', kind: 'Any' } };
  if (kinds === undefined) return { ...rest, target };
  const { kinds: _, ...anyKind } = target as { readonly kinds: readonly KindKey[] } & typeof target;
  return { ...rest, target: anyKind };
}

function isAt(a: ReferenceDraft, b: ReferenceDraft): boolean {
  return a.path === b.path && a.indexes.join() === b.indexes.join();
}

/** A copy of the object with another value where the pointer's name stood. */
function replaceAt(object: JsonObject, draft: ReferenceDraft, value: JsonValue): JsonObject {
  const copy = structuredClone(object);
  const indexes = [...draft.indexes];
  const keys = parsePath(draft.path).map((step) => (step === 'each' ? (indexes.shift() ?? 0) : step.key));
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string | number, JsonValue>>((at, key) => at[key] as Record<string | number, JsonValue>, copy);
  holder[last] = value;
  return copy;
}
