import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ofType } from '../../testing/tar.ts';
import { follow, followOptions } from '../testing/follow.ts';
import { answerStatus, eventText, listText, startScriptedServer } from '../testing/scripted-server.ts';
import { bookmark, isNamed, names, scripted, sends, THINGS, thing, things } from '../testing/scripted-things.ts';
import { watchSource } from './watch-source.ts';

test('what answers watches with something else every time is polled', async () => {
  const { following, asked } = await scripted({ lists: [things(10, thing('a', 5))], watches: [sends('[1]')] });
  await following.until('polling', () => following.standings.at(-1)?.state === 'polled');
  const watches = asked.filter(({ isWatch }) => isWatch).length;
  const lists = asked.filter(({ isWatch }) => !isWatch).length;
  expect(watches).toBe(3);
  await following.until('two more lists', () => asked.filter(({ isWatch }) => !isWatch).length >= lists + 2);
  expect(names(following)).toEqual(['a']);
});

test('a list that is begun again hands on what is there then, and what is gone since goes', async () => {
  const page = (...items: readonly unknown[]): string => listText({ kind: 'Thing', resourceVersion: '10', items, next: 'more' });
  const { following } = await scripted({
    lists: [page(thing('a', 5), thing('b', 6)), (response) => answerStatus(response, 410), things(20, thing('b', 15, { data: 'new' }))],
    watches: [sends(bookmark(21))],
  });
  await following.until('the second list', () => ofType(following.records, 'sync').length === 1);
  expect(names(following)).toEqual(['b']);
  expect(following.objects.of('/things').get('a/b')).toMatchObject({ data: 'new' });
  expect(ofType(following.records, 'resource').at(-1)).toMatchObject({ outcome: 'ok', items: 1 });
});

test('a list that broke off and is made again leaves nothing of what only the first one named', async () => {
  const { following } = await scripted({
    lists: [
      listText({ kind: 'Thing', resourceVersion: '10', items: [thing('a', 5)], next: 'more' }),
      (response) => answerStatus(response, 400, 'no such page'),
      things(20, thing('b', 6)),
    ],
    watches: [sends(bookmark(21))],
  });
  await following.until('the second list', () => ofType(following.records, 'sync').length === 1);
  expect(names(following)).toEqual(['b']);
  expect(ofType(following.records, 'resource').map(({ outcome }) => outcome)).toEqual(['partial', 'ok']);
});

test('a resource of which nothing can be listed is told so, and listed when it can be', async () => {
  const { following } = await scripted({
    lists: [(response) => answerStatus(response, 403, 'not for you'), things(10, thing('a', 5))],
    watches: [sends(bookmark(11))],
    resources: [{ ...THINGS, namespaced: false }],
  });
  await following.until('the refusal', () => following.standings.at(-1)?.state === 'denied');
  await following.until('the list', isNamed(following, 'a'));
  expect(ofType(following.records, 'resource').map(({ outcome }) => outcome)).toEqual(['denied', 'ok']);
  expect(following.standings.map(({ state }) => state)).toEqual(['listing', 'denied', 'synced']);
});

test('what is not followed for a while is partial and says since when; then it is whole again, without a list', async () => {
  const { following, asked } = await scripted({
    lists: [things(10, thing('a', 5))],
    watches: [
      (response): void => void response.write(bookmark(11), () => response.destroy()),
      (response): void => void response.destroy(),
      sends(eventText('ADDED', thing('b', 12))),
    ],
  });
  await following.until('the change', isNamed(following, 'a', 'b'));
  expect(following.standings.map(({ state }) => state)).toEqual(['listing', 'synced', 'stale', 'synced']);
  const rows = ofType(following.records, 'resource');
  expect(rows.map(({ outcome }) => outcome)).toEqual(['ok', 'partial', 'ok']);
  expect(rows[1]?.message).toMatch(/^not followed since \d{4}-\d\d-\d\dT.*: /);
  expect(asked.filter(({ isWatch }) => !isWatch)).toHaveLength(1);
});

test('a resource that knows no watch is listed now and then', async () => {
  const { following, asked } = await scripted({
    lists: [things(10, thing('a', 5)), things(20, thing('b', 15))],
    watches: [],
    resources: [{ ...THINGS, verbs: ['get', 'list'] }],
  });
  await following.until('the second list', isNamed(following, 'b'));
  expect(asked.some(({ isWatch }) => isWatch)).toBe(false);
  expect(following.standings.at(-1)).toMatchObject({ state: 'polled', message: 'it cannot be watched' });
});

test('a stop leaves no connection', async () => {
  const { following, connections } = await scripted({ lists: [things(10, thing('a', 5))], watches: [sends(bookmark(11))] });
  await following.until('the list', isNamed(following, 'a'));
  await sleep(50);
  expect(await connections()).toBe(1);
  await following.stop();
  await sleep(20);
  expect(await connections()).toBe(0);
});

test.each(['an abort', 'a taker who goes'])('%s leaves no connection', async (how) => {
  const { transport, connections } = await startScriptedServer({
    resources: () => [THINGS],
    answer: ({ isWatch }, response) => void (isWatch ? response.write(bookmark(11)) : response.end(things(10, thing('a', 5)))),
  });
  const controller = new AbortController();
  const read = async (): Promise<void> => {
    for await (const batch of watchSource(followOptions({ transport })).records({ signal: controller.signal })) {
      if (!batch.some(({ type }) => type === 'sync')) continue;
      await sleep(50);
      expect(await connections()).toBe(1);
      if (how === 'a taker who goes') return;
      controller.abort(new Error('enough'));
    }
  };
  if (how === 'an abort') await expect(read()).rejects.toThrow('enough');
  else await read();
  await sleep(20);
  expect(await connections()).toBe(0);
});

test('a stop before the first list has ended says so', async () => {
  const { following } = await scripted({
    lists: [(response): void => void response.write('{"kind":"ThingList",')],
    watches: [],
  });
  await following.until('the start', () => following.standings.length > 0);
  await sleep(50);
  await following.stop();
  expect(ofType(following.records, 'resource')).toMatchObject([{ resource: 'things', outcome: 'cancelled' }]);
  expect(following.records.at(-1)).toMatchObject({ type: 'end', finished: false, reason: 'the test is over' });
});

test('whoever takes slowly holds the server back: what waits is little', async () => {
  const body = 'x'.repeat(10_000);
  let sent = 0;
  const server = await startScriptedServer({
    resources: () => [THINGS],
    answer: async ({ isWatch }, response): Promise<void> => {
      if (!isWatch) return void response.end(things(10));
      for (; sent < 20_000 && !response.destroyed; sent += 20) {
        const events = Array.from({ length: 20 }, (_, index) => eventText('ADDED', thing(`t-${index}`, 11 + sent + index, { body })));
        response.write(events.join(''));
        while (response.writableNeedDrain && !response.destroyed) await sleep(1);
      }
    },
  });
  let isSlow = true;
  const following = follow({ transport: server.transport }, async () => {
    if (isSlow && ofType(following.records, 'object').length > 0) await sleep(300);
  });
  await following.until('the first changes', () => ofType(following.records, 'object').length > 0);
  await sleep(400);
  // 200 MB were to be sent; sockets hold some MB, a batch one.
  expect(sent).toBeLessThan(4_000);
  isSlow = false;
  await following.until('all of them', () => ofType(following.records, 'object').length === 20_000, 30_000);
});
