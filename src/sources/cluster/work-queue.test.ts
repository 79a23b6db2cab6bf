import { expect, test } from 'vitest';
import { WorkQueue } from './work-queue.ts';

test('where something fails, what has begun is done, and nothing else is begun', async () => {
  const [begun, done]: [number[], number[]] = [[], []];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    await new Promise((resolve) => setTimeout(resolve, item === 1 ? 5 : 20));
    if (item <= 1) throw new Error(`${item} failed`);
    done.push(item);
  };
  await expect(new WorkQueue(3).all([0, 1, 2, 3, 4], work)).rejects.toThrow('1 failed');
  expect([begun, done]).toEqual([[0, 1, 2], [2]]);
});

test('so many at once, and all of them', async () => {
  let [now, most, count] = [0, 0, 0];
  await new WorkQueue(3).all(Array(10).fill(0), async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now--;
    count++;
  });
  expect([most, count]).toEqual([3, 10]);
});
