import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileGlob, GlobError } from './glob.ts';

test.each([
  ['shop', 'shop', true],
  ['shop', 'shop-1', false],
  ['shop-*', 'shop-1', true],
  ['*', '', true],
  ['**', 'anything', true],
  ['*-db-*', 'shop-db-0', true],
  ['*-db-*', 'shopdb0', false],
  ['a*b*c', 'aXbYbZc', true],
  ['a*b*c', 'aXbYbZ', false],
  ['?', 'ä', true],
  ['?', '😀', true],
  ['??', '😀', false],
  ['web-[0-9]', 'web-7', true],
  ['web-[0-9]', 'web-x', false],
  ['web-[^0-9]', 'web-x', true],
  ['web-[!0-9]', 'web-7', false],
  ['[]]', ']', true],
  ['[a-]', '-', true],
  ['[\\]]', ']', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['system:*', 'system:node:node-1', true],
  ['a.c', 'abc', false],
  ['', '', true],
  ['', 'x', false],
])('%s on %s: %s', (pattern, name, expected) => {
  expect(compileGlob(pattern)(name)).toBe(expected);
});

test.each([
  ['web-[0-9', 4],
  ['[', 0],
  ['[]', 0],
  ['[!', 0],
  ['a\\', 1],
  ['*'.repeat(2000), 1024],
])('%.10s cannot be read', (pattern, position) => {
  expect(() => compileGlob(pattern)).toThrow(GlobError);
  expect(() => compileGlob(pattern)).toThrow(expect.objectContaining({ position }));
});

test('agrees with a matcher that tries everything', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }), (pattern, name) => {
      expect(compileGlob(pattern)(name)).toBe(naive(pattern, name));
    }),
    { numRuns: 2000 },
  );
});

test('a hostile pattern ends', () => {
  const matches = compileGlob(`${'*a'.repeat(500)}b`);
  expect(matches('a'.repeat(5000))).toBe(false);
});

function naive(pattern: string, name: string): boolean {
  if (pattern === '') return name === '';
  if (pattern[0] === '*') return naive(pattern.slice(1), name) || (name !== '' && naive(pattern, name.slice(1)));
  return name !== '' && (pattern[0] === '?' || pattern[0] === name[0]) && naive(pattern.slice(1), name.slice(1));
}
