import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../records/record.ts';
import type { Resource } from './manifest.ts';
import { createMarker } from './mark.ts';
import { redactObject } from './redact-object.ts';
import type { RedactionRule } from './rule.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { readRedactionRules } from './rules/read-redaction-rules.ts';
import { kubernetesObject, noise } from './testing/kubernetes-json.ts';
import { oracle } from './testing/oracle.ts';
import { ruleOracle } from './testing/rule-oracle.ts';
import { oracleRules, ruleYaml } from './testing/rules.ts';
import { writeJson } from './testing/write-json.ts';

const KEY = Buffer.from('a key for tests, of 32 bytes ....');
const marker = createMarker(KEY);
const SECRETS: Resource = { group: '', version: 'v1', resource: 'secrets' };

const MARKS = /REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}/g;

interface Given {
  readonly rules?: readonly RedactionRule[];
  readonly resource?: Resource;
  readonly glance?: boolean;
}

function redact(json: string, { rules = builtInRules, resource, glance = true }: Given = {}): string {
  const redacted = redactObject({ bytes: Buffer.from(json), resource, rules, marker, isKept: () => false, glance });
  return redacted === null ? 'dropped' : redacted.bytes.toString();
}

/** JSON in strings is compared by what it says, not by how it is written. */
function readable(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value === 'string') return isJson(value) ? { json: readable(parsed(value) ?? null) } : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]));
}

function isJson(text: string): boolean {
  return typeof (parsed(text) ?? null) === 'object' && parsed(text) !== null && parsed(text) !== undefined;
}

function holdsJson(value: JsonValue): boolean {
  if (typeof value === 'string') return isJson(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((member) => holdsJson(member));
}

/** For marks that are of the JSON of a value, which depends on how it was written. */
function withoutMarks(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(readable(value)).replaceAll(MARKS, 'MARK')) as JsonValue;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** What is no mark stands in the original, in the same order, from its first byte to its last. */
function expectOnlyMarks(original: string, redacted: string): number {
  const pieces = redacted.split(/(?:\\*")?REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}(?:\\*")?/);
  let position = 0;
  for (const [index, piece] of pieces.entries()) {
    const found = index === pieces.length - 1 && index > 0 ? original.lastIndexOf(piece) : original.indexOf(piece, position);
    expect([piece, found >= position && (index > 0 || found === 0)]).toEqual([piece, true]);
    position = found + piece.length;
  }
  expect(position).toBe(original.length);
  return pieces.length - 1;
}

test('objects are redacted as the oracle says', () => {
  let marks = 0;
  fc.assert(
    fc.property(kubernetesObject, fc.boolean(), (object, isSecret) => {
      const json = JSON.stringify(object);
      const redacted = redact(json, isSecret ? { resource: SECRETS } : {});
      expect(readable(JSON.parse(redacted) as JsonValue)).toEqual(readable(oracle(object, { key: KEY, isSecret })));
      marks += expectOnlyMarks(json, redacted);
    }),
    { numRuns: 3_000 },
  );
  expect(marks).toBeGreaterThan(1_000);
});

test('however an object is written, the same values go and every other byte stays', () => {
  fc.assert(
    fc.property(kubernetesObject, noise, (object, given) => {
      const json = writeJson(object, given);
      const redacted = redact(json);
      expect(withoutMarks(JSON.parse(redacted) as JsonValue)).toEqual(withoutMarks(oracle(object, { key: KEY })));
      expectOnlyMarks(json, redacted);
    }),
    { numRuns: 2_000 },
  );
});

test("a user's rule takes out what the oracle says", () => {
  let marks = 0;
  fc.assert(
    fc.property(kubernetesObject, oracleRules([null]), (object, rule) => {
      const json = JSON.stringify(object);
      const redacted = redact(json, { rules: readRedactionRules({ text: ruleYaml(rule, 'x'), file: 'x.yaml' }) });
      expect(readable(JSON.parse(redacted) as JsonValue)).toEqual(readable(ruleOracle(object, rule, KEY)));
      marks += expectOnlyMarks(json, redacted);
    }),
    { numRuns: 5_000 },
  );
  expect(marks).toBeGreaterThan(1_000);
});

test('of a pattern only what matches goes', () => {
  let marks = 0;
  fc.assert(
    fc.property(
      kubernetesObject,
      oracleRules(['hunter2', '[0-9]+', '[aeiou]+', '[a-z]@.', 'ä|😀', 'x*|t']),
      noise,
      (object, rule, given) => {
        // JSON in a string is a text and a value both: what a pattern does to it is tested by examples.
        fc.pre(!holdsJson(object));
        const json = writeJson(object, given);
        const redacted = redact(json, { rules: readRedactionRules({ text: ruleYaml(rule, 'x'), file: 'x.yaml' }) });
        expect(JSON.parse(redacted)).toEqual(ruleOracle(object, rule, KEY));
        marks += expectOnlyMarks(json, redacted);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(marks).toBeGreaterThan(30);
});

test('what a glance leaves out is what a walk finds nothing in', () => {
  let walked = 0;
  fc.assert(
    fc.property(
      kubernetesObject,
      noise,
      oracleRules([null, '[0-9]+']),
      fc.boolean(),
      fc.boolean(),
      (object, given, rule, builtIn, isSecret) => {
        const own = readRedactionRules({ text: ruleYaml(rule, 'x'), file: 'x.yaml' });
        const options = { rules: builtIn ? builtInRules : own, ...(isSecret ? { resource: SECRETS } : {}) };
        const json = writeJson(object, given);
        const whole = redact(json, { ...options, glance: false });
        expect(redact(json, options)).toBe(whole);
        if (whole !== json) walked++;
      },
    ),
    { numRuns: 6_000 },
  );
  expect(walked).toBeGreaterThan(500);
});

test('a second time nothing is left to redact', () => {
  fc.assert(
    fc.property(kubernetesObject, noise, (object, given) => {
      const once = redact(writeJson(object, given));
      expect(redact(once)).toBe(once);
    }),
    { numRuns: 1_000 },
  );
});
