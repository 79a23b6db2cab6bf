import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SharedRun } from './shared-run.ts';

const never = new AbortController().signal;

test('who comes while it runs joins in, who comes later starts it anew', async () => {
  let runs = 0;
  const shared = new SharedRun(async () => {
    runs += 1;
    await sleep(5);
    return runs;
  });
  expect(await Promise.all([shared.join(never), shared.join(never)])).toEqual([1, 1]);
  expect(await shared.join(never)).toBe(2);
});

test('a failure is told to all who wait, and the next one tries again', async () => {
  let runs = 0;
  const shared = new SharedRun(async () => {
    runs += 1;
    if (runs === 1) throw new Error('first');
    return runs;
  });
  const both = await Promise.allSettled([shared.join(never), shared.join(never)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await shared.join(never)).toBe(2);
});

test('one who leaves takes nothing from the others; the last one ends the work', async () => {
  let ended = false;
  const shared = new SharedRun(async (signal) => {
    await sleep(10_000, undefined, { signal }).catch(() => {
      ended = true;
    });
    throw new Error('never heard');
  });
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = [shared.join(first.signal), shared.join(second.signal)].map((promise) => expect(promise).rejects.toThrow('left'));
  first.abort(new Error('left'));
  await waiting[0];
  expect(ended).toBe(false);
  second.abort(new Error('left'));
  await Promise.all(waiting);
  await sleep(1);
  expect(ended).toBe(true);
  await expect(shared.join(AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
});

test('however they come and leave, never two runs at once that someone waits for, and each who stays is answered', async () => {
  const visitor = fc.record({ comes: fc.nat(6), leaves: fc.option(fc.nat(6)) });
  await fc.assert(
    fc.asyncProperty(fc.array(visitor, { minLength: 1, maxLength: 8 }), async (visitors) => {
      let running = 0;
      let most = 0;
      const shared = new SharedRun(async (signal) => {
        running += 1;
        most = Math.max(most, running);
        const leave = (): void => {
          running -= 1;
        };
        signal.addEventListener('abort', leave, { once: true });
        await sleep(3);
        signal.removeEventListener('abort', leave);
        if (!signal.aborted) running -= 1;
        return 'answer';
      });
      const told = await Promise.all(
        visitors.map(async ({ comes, leaves }) => {
          const controller = new AbortController();
          await sleep(comes);
          const timer = leaves === null ? undefined : setTimeout(() => controller.abort('left'), leaves);
          const answer = await shared.join(controller.signal).catch((reason: unknown) => reason);
          clearTimeout(timer);
          return leaves === null ? answer === 'answer' : answer === 'answer' || answer === 'left';
        }),
      );
      expect(told.every(Boolean)).toBe(true);
      expect(most).toBe(1);
    }),
    { numRuns: 50 },
  );
});
