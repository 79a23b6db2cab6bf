import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from './json-depth.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nested = (levels: number): string => `${'{"a":['.repeat(levels / 2)}1${']}'.repeat(levels / 2)}`;

test('counts levels, not brackets', () => {
  expect(isDeeperThan(bytes(nested(200)), 199)).toBe(true);
  expect(isDeeperThan(bytes(nested(200)), 200)).toBe(false);
  expect(isDeeperThan(bytes(`[${'{},'.repeat(5000)}{}]`), 2)).toBe(false);
});

test('brackets inside strings count for nothing', () => {
  expect(isDeeperThan(bytes(JSON.stringify({ text: '[{'.repeat(3000), quote: '"\\"[[[' })), 3)).toBe(false);
});

test('a million levels are measured without a stack', () => {
  expect(isDeeperThan(bytes('['.repeat(1_000_000)), 500)).toBe(true);
});

test('agrees with the depth of the parsed value, wherever the bytes lie in their buffer', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 6 }), (value, offset, limit) => {
      const text = bytes(JSON.stringify(value));
      const placed = new Uint8Array(text.length + offset);
      placed.set(text, offset);
      expect(isDeeperThan(placed.subarray(offset), limit)).toBe(depth(value) > limit);
    }),
    { numRuns: 2000 },
  );
});
