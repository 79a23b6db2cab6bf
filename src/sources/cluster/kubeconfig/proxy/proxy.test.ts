import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { ask, reach } from '../testing/ask.ts';
import { pemPath } from '../testing/pem.ts';
import { startProxy, startSocks } from '../testing/proxy.ts';
import { startServer } from '../testing/server.ts';

const trusted = { 'certificate-authority': pemPath('authority.pem') };
const hasIpv6 = Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ address }) => address === '::1'));

test('through the tunnel of the proxy-url, kept alive, with SNI and all', async () => {
  const { port, arrivals } = await startServer();
  const proxy = await startProxy();
  const cluster = { ...trusted, 'proxy-url': `http://me:p%40ss@127.0.0.1:${proxy.port}` };
  const connection = await reach({ server: `https://cluster.example:${port}/prefix`, cluster, user: { token: 'a' } });
  expect(await ask(connection)).toMatchObject({ status: 200 });
  await ask(connection);
  expect(proxy.asked).toEqual([`CONNECT cluster.example:${port}Basic ${Buffer.from('me:p@ss').toString('base64')}`]);
  expect(arrivals).toMatchObject([
    {
      url: '/prefix/version',
      servername: 'cluster.example',
      headers: { authorization: 'Bearer a', host: `cluster.example:${port}` },
      connection: 0,
    },
    { connection: 0 },
  ]);
  expect(arrivals[0]?.headers['proxy-authorization']).toBeUndefined();
});

test('the certificate behind a tunnel is checked for the name of the server, and of the kubeconfig', async () => {
  const { port } = await startServer();
  const proxy = await startProxy();
  const by = (host: string, more: object = {}): Promise<unknown> =>
    reach({ server: `https://${host}:${port}`, cluster: { ...trusted, 'proxy-url': `http://localhost:${proxy.port}`, ...more } }).then(ask);
  await by('127.0.0.1');
  await by('127.0.0.1', { 'tls-server-name': 'cluster.example' });
  await expect(by('127.0.0.1', { 'tls-server-name': 'other.example' })).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  await expect(by('127.0.0.1', { 'certificate-authority': pemPath('stranger.pem') })).rejects.toMatchObject({
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  });
});

test('through a proxy that speaks TLS itself', async () => {
  const { port, arrivals } = await startServer();
  const proxy = await startProxy({ tls: true });
  const through = (name: string): object => ({ ...trusted, 'proxy-url': `https://${name}:${proxy.port}` });
  await ask(await reach({ server: `https://cluster.example:${port}`, cluster: through('localhost') }));
  expect(arrivals).toHaveLength(1);
  const stranger = { 'insecure-skip-tls-verify': true, 'proxy-url': `https://localhost:${proxy.port}` };
  await ask(await reach({ server: `https://cluster.example:${port}`, cluster: stranger }));
  expect(arrivals).toHaveLength(2);
  const unknown = { 'certificate-authority': pemPath('stranger.pem'), 'proxy-url': `https://localhost:${proxy.port}` };
  await expect(reach({ server: `https://cluster.example:${port}`, cluster: unknown }).then(ask)).rejects.toThrow(
    `the proxy https://localhost:${proxy.port} gave no way through: unable to verify the first certificate`,
  );
});

test.runIf(hasIpv6)('to an address of IPv6 through a tunnel', async () => {
  const { port } = await startServer({ host: '::1' });
  const proxy = await startProxy();
  await ask(await reach({ server: `https://[::1]:${port}`, cluster: { ...trusted, 'proxy-url': `http://127.0.0.1:${proxy.port}` } }));
  expect(proxy.asked).toEqual([`CONNECT [::1]:${port}`]);
});

test('a proxy that refuses, or is not there, is named without its password', async () => {
  const proxy = await startProxy({ refuse: '407 Proxy Authentication Required' });
  const by = (port: number): Promise<unknown> =>
    reach({ server: 'https://cluster.example:1', cluster: { ...trusted, 'proxy-url': `http://me:secret@127.0.0.1:${port}` } }).then(ask);
  const named = `the proxy http://127.0.0.1:${proxy.port} gave no way through: it answered 407 Proxy Authentication Required`;
  await expect(by(proxy.port)).rejects.toMatchObject({ message: named, code: 'ERR_PROXY_REFUSED' });
  await expect(by(1)).rejects.toMatchObject({
    code: 'ECONNREFUSED',
    message: expect.stringMatching(/^the proxy http:\/\/127\.0\.0\.1:1 gave no way through/),
  });
});

test('a proxy that never answers does not outlive the connection', async () => {
  const proxy = await startProxy();
  proxy.server.removeAllListeners('connect');
  const reached = new Promise((resolve) =>
    proxy.server.on('connect', (_request, socket) => socket.resume().once('end', resolve).once('error', resolve)),
  );
  const connection = await reach({
    server: 'https://cluster.example:1',
    cluster: { ...trusted, 'proxy-url': `http://127.0.0.1:${proxy.port}` },
  });
  await expect(ask(connection, { signal: AbortSignal.timeout(300) })).rejects.toMatchObject({ name: 'AbortError' });
  connection.close();
  await reached;
});

test.each(['socks5', 'socks5h'])('through %s, which looks names up itself', async (scheme) => {
  const { port, arrivals } = await startServer();
  const socks = await startSocks();
  const through = (host: string, login = '', more: object = {}): Promise<unknown> =>
    reach({
      server: `https://${host}:${port}`,
      cluster: { ...trusted, 'proxy-url': `${scheme}://${login}127.0.0.1:${socks.port}`, ...more },
    }).then(async (connection) => {
      await ask(connection);
      await ask(connection);
    });
  await through('cluster.example', 'me:word@');
  await through('127.0.0.1');
  expect(socks.asked).toEqual(['as me:word', `cluster.example:${port}`, `127.0.0.1:${port}`]);
  expect(arrivals).toMatchObject([
    { servername: 'cluster.example', connection: 0 },
    { connection: 0 },
    { servername: null, connection: 1 },
    { connection: 1 },
  ]);
  await expect(through('127.0.0.1', '', { 'tls-server-name': 'other.example' })).rejects.toMatchObject({
    code: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
});

test('what is no secret goes to the proxy with its whole URL', async () => {
  const proxy = await startProxy();
  const connection = await reach({
    server: 'http://cluster.example/prefix',
    cluster: { 'proxy-url': `http://me:word@127.0.0.1:${proxy.port}` },
  });
  expect(await ask(connection)).toEqual({ status: 200, body: 'forwarded' });
  expect(proxy.asked).toEqual([`GET http://cluster.example:80/prefix/versionBasic ${Buffer.from('me:word').toString('base64')}`]);
  const secure = await startProxy({ tls: true });
  const cluster = { ...trusted, 'proxy-url': `https://localhost:${secure.port}` };
  expect(await ask(await reach({ server: 'http://cluster.example', cluster }))).toMatchObject({ body: 'forwarded' });
});

test('the proxy of the environment, by the scheme of the server, but not for what NO_PROXY names', async () => {
  const { port } = await startServer();
  const [secure, plain] = [await startProxy(), await startProxy()];
  const environment = {
    HTTPS_PROXY: `127.0.0.1:${secure.port}`,
    http_proxy: `http://127.0.0.1:${plain.port}`,
    NO_PROXY: 'other.example,10.0.0.0/8',
  };
  const server = `https://cluster.example:${port}`;
  await ask(await reach({ server, cluster: trusted }, { environment }));
  await ask(await reach({ server: 'http://cluster.example', cluster: {} }, { environment }));
  expect(secure.asked).toEqual([`CONNECT cluster.example:${port}`]);
  expect(plain.asked).toEqual(['GET http://cluster.example:80/version']);
  const straight = await reach({ server, cluster: trusted }, { environment: { ...environment, NO_PROXY: 'cluster.example' } });
  await expect(ask(straight)).rejects.toMatchObject({ code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) });
  // This machine needs none, unless the kubeconfig says so.
  await ask(await reach({ server: `https://127.0.0.1:${port}`, cluster: trusted }, { environment }));
  expect(secure.asked).toHaveLength(1);
});

test.each(['ftp://a', 'localhost:3128', 'http://', 'socks4://a', 'a b'])('the proxy-url %s is none', async (proxyUrl) => {
  await expect(reach({ server: 'https://a', cluster: { 'proxy-url': proxyUrl } })).rejects.toThrow(
    /^The proxy-url of the cluster "cluster" \(.*\) is no URL of a proxy/,
  );
  if (proxyUrl.startsWith('ftp'))
    await expect(reach({ server: 'https://a', cluster: {} }, { environment: { https_proxy: proxyUrl } })).rejects.toThrow(
      'The proxy in https_proxy is no URL',
    );
});
