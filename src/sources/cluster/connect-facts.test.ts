import { expect, test } from 'vitest';
import { askFacts, type ClusterFacts } from './connect-facts.ts';
import { apiServerOf } from './testing/api-server-of.ts';
import { demoData, replayDemo } from './testing/demo.ts';
import { status } from './testing/replay-answers.ts';
import type { Fault } from './testing/replay-server.ts';

const REVIEW = '/selfsubjectreviews';
const SYSTEM = '/namespaces/kube-system';

async function factsWith(end: string, fault: Fault): Promise<ClusterFacts> {
  return await askFacts(apiServerOf(await replayDemo(({ path }) => (path.endsWith(end) ? fault : null)), { retryFor: 0 }));
}

test.each<[string, Fault]>([
  ['denied', status(403, 'forbidden')],
  ['cut', 'refuse'],
  ['met with silence', 'hang'],
  ['answered with an error', status(500, 'etcdserver: leader changed')],
  ['answered with what is no JSON', { status: 200, body: '<html>' }],
])('what a capture can do without may be %s', async (_, fault) => {
  const whole = await factsWith('/none', 'hang');
  expect(whole).toEqual({ serverVersion: demoData.version, id: expect.stringMatching(/^[0-9a-f-]{36}$/), user: 'replay' });
  expect(await factsWith(REVIEW, fault)).toEqual({ serverVersion: whole.serverVersion, id: whole.id });
  expect(await factsWith(SYSTEM, fault)).toEqual({ serverVersion: whole.serverVersion, user: 'replay' });
});

test('who is not known at all is told so', async () => {
  for (const path of ['/version', REVIEW, SYSTEM]) {
    await expect(factsWith(path, status(401, 'Unauthorized'))).rejects.toMatchObject({ httpStatus: 401 });
  }
});

test('a version may be kept secret, but a server that says nothing is none', async () => {
  expect(await factsWith('/version', status(403, 'forbidden'))).toEqual({ id: expect.any(String), user: 'replay' });
  await expect(factsWith('/version', 'refuse')).rejects.toMatchObject({ unreachable: true });
  await expect(factsWith('/version', { status: 200, body: '<html>' })).rejects.toThrow('no JSON');
});
