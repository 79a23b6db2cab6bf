import { expect, test } from 'vitest';
import type { LogChunk } from '../../../records/record.ts';
import type { ApiServerSettings } from '../http/api-server.ts';
import { apiServerOf } from '../testing/api-server-of.ts';
import { replayDemo } from '../testing/demo.ts';
import type { Fault } from '../testing/replay-server.ts';
import { Kubelets } from './kubelets.ts';
import type { LogChoice } from './log-choice.ts';
import { readLog } from './read-log.ts';

const log = { namespace: 'shop', pod: 'web', container: 'c', previous: false, node: null, notStarted: null };

async function read(options: {
  readonly answer: Fault;
  readonly choice?: Partial<LogChoice>;
  readonly settings?: Partial<ApiServerSettings>;
  readonly take?: (chunk: LogChunk) => Promise<void>;
}): Promise<LogChunk[]> {
  const { answer, choice, settings, take } = options;
  const server = await replayDemo(({ path }) => (path.endsWith('/pods/web/log') ? answer : null));
  const chunks: LogChunk[] = [];
  await readLog({
    server: apiServerOf(server, settings),
    log,
    choice: { which: 'all', tailLines: 1_000_000, limitBytes: 10 << 20, ...choice },
    kubelets: new Kubelets(),
    take: async (chunk) => {
      chunks.push(chunk);
      await take?.(chunk);
    },
  });
  return chunks;
}

const MIB = 1 << 20;
const long: Fault = { status: 200, body: 'a line of a log\n'.repeat(MIB / 4) };

test.each([1_000, MIB, 3 * MIB + 7])('a kubelet that does not keep to a limit of %i bytes is cut there', async (limitBytes) => {
  const chunks = await read({ answer: long, choice: { limitBytes } });
  expect(chunks.reduce((sum, { chunk }) => sum + chunk.length, 0)).toBe(limitBytes);
  expect(chunks.map(({ part, last }) => [part, last])).toEqual(chunks.map((_, index) => [index + 1, index === chunks.length - 1]));
  expect(chunks.at(-1)).toMatchObject({ outcome: 'ok', httpStatus: 200, truncated: true });
});

test('a log within its limits is whole', async () => {
  const [one, ...more] = await read({ answer: { status: 200, body: 'one\ntwo\n' }, choice: { limitBytes: 9 } });
  expect(more).toEqual([]);
  expect(one).toMatchObject({ outcome: 'ok', truncated: false, last: true });
  expect(String(one?.chunk)).toBe('one\ntwo\n');
});

test('a stop while the last part waits to be taken adds nothing to a log that is whole', async () => {
  const stop = new AbortController();
  const chunks = await read({
    answer: { status: 200, body: 'one\n' },
    settings: { signal: stop.signal },
    take: async () => stop.abort(new Error('stopped')),
  });
  expect(chunks).toMatchObject([{ part: 1, last: true, outcome: 'ok' }]);
});
