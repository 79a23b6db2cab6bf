import { expect, test } from 'vitest';
import { apiServerOf } from '../testing/api-server-of.ts';
import { replayDemo } from '../testing/demo.ts';
import { status } from '../testing/replay-answers.ts';
import type { Fault } from '../testing/replay-server.ts';
import { type Discovery, discover } from './discover.ts';

async function discovered(ofPath: string, newerForm: Fault | null): Promise<Discovery> {
  const server = await replayDemo(({ path, headers }) => (headers.accept?.includes('apidiscovery') && path === ofPath ? newerForm : null));
  return await discover(apiServerOf(server, { retryFor: 0 }));
}

function told({ resources, failures }: Discovery): unknown {
  return {
    resources: resources.map(({ group, version, resource }) => `${group}/${version}/${resource}`),
    failures: failures.map(({ group, version, failure }) => `${group}/${version} ${failure?.outcome}`),
  };
}

test.each<[string, Fault]>([
  ['406', status(406, 'only the older form')],
  ['500', status(500, 'an error on the server')],
  ['503', status(503, 'service unavailable')],
  ['what is no JSON', { status: 200, body: '<html>' }],
  ['nothing', 'refuse'],
])('where the newer form is answered with %s, the older one tells the same', async (_, fault) => {
  const newer = told(await discovered('/api', null));
  expect(told(await discovered('/api', fault))).toEqual(newer);
  expect(told(await discovered('/apis', fault))).toEqual(newer);
});

test('who is not known is told so', async () => {
  await expect(discovered('/api', status(401, 'Unauthorized'))).rejects.toMatchObject({ httpStatus: 401 });
});

test('a stop ends it', async () => {
  const stop = new AbortController();
  const server = await replayDemo(({ headers }) => {
    if (headers.accept?.includes('apidiscovery')) stop.abort(new Error('stopped'));
    return null;
  });
  await expect(discover(apiServerOf(server, { signal: stop.signal }))).rejects.toThrow('stopped');
});
