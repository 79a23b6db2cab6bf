import { rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { ask, connected, reach } from './testing/ask.ts';
import { temporaryFolder } from './testing/folder.ts';
import { oneContext } from './testing/kubeconfig-file.ts';
import { pem } from './testing/pem.ts';
import { startServer } from './testing/server.ts';

test('a token, below the prefix of the server, over one connection', async () => {
  const { port, arrivals } = await startServer();
  const connection = await reach({
    server: `https://127.0.0.1:${port}/k8s/clusters/c-xyz/`,
    user: { token: 'secret\n' },
    namespace: 'shop',
  });
  expect(connection.identity).toEqual({
    context: 'here',
    cluster: 'cluster',
    server: `https://127.0.0.1:${port}/k8s/clusters/c-xyz/`,
    user: 'jane',
    namespace: 'shop',
  });
  expect(await ask(connection, { path: '/api/v1/pods?limit=1', headers: { accept: 'a/b' } })).toEqual({ status: 200, body: '{"count":1}' });
  await ask(connection);
  expect(arrivals).toMatchObject([
    {
      method: 'GET',
      url: '/k8s/clusters/c-xyz/api/v1/pods?limit=1',
      headers: { authorization: 'Bearer secret', accept: 'a/b', host: `127.0.0.1:${port}`, 'user-agent': 'snapgraph' },
      connection: 0,
    },
    { url: '/k8s/clusters/c-xyz/version', connection: 0 },
  ]);
});

test('disable-compression is the last word on how answers are packed', async () => {
  const { port, arrivals } = await startServer();
  const server = `https://127.0.0.1:${port}`;
  const headers = { 'accept-encoding': 'gzip' };
  await ask(await reach({ server, user: { token: 'a' } }), { headers });
  await ask(await reach({ server, user: { token: 'a' }, cluster: { 'insecure-skip-tls-verify': true, 'disable-compression': true } }), {
    headers,
  });
  expect(arrivals.map((arrival) => arrival.headers['accept-encoding'])).toEqual(['gzip', 'identity']);
});

test('a name and a password, also one that is not ASCII, and without a password', async () => {
  const { port, arrivals } = await startServer();
  await ask(await reach({ server: `https://127.0.0.1:${port}`, user: { username: 'jane', password: 'pä:ss' } }));
  await ask(await reach({ server: `https://127.0.0.1:${port}`, user: { username: 'jane' } }));
  const sent = arrivals.map(({ headers }) => Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString());
  expect(sent).toEqual(['jane:pä:ss', 'jane:']);
});

test('whom to impersonate, from the kubeconfig and from flags', async () => {
  const { port, arrivals } = await startServer();
  const user = {
    token: 'a',
    as: 'jörg',
    'as-uid': '7',
    'as-groups': ['a', 'b'],
    'as-user-extra': { 'acme.com/Grund': ['x', 'ÿ'], acme: [] },
  };
  await ask(await reach({ server: `https://127.0.0.1:${port}`, user }));
  const sent = arrivals[0]?.rawHeaders ?? [];
  const impersonated = sent.flatMap((name, index) =>
    index % 2 === 0 && name.startsWith('Impersonate') ? [`${name}: ${utf8(sent[index + 1])}`] : [],
  );
  expect(impersonated).toEqual([
    'Impersonate-User: jörg',
    'Impersonate-Uid: 7',
    'Impersonate-Group: a',
    'Impersonate-Group: b',
    'Impersonate-Extra-acme.com%2FGrund: x',
    'Impersonate-Extra-acme.com%2FGrund: ÿ',
  ]);
  await ask(await reach({ server: `https://127.0.0.1:${port}`, user: { token: 'a' } }, { as: 'flag', asGroups: ['g'] }));
  expect(arrivals[1]?.headers).toMatchObject({ 'impersonate-user': 'flag', 'impersonate-group': 'g' });
  await expect(reach({ server: `https://127.0.0.1:${port}`, user: {} }, { as: 'a\nX-Remote-User: root' })).rejects.toThrow(
    'holds a line break',
  );
});

function utf8(header: string | undefined): string {
  return Buffer.from(header ?? '', 'latin1').toString('utf8');
}

test('a server without TLS gets no credentials, but whom to impersonate', async () => {
  const { port, arrivals } = await startServer({ tls: false });
  for (const server of [`http://127.0.0.1:${port}/`, `127.0.0.1:${port}`]) {
    await ask(await reach({ server, cluster: {}, user: { token: 'secret', as: 'me' } }));
  }
  expect(arrivals).toMatchObject(Array(2).fill({ url: '/version', headers: { 'impersonate-user': 'me' } }));
  expect(arrivals.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
  const plain = await connected({ server: `http://127.0.0.1:${port}` });
  expect(await ask(plain)).toMatchObject({ status: 200 });
});

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));

test.runIf(hasIpv6)('an address of IPv6', async () => {
  const { port, arrivals } = await startServer({ host: '::1' });
  await ask(await reach({ server: `https://[::1]:${port}`, user: { token: 'a' } }));
  expect(arrivals).toMatchObject([{ headers: { host: `[::1]:${port}` } }]);
});

test('as many connections at once as are asked for', async () => {
  const { port, arrivals } = await startServer();
  const connection = await reach({ server: `https://127.0.0.1:${port}` }, { maxSockets: 3 });
  await Promise.all(Array.from({ length: 12 }, () => ask(connection)));
  expect(arrivals).toHaveLength(12);
  expect(Math.max(...arrivals.map(({ connection: number }) => number))).toBe(2);
});

test('an abort ends a request, before it is made and after', async () => {
  const { port, server } = await startServer();
  const connection = await reach({ server: `https://127.0.0.1:${port}` });
  await expect(ask(connection, { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  server.removeAllListeners('request');
  const controller = new AbortController();
  server.once('request', () => controller.abort());
  await expect(ask(connection, { signal: controller.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

test('an abort ends a request that waits for a connection, too', async () => {
  const { port, server } = await startServer();
  const connection = await reach({ server: `https://127.0.0.1:${port}` }, { maxSockets: 1 });
  server.removeAllListeners('request');
  const [first, second] = [new AbortController(), new AbortController()];
  const busy = expect(ask(connection, { signal: first.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
  const waiting = expect(ask(connection, { signal: second.signal })).rejects.toMatchObject({ code: 'ABORT_ERR' });
  server.once('request', () => second.abort());
  await waiting;
  first.abort();
  await busy;
});

test('closed connections keep nothing open', async () => {
  const { port, server } = await startServer();
  const connection = await reach({ server: `https://127.0.0.1:${port}` });
  await ask(connection);
  const gone = new Promise((resolve) => server.close(resolve));
  connection.close();
  await gone;
});

test('a token that is renewed in its file is sent from then on, the last one while there is no file', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  const tokenFile = folder.write('token', ' one\n');
  const user = { tokenFile: 'token', token: 'beside' };
  const kubeconfig = folder.write('config', oneContext({ server: `https://127.0.0.1:${port}`, user }));
  const connection = await connected({ kubeconfig });
  await ask(connection);
  writeFileSync(tokenFile, 'two\r\n');
  await ask(connection);
  writeFileSync(tokenFile, '');
  await ask(connection);
  expect(arrivals.map(({ headers }) => headers.authorization)).toEqual(['Bearer one', 'Bearer two', 'Bearer two']);
  const absent = { server: `https://127.0.0.1:${port}`, user: { tokenFile: 'absent' } };
  await expect(reach(absent)).rejects.toThrow(
    /^The file \/.*\/absent, the tokenFile of the user "jane" \(\/.*\/config\), does not exist\.$/,
  );
  await ask(await reach({ ...absent, user: { tokenFile: 'absent', token: 'beside' } }));
  expect(arrivals.at(-1)?.headers.authorization).toBe('Bearer beside');
});

test('a token that the server has refused is not sent again for want of a file', async () => {
  const { port } = await startServer({ status: () => 401 });
  const folder = temporaryFolder();
  const tokenFile = folder.write('token', 'over');
  const kubeconfig = folder.write('config', oneContext({ server: `https://127.0.0.1:${port}`, user: { tokenFile } }));
  const connection = await connected({ kubeconfig });
  expect(await ask(connection)).toMatchObject({ status: 401 });
  rmSync(tokenFile);
  await expect(ask(connection)).rejects.toThrow('does not exist');
});

test('in a pod, the token of its ServiceAccount', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  folder.write('token', 'pod-token');
  folder.write('ca.crt', pem('authority.pem'));
  const environment = { KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: String(port) };
  const connection = await connected({ environment, serviceAccountFolder: folder.path });
  await ask(connection);
  expect(connection.identity).toMatchObject({ context: null, cluster: 'in-cluster' });
  expect(arrivals).toMatchObject([{ headers: { authorization: 'Bearer pod-token' } }]);
});
