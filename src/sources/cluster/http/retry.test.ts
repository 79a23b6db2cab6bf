import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiFault, silenceFault, statusFault } from './fault.ts';
import { type RetryOptions, withRetries } from './retry.ts';

const SECOND = 1_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Each attempt takes a while and ends as the list says, the last one again and again. Tells how many there were, and how it ended. */
async function run(
  ends: readonly (ApiFault | 'ok')[],
  options: Partial<RetryOptions<string>> & { readonly takes?: number } = {},
): Promise<{ readonly attempts: number; readonly end: unknown; readonly after: number }> {
  let attempts = 0;
  const { takes = 0, ...more } = options;
  const attempt = async (): Promise<string> => {
    const end = ends[Math.min(attempts++, ends.length - 1)];
    await new Promise((resolve) => setTimeout(resolve, takes));
    if (end instanceof ApiFault) throw end;
    return 'ok';
  };
  const begun = performance.now();
  const signal = new AbortController().signal;
  const running = withRetries({ retryFor: () => 30 * SECOND, serverErrors: true, signal, attempt, ...more }).catch((error) => error);
  let after = 0;
  void running.then(() => {
    after = performance.now() - begun;
  });
  await vi.advanceTimersByTimeAsync(3_600 * SECOND);
  return { attempts, end: await running, after };
}

const silence = silenceFault('no answer', true);
const error = statusFault({ httpStatus: 500, message: 'etcdserver: leader changed' });
const unavailable = statusFault({ httpStatus: 503, message: 'no endpoints' });
const unauthorized = statusFault({ httpStatus: 401, message: 'Unauthorized' });

test('what takes longer to fail than there is time for retries is tried again all the same', async () => {
  expect(await run([silence, 'ok'], { takes: 31 * SECOND })).toMatchObject({ attempts: 2, end: 'ok' });
  expect(await run([silence], { takes: 31 * SECOND })).toMatchObject({ attempts: 2, end: silence });
});

test.each([
  ['errors of the server', error],
  ['silence', silence],
  ['too many requests', statusFault({ httpStatus: 429, message: 'slow down' })],
])('%s: as long as was asked for, counted from the first failure', async (_, fault) => {
  for (const seconds of [30, 600]) {
    const { end, after } = await run([fault], { retryFor: () => seconds * SECOND });
    expect(end).toBe(fault);
    expect(after).toBeGreaterThanOrEqual(seconds * SECOND);
    expect(after).toBeLessThanOrEqual((seconds + 5) * SECOND);
  }
  expect(await run([fault], { retryFor: () => 0 })).toMatchObject({ attempts: 1, end: fault });
});

test('where errors of the server are final, only those', async () => {
  expect(await run([error], { serverErrors: false })).toMatchObject({ attempts: 1, end: error });
  expect(await run([silence, silence, 'ok'], { serverErrors: false })).toMatchObject({ attempts: 3, end: 'ok' });
});

test('a token that has ended is renewed once a call, whatever failed before', async () => {
  expect(await run([unavailable, unauthorized, 'ok'])).toMatchObject({ attempts: 3, end: 'ok' });
  expect(await run([unauthorized, unavailable, unauthorized])).toMatchObject({ attempts: 3, end: unauthorized });
  expect(await run([unauthorized])).toMatchObject({ attempts: 2, end: unauthorized });
});

test('a server that asks for more time than there is gets no further try', async () => {
  const slow = statusFault({ httpStatus: 429, message: 'slow down', retryAfter: 31 * SECOND });
  expect(await run([slow, 'ok'])).toMatchObject({ attempts: 1, end: slow });
});

test('what had come before an abort is not lost', async () => {
  const controller = new AbortController();
  const attempt = async (): Promise<string> => {
    controller.abort(new Error('stopped'));
    return 'ok';
  };
  expect(await run([], { signal: controller.signal, attempt })).toMatchObject({ end: 'ok' });
  expect(await run([], { signal: controller.signal, attempt })).toMatchObject({ end: { message: 'stopped' } });
});
