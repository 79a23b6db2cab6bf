import { expect, test } from 'vitest';
import { formatAge, formatSpan } from './age.ts';

const [second, minute, hour, day, year] = [1_000, 60_000, 3_600_000, 86_400_000, 31_536_000_000];

/** Rows of apimachinery's own table for HumanDuration. */
test.each([
  [-3 * second, '<invalid>'],
  [-second, '0s'],
  [0, '0s'],
  [second - 1, '0s'],
  [2 * minute - 1, '119s'],
  [2 * minute, '2m'],
  [2 * minute + second, '2m1s'],
  [10 * minute - 1, '9m59s'],
  [10 * minute + 30 * second, '10m'],
  [3 * hour - 1, '179m'],
  [3 * hour, '3h'],
  [3 * hour + minute, '3h1m'],
  [8 * hour - 1, '7h59m'],
  [8 * hour + 30 * minute, '8h'],
  [2 * day - 1, '47h'],
  [2 * day, '2d'],
  [2 * day + hour, '2d1h'],
  [8 * day - 1, '7d23h'],
  [8 * day, '8d'],
  [2 * year - 1, '729d'],
  [2 * year, '2y'],
  [2 * year + day, '2y1d'],
  [8 * year - 1, '7y364d'],
  [8 * year, '8y'],
])('%i ms is %s', (span, expected) => {
  expect(formatSpan(span)).toBe(expected);
});

test('what is not known is said so', () => {
  expect(formatAge({ time: null, now: 0 })).toBe('<unknown>');
  expect(formatAge({ time: 0, now: null })).toBe('<unknown>');
  expect(formatAge({ time: 0, now: 5_000 })).toBe('5s');
});
