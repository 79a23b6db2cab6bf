/** Checks rules by examples: what each object points at, that every rule is exercised, and that no malformed pointer is one. */
import { describe, expect, test } from 'vitest';
import { kindName } from '../../src/kube/kind.ts';
import type { JsonObject, JsonValue } from '../../src/records/record.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import { podSpecs } from '../../src/relations/kinds.ts';
import { parsePath } from '../../src/relations/path.ts';
import { type ReferenceDraft, ReferenceFlag, type RelationRule } from '../../src/relations/rule.ts';
import { extractorInput } from './demo-objects.ts';

export interface Example {
  readonly object: JsonObject;
  /** As `show` writes them, in the order in which they are found; '~' stands for the path of the pod's spec. */
  readonly pointers: readonly string[];
}

/** `relation path → kind namespace/name`, then what else there is: `[flags] keys=… uid=…`. */
export function show(draft: ReferenceDraft): string {
  const indexes = [...draft.indexes];
  const path = draft.path.replaceAll('[]', () => `[${indexes.shift()}]`);
  const flags = Object.entries(ReferenceFlag).flatMap(([name, bit]) => ((draft.flags & bit) === 0 ? [] : [name]));
  return [
    `${draft.relation} ${path} → ${kindName(draft)} ${draft.namespace === null ? '' : `${draft.namespace}/`}${draft.name}`,
    ...(flags.length === 0 ? [] : [`[${flags.join(' ')}]`]),
    ...(draft.keys === undefined ? [] : [`keys=${draft.keys.join(',')}`]),
    ...(draft.uid === undefined ? [] : [`uid=${draft.uid}`]),
  ].join(' ');
}

/** The same pod spec in a Pod and in every kind of template, all called `web` in namespace `shop`. */
export function inEveryPodSpec(spec: JsonObject, pointers: readonly string[]): Example[] {
  return podSpecs.map(({ kind, path }) => {
    const keys = path.split('.').reverse();
    const nested = keys.reduce<JsonObject>((value, key) => ({ [key]: value }), spec);
    const apiVersion = kind.group === '' ? 'v1' : `${kind.group}/v1`;
    return {
      object: { apiVersion, kind: kind.kind, metadata: { name: 'web', namespace: 'shop' }, ...nested },
      pointers: pointers.map((pointer) => pointer.replaceAll('~', path)),
    };
  });
}

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

  test('every rule has an example', () => {
    const exercised = new Set(examples.flatMap(({ object }) => extract(object)).map(({ relation, path }) => `${relation} ${path}`));
    const unexercised = rules.filter((rule) => ![...exercised].some((seen) => seen === ruleName(rule) || isInTemplate(rule, seen)));
    expect(unexercised.map(ruleName)).toEqual([]);
  });
}

function ruleName(rule: RelationRule): string {
  return `${rule.relation} ${rule.path}`;
}

function isInTemplate(rule: RelationRule, seen: string): boolean {
  return rule.from === 'PodSpec' && podSpecs.some(({ path }) => seen === `${rule.relation} ${path}.${rule.path}`);
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
