/** What the connections and the server do, and what becomes of one request, or of all. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { ClusterAccessError } from '../kubeconfig/access-error.ts';
import { reach } from '../kubeconfig/testing/ask.ts';
import { startServer } from '../kubeconfig/testing/server.ts';
import { apiServerOf } from '../testing/api-server-of.ts';
import { replayDemo } from '../testing/demo.ts';
import { narrowTransport } from '../testing/narrow-transport.ts';
import { status } from '../testing/replay-answers.ts';
import type { Fault } from '../testing/replay-server.ts';
import type { ApiServer } from './api-server.ts';
import type { Transport } from './exchange.ts';
import type { ApiFault } from './fault.ts';

const SLOW = '/apis/slow.example.com/v1';

test('a request that meets silence once is made again', async () => {
  let times = 0;
  const server = await replayDemo(({ path }) => (path === '/api' && times++ === 0 ? 'hang' : null));
  expect(await apiServerOf(server, { requestTimeout: 300, retryFor: 300 }).json({ path: '/api' })).toMatchObject({ kind: 'APIVersions' });
});

const long = Array.from({ length: 50_000 }, () => Math.random().toString(36)).join('');

test.each<[string, Fault | null, (api: ApiServer) => Promise<unknown>]>([
  ['a version that tells that the server is there', 'refuse', (api) => api.json({ path: SLOW })],
  ['a refusal of any size', status(403, long), (api) => api.json({ path: SLOW })],
  ['one of which more came than is wanted', { status: 200, body: long }, (api) => api.read({ path: SLOW }, ({ body }) => firstOf(body))],
  ['one that nobody reads', { status: 200, body: 'short' }, (api) => api.read({ path: SLOW }, async () => undefined)],
])('no answer keeps its connection: %s', async (_, answer, ask) => {
  const server = await replayDemo(({ path }) => (path === SLOW ? answer : null));
  const lost: ApiFault[] = [];
  const settings = { concurrency: 1, retryFor: 0, onLost: (fault: ApiFault) => lost.push(fault) };
  const api = apiServerOf({ transport: narrowTransport(server, 1) }, settings);
  await ask(api).catch(() => undefined);
  expect(await api.json({ path: '/api' })).toMatchObject({ kind: 'APIVersions' });
  expect(lost).toEqual([]);
});

async function firstOf(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of body) break;
}

test('a connection is used again when its answer was read', async () => {
  const server = await replayDemo();
  const sockets = new Set<unknown>();
  const narrow = narrowTransport(server, 1);
  const transport: Transport = {
    request: async (options) => (await narrow.request(options)).on('socket', (socket) => sockets.add(socket)),
  };
  const api = apiServerOf({ transport });
  for (const path of ['/api', '/openapi/v3/api/v1', '/version']) await api.json({ path });
  expect(sockets.size).toBe(1);
});

test('whether the server is there at all is asked once, in its turn, however many wonder', async () => {
  const server = await replayDemo(({ path }) => (path.startsWith(SLOW) ? 'refuse' : null));
  const api = apiServerOf(server, { concurrency: 2, retryFor: 0 });
  const wondering = ['a', 'b', 'c', 'd'].map((name) => api.json({ path: `${SLOW}/${name}` }).catch(() => null));
  await Promise.all(wondering);
  expect(server.asked.filter(({ path }) => path === '/version').length).toBeLessThanOrEqual(2);
  expect(server.mostAtOnce).toBeLessThanOrEqual(2);
});

test('a server that is gone is told once, and not asked any more', async () => {
  const server = await replayDemo();
  const lost: ApiFault[] = [];
  let requests = 0;
  const transport: Transport = {
    request: async (options) => {
      requests++;
      return await server.transport.request(options);
    },
  };
  const api = apiServerOf({ transport }, { retryFor: 0, onLost: (fault) => lost.push(fault) });
  await api.json({ path: '/api' });
  await server.close();
  await expect(api.json({ path: '/api' })).rejects.toMatchObject({ unreachable: true });
  const before = requests;
  await expect(api.json({ path: '/api' })).rejects.toBe(lost[0]);
  expect([requests, lost.length]).toEqual([before, 1]);
});

test('where nobody ever answered, nobody is waited for long; where someone did, as long as was asked for', async () => {
  const server = await replayDemo();
  const stop = new AbortController();
  const heard = apiServerOf(server, { retryFor: 30_000, signal: stop.signal });
  await heard.json({ path: '/api' });
  await server.close();
  const waiting = expect(heard.json({ path: '/api' })).rejects.toThrow('stopped');
  const begun = performance.now();
  await expect(apiServerOf(server, { retryFor: 30_000 }).json({ path: '/version' })).rejects.toMatchObject({ connection: 'absent' });
  expect(performance.now() - begun).toBeLessThan(9_000);
  stop.abort(new Error('stopped'));
  await waiting;
}, 20_000);

test('a certificate that does not fit, or what speaks no TLS, is told at once', async () => {
  const { port } = await startServer();
  const plain = await startServer({ tls: false });
  const told = async (content: Parameters<typeof reach>[0]): Promise<unknown> =>
    await apiServerOf(await reach(content), { requestTimeout: 5_000, retryFor: 30_000 })
      .json({ path: '/version' })
      .catch((error) => error);
  const begun = performance.now();
  expect(await told({ server: `https://127.0.0.1:${port}`, cluster: {} })).toMatchObject({ connection: 'certificate' });
  expect(await told({ server: `https://127.0.0.1:${port}`, cluster: { 'tls-server-name': 'other.example' } })).toMatchObject({
    connection: 'certificate',
  });
  expect(await told({ server: `https://127.0.0.1:${plain.port}` })).toMatchObject({
    unreachable: true,
    retryable: false,
    message: 'the TLS handshake failed: wrong version number',
  });
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('the wait for credentials is no silence of the server, but ends with the capture', async () => {
  const server = await replayDemo();
  const lost: ApiFault[] = [];
  const stop = new AbortController();
  let wait: Promise<unknown> = new Promise((resolve) => setTimeout(resolve, 1_000));
  const transport: Transport = {
    request: async (options) => {
      const aborted = new Promise((_, reject) => options.signal.addEventListener('abort', () => reject(options.signal.reason)));
      await Promise.race([wait, aborted]);
      return await server.transport.request(options);
    },
  };
  const settings = { requestTimeout: 300, retryFor: 300, signal: stop.signal, onLost: (fault: ApiFault) => lost.push(fault) };
  const api = apiServerOf({ transport }, settings);
  expect(await api.json({ path: '/api' })).toMatchObject({ kind: 'APIVersions' });
  wait = Promise.reject(new ClusterAccessError('CREDENTIALS', 'The plugin said no.'));
  await expect(api.json({ path: '/api' })).rejects.toMatchObject({ outcome: 'denied', unreachable: false, message: 'The plugin said no.' });
  wait = Promise.reject(new Error('connect ECONNREFUSED'));
  await expect(api.json({ path: '/api' })).rejects.toMatchObject({ outcome: 'failed', unreachable: false });
  wait = new Promise(() => undefined);
  const waiting = expect(api.json({ path: '/api' })).rejects.toThrow('stopped');
  setTimeout(() => stop.abort(new Error('stopped')), 50);
  await waiting;
  expect(lost).toEqual([]);
});

test('an answer that would fill the memory is given up', async () => {
  const large = { status: 200, body: Buffer.alloc(65 << 20, ' ') };
  const server = await replayDemo(({ path }) => (path === '/api' ? large : null));
  await expect(apiServerOf(server, { requestTimeout: 10_000 }).json({ path: '/api' })).rejects.toMatchObject({
    outcome: 'failed',
    message: '/api has more than 67108864 bytes',
  });
});

test('what is no JSON is said to be none', async () => {
  const page = { status: 200, body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } };
  const server = await replayDemo(({ path }) => (path === '/api' ? page : null));
  await expect(apiServerOf(server).json({ path: '/api' })).rejects.toThrow('/api answered with something that is no JSON (text/html)');
});

test('a refusal that stops in its middle is one all the same', async () => {
  const refusing = createServer((_, response) => void response.writeHead(403, 'Forbidden', { 'content-length': '100' }).write('{'));
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    refusing.closeAllConnections();
    refusing.close();
  });
  const connection = await reach({ server: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`, cluster: {} });
  await expect(apiServerOf(connection).json({ path: '/api' })).rejects.toMatchObject({ outcome: 'denied', httpStatus: 403 });
});

test('many requests at once are no leak', async () => {
  const warnings: Error[] = [];
  const warned = (warning: Error): void => void warnings.push(warning);
  process.on('warning', warned);
  onTestFinished(() => void process.off('warning', warned));
  const server = await replayDemo();
  const api = apiServerOf(server, { concurrency: 32 });
  await Promise.all(Array.from({ length: 32 }, () => api.json({ path: '/api' })));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(warnings).toEqual([]);
});
