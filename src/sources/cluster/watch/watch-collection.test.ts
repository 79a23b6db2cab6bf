/** What a watch may bring, byte by byte, and what the records make of it. */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ofType } from '../../testing/tar.ts';
import { answerStatus, eventText } from '../testing/scripted-server.ts';
import { bookmark, isNamed, names, scripted, sends, thing, things } from '../testing/scripted-things.ts';

test('a list, a sync, then changes as they happen, each object with its own bytes', async () => {
  const added = eventText('ADDED', thing('b', 11)).replace('"v1"', '"v1","number":12345678901234567890');
  const { following, asked } = await scripted({
    lists: [things(10, thing('a', 5), thing('gone', 6))],
    watches: [sends(added, eventText('MODIFIED', thing('a', 12, { data: 'new' })), eventText('DELETED', thing('gone', 13)))],
  });
  await following.until('all is told', isNamed(following, 'a', 'b'));
  expect(following.records.map(({ type }) => type).filter((type) => type !== 'document')).toEqual([
    'snapshot',
    'object',
    'object',
    'sync',
    'resource',
    'object',
    'object',
    'object',
  ]);
  expect(ofType(following.records, 'object').map(({ operation }) => operation)).toEqual([
    'present',
    'present',
    'modified',
    'modified',
    'deleted',
  ]);
  expect(following.objects.all.get('/things a/b')).toContain('12345678901234567890');
  expect(following.objects.of('/things').get('a/a')).toMatchObject({ data: 'new' });
  expect(ofType(following.records, 'resource')).toMatchObject([{ resource: 'things', outcome: 'ok', resourceVersion: '10' }]);
  expect(asked.at(-1)?.query.get('resourceVersion')).toBe('10');
  expect(asked.at(-1)?.query.get('allowWatchBookmarks')).toBe('true');
  await following.stop();
  expect(following.records.at(-1)).toMatchObject({ type: 'end', finished: true });
});

test('characters and lines may be cut anywhere', async () => {
  const bytes = Buffer.from(eventText('MODIFIED', thing('a', 11, { text: 'ü€😀"\\\n\u2028' })) + bookmark(12));
  const { following } = await scripted({
    lists: [things(10, thing('a', 5))],
    watches: [
      async (response): Promise<void> => {
        for (const byte of bytes) {
          response.write(Buffer.of(byte));
          await sleep(0);
        }
      },
    ],
  });
  await following.until('the change', () => following.objects.all.get('/things a/a')?.includes('text') === true);
  expect(following.objects.of('/things').get('a/a')).toMatchObject({ text: 'ü€😀"\\\n\u2028' });
});

test('a watch that is cut in the middle of a line is resumed behind the last whole one', async () => {
  const { following, asked } = await scripted({
    lists: [things(10, thing('a', 5))],
    watches: [
      (response): void => {
        response.write(eventText('ADDED', thing('b', 11)) + eventText('ADDED', thing('c', 12)).slice(0, 40), () => response.destroy());
      },
      sends(eventText('ADDED', thing('c', 12))),
    ],
  });
  await following.until('both', isNamed(following, 'a', 'b', 'c'));
  expect(asked.filter(({ isWatch }) => isWatch).map(({ query }) => query.get('resourceVersion'))).toEqual(['10', '11']);
  expect(asked.filter(({ isWatch }) => !isWatch)).toHaveLength(1);
  expect(following.standings.some(({ state }) => state === 'stale')).toBe(false);
});

test('a watch that ends in order, in the middle of a line too, is resumed from the last bookmark', async () => {
  const { following, asked } = await scripted({
    lists: [things(10)],
    watches: [
      (response) => void response.end(bookmark(20)),
      (response) => void response.end(bookmark(30) + bookmark(40).slice(0, 30)),
      sends(eventText('ADDED', thing('a', 31))),
    ],
  });
  await following.until('the object', isNamed(following, 'a'));
  expect(asked.filter(({ isWatch }) => isWatch).map(({ query }) => query.get('resourceVersion'))).toEqual(['10', '20', '30']);
  expect(asked.filter(({ isWatch }) => !isWatch)).toHaveLength(1);
  expect(ofType(following.records, 'sync')).toHaveLength(1);
});

const GONE = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' };

test.each<[string, (response: ServerResponse) => void]>([
  ['an ERROR event 410', sends(eventText('ERROR', GONE))],
  ['an answer 410', (response) => answerStatus(response, 410)],
  ['an ERROR event of another kind', sends(eventText('ERROR', { kind: 'Status', code: 500, message: 'etcd is away' }))],
  ['an ERROR event without a Status', sends('{"type":"ERROR","object":null}\n')],
  ['an answer 503', (response) => answerStatus(response, 503)],
  ['an event without a type', sends('{"object":{}}\n')],
  ['a type of the wrong type', sends('{"type":1,"object":{"metadata":{"name":"x"}}}\n')],
  ['an object of the wrong type', sends('{"type":"ADDED","object":[1]}\n')],
  ['metadata of the wrong type', sends('{"type":"ADDED","object":{"metadata":7}}\n')],
  ['a name of the wrong type', sends('{"type":"ADDED","object":{"metadata":{"name":{}}}}\n')],
  ['a list where events belong', sends(things(11, thing('x', 1)))],
  ['no JSON', sends('<html>please log in</html>')],
  ['another encoding', sends(Buffer.from(eventText('ADDED', thing('x', 1)), 'utf16le'))],
  ['an event that is too deep', sends(`{"type":"ADDED","object":{"a":${'['.repeat(600)}${']'.repeat(600)}}}\n`)],
])('%s: it is listed again, and what is gone meanwhile goes', async (_, watch) => {
  const { following, asked } = await scripted({
    lists: [things(10, thing('a', 5), thing('b', 6)), things(20, thing('b', 15), thing('c', 16)), things(30)],
    watches: [watch, sends(eventText('ADDED', thing('d', 21)))],
  });
  await following.until('the second list and its watch', isNamed(following, 'b', 'c', 'd'));
  expect(asked.filter(({ isWatch }) => isWatch).map(({ query }) => query.get('resourceVersion'))).toEqual(['10', '20']);
  expect(ofType(following.records, 'sync').map(({ resourceVersion }) => resourceVersion)).toEqual(['10', '20']);
  expect(following.standings.at(-1)).toMatchObject({ state: 'synced' });
  expect(ofType(following.records, 'resource').at(-1)).toMatchObject({ outcome: 'ok' });
});

test('an event larger than any object is not held: it is listed again', async () => {
  const { following } = await scripted({
    lists: [things(10, thing('a', 5)), things(20)],
    watches: [
      async (response): Promise<void> => {
        response.write('{"type":"ADDED","object":{"metadata":{"name":"x"},"data":"');
        for (let mebibytes = 0; mebibytes < 20 && !response.destroyed; mebibytes++)
          await new Promise((resolve) => response.write('x'.repeat(2 ** 20), resolve));
        response.write('"}}\n');
      },
      sends(bookmark(21)),
    ],
  });
  await following.until('the second list', () => ofType(following.records, 'sync').length === 2);
  expect(names(following)).toEqual([]);
});
