/** What a server does to one list, and what becomes of it. Everything else must be there. */
import { expect, test } from 'vitest';
import type { ResourceOutcome } from '../../records/record.ts';
import { captureReplayed } from './testing/capture.ts';
import { demoRecords, replayDemo } from './testing/demo.ts';
import { objectsOf, rowsOf } from './testing/read-back.ts';
import { status } from './testing/replay-answers.ts';
import type { Fault } from './testing/replay-server.ts';

/** Each row: what the server does with one request, and what the outcome of that resource says. Everything else must be there. */
const persistent: readonly { name: string; fault: Fault; outcome: Partial<ResourceOutcome>; message: RegExp; keeps?: boolean }[] = [
  { name: 'hangs before the answer', fault: 'hang', outcome: { outcome: 'timeout' }, message: /no answer for 0.3 s/ },
  {
    name: 'hangs in the body',
    fault: { hangAfter: 12_000 },
    outcome: { outcome: 'partial' },
    message: /the answer stopped after 12000 bytes/,
    keeps: true,
  },
  {
    name: 'is cut in the body',
    fault: { cutAfter: 12_000 },
    outcome: { outcome: 'partial' },
    message: /cut in the middle of the answer/,
    keeps: true,
  },
  { name: 'is cut before the first object', fault: { cutAfter: 20 }, outcome: { outcome: 'failed' }, message: /cut in the middle/ },
  { name: 'refuses the connection', fault: 'refuse', outcome: { outcome: 'failed' }, message: /socket hang up/ },
  {
    name: 'answers 500',
    fault: status(500, 'etcdserver: request timed out'),
    outcome: { outcome: 'failed', httpStatus: 500 },
    message: /etcdserver/,
  },
  {
    name: 'answers 503',
    fault: status(503, 'service unavailable'),
    outcome: { outcome: 'unavailable', httpStatus: 503 },
    message: /service unavailable/,
  },
  {
    name: 'answers 504',
    fault: status(504, 'Timeout: request did not complete'),
    outcome: { outcome: 'timeout', httpStatus: 504 },
    message: /did not complete/,
  },
  {
    name: 'answers 429 for ever',
    fault: status(429, 'too many requests', { details: { retryAfterSeconds: 1 } }),
    outcome: { outcome: 'failed', httpStatus: 429 },
    message: /too many/,
  },
  {
    name: 'answers 404',
    fault: status(404, 'the server could not find the requested resource'),
    outcome: { outcome: 'not_served', httpStatus: 404 },
    message: /could not find/,
  },
  {
    name: 'answers with a page for people',
    fault: { status: 200, body: '<html>Log in</html>', headers: { 'content-type': 'text/html' } },
    outcome: { outcome: 'failed' },
    message: /no list \(text\/html\)/,
  },
  { name: 'answers with another kind', fault: status(200, 'what?'), outcome: { outcome: 'failed' }, message: /no list/ },
  {
    name: 'answers with a page for people and 502',
    fault: { status: 502, body: '<html>Bad Gateway</html>' },
    outcome: { outcome: 'failed', httpStatus: 502 },
    message: /502 Bad Gateway/,
  },
];

test.each(persistent)('a list that $name, again and again', async ({ fault, outcome, message, keeps = false }) => {
  const server = await replayDemo(({ path }) => (path === '/api/v1/configmaps' ? fault : null));
  const records = await captureReplayed(server, { logs: { which: 'none', tailLines: 1, limitBytes: 1 } });
  const [row, ...more] = rowsOf(records, 'configmaps');
  expect(more).toEqual([]);
  expect(row).toMatchObject(outcome);
  expect(row?.message).toMatch(message);
  const objects = objectsOf(records);
  const wanted = [...objectsOf(demoRecords).keys()].filter((key) => !key.startsWith('/ConfigMap '));
  expect([...objects.keys()].filter((key) => !key.startsWith('/ConfigMap ')).sort()).toEqual(wanted.sort());
  expect([...objects.keys()].some((key) => key.startsWith('/ConfigMap '))).toBe(keeps);
  expect(records.at(-1)).toMatchObject({ finished: true, complete: false });
});

test.each(persistent.filter(({ name }) => !/people|another kind|404/.test(name)))(
  'a list that $name once is whole all the same',
  async ({ fault }) => {
    let times = 0;
    const server = await replayDemo(({ path, query }) =>
      path === '/api/v1/events' && query.get('continue') === '40' && times++ === 0 ? fault : null,
    );
    const records = await captureReplayed(server, { retryFor: 3_000, logs: { which: 'none', tailLines: 1, limitBytes: 1 } });
    expect(times).toBeGreaterThan(1);
    expect(objectsOf(records)).toEqual(objectsOf(demoRecords));
    expect(rowsOf(records, 'events').find(({ group }) => group === '')).toMatchObject({ outcome: 'ok', items: 212 });
  },
);

test('a list whose place the server forgot begins again, and holds nothing twice', async () => {
  let times = 0;
  const gone = status(410, 'The provided continue parameter is too old', { reason: 'Expired' });
  const server = await replayDemo(({ path, query }) =>
    path === '/api/v1/events' && query.get('continue') === '100' && times++ === 0 ? gone : null,
  );
  const records = await captureReplayed(server);
  expect(times).toBe(2);
  expect(objectsOf(records)).toEqual(objectsOf(demoRecords));
  const forgetful = await replayDemo(({ path, query }) => (path === '/api/v1/events' && query.get('continue') === '100' ? gone : null));
  const partial = await captureReplayed(forgetful);
  expect(rowsOf(partial, 'events').find(({ group }) => group === '')).toMatchObject({ outcome: 'partial', items: 100, httpStatus: 410 });
});

test('Retry-After is waited for', async () => {
  const at: number[] = [];
  const server = await replayDemo(({ path }) => {
    if (path !== '/api/v1/secrets') return null;
    at.push(performance.now());
    return at.length === 1 ? { ...status(429, 'slow down'), headers: { 'retry-after': '1' } } : null;
  });
  const records = await captureReplayed(server, { retryFor: 5_000 });
  expect(rowsOf(records, 'secrets')).toMatchObject([{ outcome: 'ok' }]);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990);
});
