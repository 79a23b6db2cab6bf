import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each([
  ['1h30m', 5_400_000],
  ['300ms', 300],
  ['1.5h', 5_400_000],
  ['.5s', 500],
  ['5.s', 5000],
  ['-2m', -120_000],
  ['+2m', 120_000],
  ['0', 0],
  ['-0', 0],
  ['0s', 0],
  ['10us', 0.01],
  ['10µs', 0.01],
  ['10μs', 0.01],
  ['1ns', 1e-6],
  ['2562047h47m16s', 9_223_372_036_000],
])('%s is %d ms', (text, expected) => {
  expect(parseDuration(text)).toBeCloseTo(expected, 9);
});

test.each(['', '-', '1', '1d', 'h', '1h 30m', '.s', '1hh', '--1s', '+-1s', '3000000h', '1e3s', '１s', `${'1s'.repeat(100)}`])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeNull();
  },
);

test('what Go would print is read back', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 59 }), (hours, minutes, seconds) => {
      expect(parseDuration(`${hours}h${minutes}m${seconds}s`)).toBe(((hours * 60 + minutes) * 60 + seconds) * 1000);
    }),
  );
});
