import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText, linesText, lineText } from './terminal-text.ts';

test.each([
  ['plain', 'plain'],
  ['naïve 日本 🙂', 'naïve 日本 🙂'],
  ['\u001b[2Jgone', '\\x1b[2Jgone'],
  ['title\u001b]0;x\u0007', 'title\\x1b]0;x\\x07'],
  ['c1\u009b31m', 'c1\\x9b31m'],
  ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
  ['\u202egnp.exe', '\\u202egnp.exe'],
  ['\u2028', '\\u2028'],
])('%j becomes %j', (text, expected) => {
  expect(lineText(text)).toBe(expected);
});

test('newlines and tabs stay in lines', () => {
  expect(linesText('a\n\tb\u001b[0m')).toBe('a\n\tb\\x1b[0m');
});

test('nothing that a terminal obeys is left, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(lineText(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(linesText(text).replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }),
  );
});

test('JSON keeps its value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const json = JSON.stringify({ value, text }, null, 2);
      expect(JSON.parse(jsonText(json))).toEqual(JSON.parse(json));
      expect(jsonText(json).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }),
  );
});
