import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { each } from './each.mjs';

test('so many at once and no more, each item once', async () => {
  let running = 0;
  let most = 0;
  /** @type {number[]} */
  const done = [];
  const work = async (/** @type {number} */ item) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(item % 3);
    running -= 1;
    done.push(item);
  };
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(await each({ items, atOnce: 4, work })).toBe(50);
  expect(most).toBe(4);
  expect(done.sort((a, b) => a - b)).toEqual(items);
});

test('the first failure ends it, and no more items are taken', async () => {
  let taken = 0;
  function* items() {
    for (;;) {
      taken += 1;
      yield taken;
    }
  }
  const work = async (/** @type {number} */ item) => {
    await sleep(1);
    if (item === 10) throw new Error('no more');
  };
  await expect(each({ items: items(), atOnce: 3, work })).rejects.toThrow('no more');
  const atTheFailure = taken;
  await sleep(20);
  expect(taken).toBeLessThanOrEqual(atTheFailure + 2);
});
