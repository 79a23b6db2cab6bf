/** Answers that are kept, and what is measured instead. */
import { buildSchema, GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import type { Api } from '../api/create-api.ts';
import type { Snapshot } from '../store/reader.ts';
import { createHandler, type HandlerOptions } from './handler.ts';

const echo: Api['execute'] = async (request) => ({ data: { echo: JSON.stringify(request.variables) } });

function handlerWith(options: Partial<HandlerOptions> & { readonly execute: Api['execute'] }) {
  const api = { schema: buildSchema('type Query { echo: String }'), execute: options.execute } as Api;
  const snapshot = {
    info: { id: 'abc', name: 'abc', finished: true, capturedTo: 0, objects: 1, userRules: [] },
    kinds: [],
  } as unknown as Snapshot;
  return createHandler({ api, snapshots: [snapshot], ...options });
}

function post(path: string, body: unknown, to: ReturnType<typeof handlerWith>): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return Promise.resolve(to.fetch(`http://127.0.0.1:4680${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

test('an answer is kept for whoever asks the same of the same snapshot', async () => {
  let runs = 0;
  const execute: Api['execute'] = async (request) => {
    runs += 1;
    return request.query === 'bad' ? { errors: [new GraphQLError('no')] } : echo(request);
  };
  const counted = handlerWith({ execute });
  const first = await (await post('/graphql', { query: '{ echo }', variables: { a: 1 } }, counted)).text();
  expect(await (await post('/graphql', { query: '{ echo }', variables: { a: 1 } }, counted)).text()).toBe(first);
  expect(runs).toBe(1);
  await post('/graphql', { query: '{ echo }', variables: { a: 2 } }, counted);
  await post('/graphql', { query: '{ echo }', variables: { a: 1 }, operationName: 'x' }, counted);
  await post('/snapshots/abc/graphql', { query: '{ echo }', variables: { a: 1 } }, counted);
  expect(runs).toBe(4);
  for (const _ of [1, 2]) await post('/graphql', { query: 'bad' }, counted);
  expect(runs).toBe(6);
  const none = handlerWith({ execute, answerCache: 0 });
  for (const _ of [1, 2]) await post('/graphql', { query: '{ echo }' }, none);
  expect(runs).toBe(8);
});

test('what a query cost is said where the request asks for it, measured anew each time', async () => {
  let runs = 0;
  const execute: Api['execute'] = async ({ cost }) => {
    runs += 1;
    return { data: { echo: 'answered' }, ...(cost ? { extensions: { cost: { rows: runs, bytes: 0, ms: 0 } } } : {}) };
  };
  const costly = handlerWith({ execute });
  const ask = async (extensions: unknown) => (await post('/graphql', { query: '{ echo }', extensions }, costly)).json();
  expect(await ask({ cost: true })).toEqual({ data: { echo: 'answered' }, extensions: { cost: { rows: 1, bytes: 0, ms: 0 } } });
  expect(await ask({ cost: true })).toMatchObject({ extensions: { cost: { rows: 2 } } });
  for (const extensions of [undefined, {}, { cost: 'yes' }]) expect(await ask(extensions)).toEqual({ data: { echo: 'answered' } });
  expect(runs).toBe(3);
});
