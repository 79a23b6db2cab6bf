import { expect, test } from 'vitest';
import { crashLoopAt, goDuration, triesBy } from './back-off.ts';

/** It runs for 3 s each time. */
test.each([
  { age: 0, restarts: 0, running: true, backOff: null },
  { age: 5, restarts: 0, running: false, backOff: null },
  { age: 6, restarts: 1, running: true, backOff: 10 },
  { age: 9, restarts: 1, running: false, backOff: 10 },
  { age: 19, restarts: 2, running: true, backOff: 20 },
  { age: 88, restarts: 4, running: false, backOff: 80 },
  { age: 167, restarts: 4, running: false, backOff: 80 },
  { age: 168, restarts: 5, running: true, backOff: 160 },
])('after $age s there were $restarts restarts', ({ age, ...expected }) => {
  expect(crashLoopAt({ age, run: 3, mostRestarts: Number.POSITIVE_INFINITY })).toMatchObject(expected);
});

test('held at a restart it waits, however old it is', () => {
  const held = crashLoopAt({ age: 10_000, run: 3, mostRestarts: 4 });
  expect(held).toEqual({ restarts: 4, running: false, backOff: 80, run: { start: 85, end: 88 }, runBefore: { start: 42, end: 45 } });
  expect(crashLoopAt({ age: 10_000, run: 3, mostRestarts: Number.POSITIVE_INFINITY }).backOff).toBe(300);
});

test('what fails at once is tried as often', () => {
  expect([0, 4, 20, 40].map(triesBy)).toEqual([0, 1, 2, 3]);
});

test.each([
  [10, '10s'],
  [80, '1m20s'],
  [300, '5m0s'],
])('%i s are %s', (seconds, text) => {
  expect(goDuration(seconds)).toBe(text);
});
