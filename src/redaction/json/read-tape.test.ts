import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonValue } from '../../records/record.ts';
import { writeJson } from '../testing/write-json.ts';
import { type JsonTape, NodeKind } from './json-tape.ts';
import { readTape } from './read-tape.ts';

/** The value that a tape tells of, as JSON.parse would give it: of a key that comes twice, the last. */
function parsed(tape: JsonTape, node = 0): JsonValue {
  if (tape.kind(node) === NodeKind.array) return tape.items(node).map((item) => parsed(tape, item));
  if (tape.kind(node) === NodeKind.object) return Object.fromEntries(tape.keys(node).map((key) => [tape.text(key), parsed(tape, key + 1)]));
  return tape.isString(node) ? tape.text(node) : (JSON.parse(tape.json(node).toString()) as JsonValue);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const noise = fc.array(fc.nat({ max: 41 }), { maxLength: 40 });
const json = fc.jsonValue({ stringUnit: 'binary' }) as fc.Arbitrary<JsonValue>;
/** Half of a pair becomes U+FFFD, as wherever a string becomes UTF-8. */
const asUtf8 = (text: string): string => Buffer.from(text).toString();

test('a tape tells what JSON.parse tells, however it is written', () => {
  fc.assert(
    fc.property(json, noise, (value, given) => {
      const text = writeJson(value, given);
      const tape = readTape(Buffer.from(text));
      expect(tape === null ? 'no tape' : parsed(tape)).toEqual(
        JSON.parse(text, (_key, member: unknown) => (typeof member === 'string' ? asUtf8(member) : member)),
      );
    }),
    { numRuns: 500 },
  );
});

test('what JSON.parse refuses is refused, and nothing else', () => {
  const splice = fc.record({
    at: fc.nat(),
    drop: fc.nat({ max: 2 }),
    put: fc.constantFrom('', '"', '\\', ',', ':', '{', '}', '[', ']', '0', '1', '-', '.', 'e', 'true', 'nul', '\\u12', '\u0001', ' '),
  });
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(
      fc.jsonValue({ stringUnit: 'grapheme-ascii' }) as fc.Arbitrary<JsonValue>,
      noise,
      splice,
      (value, given, { at, drop, put }) => {
        const text = writeJson(value, given);
        const from = at % (text.length + 1);
        const cut = text.slice(0, from) + put + text.slice(from + drop);
        const accepted = readTape(Buffer.from(cut)) !== null;
        if (accepted) taken++;
        else refused++;
        expect([cut, accepted]).toEqual([cut, isJson(cut)]);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(Math.min(refused, taken)).toBeGreaterThan(100);
});

test.each([
  '',
  ' ',
  '{',
  '[1,]',
  '{"a":1,}',
  '{"a"}',
  '{a:1}',
  '01',
  '1.',
  '.5',
  '+1',
  '-',
  '1e',
  '1e+',
  'NaN',
  '"\\x"',
  '"\\u12g4"',
  '"a',
  '"\n"',
  '[1]]',
  '{}{}',
  "'a'",
  'tru',
  '[}',
  '{]',
  '\ufeff{}',
])('%j is no JSON', (text) => {
  expect(readTape(Buffer.from(text))).toBeNull();
});

test.each(['0', '-0', '1.0', '-1.5e-10', '1E5', '123456789012345678901234567890', 'true', 'false', 'null', '""', '[]', '{}', ' [ ] '])(
  '%j is JSON',
  (text) => {
    expect(readTape(Buffer.from(text))?.json(0).toString()).toBe(text.trim());
  },
);

test('a key that comes twice has both of its values', () => {
  const tape = readTape(Buffer.from('{"a":1,"b":{"a":2},"\\u0061":[3]}'));
  expect(tape?.values(0, 'a').map((node) => tape.json(node).toString())).toEqual(['1', '[3]']);
  expect(tape?.values(0, 'c')).toEqual([]);
  expect(tape?.values(1, 'a')).toEqual([]);
  expect(tape?.items(0)).toEqual([]);
});

test('the value at a place is read alone', () => {
  const bytes = Buffer.from('{"x":[1,{"y":2}],"z":[');
  const tape = readTape(bytes, 5);
  expect(tape?.json(0).toString()).toBe('[1,{"y":2}]');
  expect(tape?.end(0)).toBe(16);
  expect(readTape(bytes, 21)).toBeNull();
});

test('500 levels are walked, 501 are not; a million open brackets neither', () => {
  const nested = (levels: number): Buffer => Buffer.from('['.repeat(levels) + ']'.repeat(levels));
  expect(readTape(nested(500))?.size).toBe(500);
  expect(readTape(nested(501))).toBeNull();
  expect(readTape(Buffer.from('['.repeat(1_000_000)))).toBeNull();
  expect(readTape(Buffer.from('{"a":'.repeat(1_000_000)))).toBeNull();
});

test('two million values are walked, and no more', () => {
  const list = (values: number): Buffer => Buffer.from(`[${'1,'.repeat(values - 1)}1]`);
  expect(readTape(list(1_999_999))?.size).toBe(2_000_000);
  expect(readTape(list(2_000_000))).toBeNull();
});
