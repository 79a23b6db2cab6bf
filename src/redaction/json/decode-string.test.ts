import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeJson } from '../testing/write-json.ts';
import { decodeString } from './decode-string.ts';

function decoded(json: string): ReturnType<typeof decodeString> {
  const bytes = Buffer.from(json);
  return decodeString({ bytes, start: 1, end: bytes.length - 1 });
}

const spaceless = fc
  .array(fc.constantFrom(0, 1, 2, 6, 7, 8, 9), { maxLength: 40 })
  .map((numbers) => numbers.map((number) => number * 6 + (number % 2)));

test('a string says what JSON.parse says, however it is escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), spaceless, (text, noise) => {
      const json = writeJson(text, noise).trim();
      expect(decoded(json).bytes.toString('hex')).toBe(Buffer.from(JSON.parse(json) as string).toString('hex'));
    }),
    { numRuns: 1_000 },
  );
});

test('each character is found where it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), spaceless, (text, noise) => {
      const json = writeJson(text, noise).trim();
      const bytes = Buffer.from(json);
      const string = decoded(json);
      let offset = 0;
      for (const character of text) {
        const width = Buffer.byteLength(character);
        const written = bytes.subarray(string.outer(offset), string.outer(offset + width)).toString();
        expect(JSON.parse(`"${written}"`)).toBe(character);
        offset += width;
      }
      expect([offset, string.outer(offset)]).toEqual([string.bytes.length, bytes.length - 1]);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['"\\ud83d"', '\ufffd'],
  ['"\\ude00\\ud83d"', '\ufffd\ufffd'],
  ['"\\ud83d\\ud83d\\ude00"', '\ufffd😀'],
  ['"\\ud83d\\n"', '\ufffd\n'],
  ['"\\ud83dx"', '\ufffdx'],
  ['"\\uD83D\\uDE00"', '😀'],
])('%s: half of a pair is a character that stands for none', (json, text) => {
  expect(decoded(json).bytes.toString()).toBe(text);
});

test('bytes that are no UTF-8 stay as they are', () => {
  const bytes = Buffer.from([0x22, 0xff, 0x5c, 0x6e, 0xc0, 0x22]);
  expect([...decodeString({ bytes, start: 1, end: 5 }).bytes]).toEqual([0xff, 0x0a, 0xc0]);
});
