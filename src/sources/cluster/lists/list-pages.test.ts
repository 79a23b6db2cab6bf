/** Lists that change, lose their place or never end while they are read. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/tar.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import type { ApiServer, Question } from '../http/api-server.ts';
import type { Answer } from '../http/exchange.ts';
import { ApiFault } from '../http/fault.ts';
import { type ListEnd, listPages } from './list-pages.ts';

const resource: ApiResource = {
  group: '',
  version: 'v1',
  resource: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
  singular: 'configmap',
  shortNames: [],
  categories: [],
  verbs: ['list'],
};

const gone = new ApiFault({ outcome: 'failed', httpStatus: 410, message: 'too old' });
const cut = new ApiFault({ outcome: 'failed', message: 'connection cut', retryable: true });

/** What a page answers: the names of its items and the next token; an error instead, or behind the list's own fields. */
type Reply = { readonly names: string; readonly next?: string } | { readonly error: ApiFault; readonly next?: string };

/** Each token's replies, one after the other; the last one stays. Those that are retried come at once. */
function serverOf(replies: Readonly<Record<string, readonly Reply[]>>): { readonly server: ApiServer; readonly asked: string[] } {
  const asked: string[] = [];
  const body = async function* (reply: Reply): AsyncGenerator<Uint8Array> {
    const metadata = `{"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7","continue":"${reply.next ?? ''}"},"items":[`;
    yield Buffer.from(metadata);
    if ('error' in reply) throw reply.error;
    const items = reply.names.split(' ').map((name) => `{"metadata":{"name":"${name}","namespace":"n","uid":"u-${name}"}}`);
    yield Buffer.from(`${items.join(',')}]}`);
  };
  const read = async <Result>({ path }: Question, take: (answer: Answer) => Promise<Result>): Promise<Result> => {
    const token = new URL(path, 'http://x').searchParams.get('continue') ?? '';
    for (;;) {
      const turn = asked.filter((one) => one === token).length;
      asked.push(token);
      const all = replies[token] ?? [];
      const reply = all[Math.min(turn, all.length - 1)];
      if (reply === undefined) throw new Error(`nobody may ask for "${token}"`);
      try {
        if ('error' in reply && reply.next === undefined) throw reply.error;
        return await take({ contentType: 'application/json', body: body(reply) });
      } catch (error) {
        if (!(error instanceof ApiFault) || !error.retryable || turn > 3) throw error;
      }
    }
  };
  return { server: { read } as unknown as ApiServer, asked };
}

async function listed(replies: Readonly<Record<string, readonly Reply[]>>): Promise<{ names: string; end: ListEnd; asked: string[] }> {
  const { server, asked } = serverOf(replies);
  const folder = await temporaryFolder();
  const names: string[] = [];
  let files = 0;
  const end = await listPages({
    server,
    resource,
    namespace: null,
    labelSelector: undefined,
    pageSize: 2,
    temporaryPath: () => join(folder, String(files++)),
    take: async (items) => void names.push(...items.map((item) => JSON.parse(Buffer.from(item).toString()).metadata.name)),
  });
  return { names: names.join(' '), end, asked };
}

test('pages one after the other', async () => {
  const { names, end } = await listed({ '': [{ names: 'a b', next: '1' }], '1': [{ names: 'c d', next: '2' }], '2': [{ names: 'e' }] });
  expect([names, end]).toEqual(['a b c d e', { items: 5, resourceVersion: '7', error: null, faults: [] }]);
});

test('a first page that is asked for again may say another next one: that is taken', async () => {
  const { names, end } = await listed({
    '': [
      { error: cut, next: 'old' },
      { names: 'a aa', next: 'new' },
    ],
    old: [{ names: 'c d' }],
    new: [{ names: 'b c' }],
  });
  expect([names, end.error, end.items]).toEqual(['a aa b c', null, 4]);
});

test('after a place that was forgotten all objects of the new list are there, and none twice', async () => {
  const { names, end } = await listed({
    '': [
      { names: 'b d', next: '1' },
      { names: 'a b', next: '2' },
    ],
    '1': [{ error: gone }],
    '2': [{ names: 'c d', next: '3' }],
    '3': [{ names: 'e' }],
  });
  expect([names, end.error, end.items]).toEqual(['b d a c e', null, 5]);
});

test('an order that is none doubles nothing', async () => {
  const { names } = await listed({
    '': [
      { names: 'c a', next: '1' },
      { names: 'b c', next: '2' },
    ],
    '1': [{ error: gone }],
    '2': [{ names: 'a d' }],
  });
  expect(names).toBe('c a b d');
});

test('a place that is forgotten again and again ends the list with what came', async () => {
  const { names, end, asked } = await listed({ '': [{ names: 'a', next: '1' }], '1': [{ error: gone }] });
  expect([names, end.error]).toEqual(['a', gone]);
  expect(asked.length).toBeLessThan(20);
});

test.each([
  ['the same', { '': [{ names: 'a', next: '1' }], '1': [{ names: 'b', next: '1' }] }],
  ['two in turn', { '': [{ names: 'a', next: '1' }], '1': [{ names: 'b', next: '2' }], '2': [{ names: 'c', next: '1' }] }],
])('pages that lead back to where they were end the list: %s', async (_, replies) => {
  const { names, end, asked } = await listed(replies);
  expect(end.error).toMatchObject({ outcome: 'failed', message: expect.stringContaining('again and again') });
  expect(new Set(names.split(' ')).size).toBe(names.split(' ').length);
  expect(asked.length).toBeLessThan(6);
});

test('of a page that never comes whole and the one behind it nothing is lost or doubled', async () => {
  const { names, end } = await listed({
    '': [{ names: 'a b', next: '1' }],
    '1': [{ error: cut, next: '2' }],
    '2': [{ names: 'b e' }],
  });
  expect([names, end.error]).toEqual(['a b e', cut]);
});

test('lists that say their fields last, as those of custom resources, are known by name and namespace too', async () => {
  const item = (name: string): string =>
    `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"labels":{"name":"x"},"name":"${name}","namespace":"n"}}`;
  const { HandedKeys } = await import('./handed-keys.ts');
  const handed = new HandedKeys();
  handed.add([Buffer.from(item('a')), Buffer.from('{"kind":"C","apiVersion":"v1","metadata":{"name":"b","namespace":"n","uid":"1"}}')]);
  expect(['a', 'b', 'c'].map((name) => handed.has(Buffer.from(item(name))))).toEqual([true, true, false]);
});
