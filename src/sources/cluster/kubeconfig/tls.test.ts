import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ClusterAccessError } from './access-error.ts';
import { ask, connected, reach } from './testing/ask.ts';
import { temporaryFolder } from './testing/folder.ts';
import { oneContext } from './testing/kubeconfig-file.ts';
import { pem, pemData, pemPath } from './testing/pem.ts';
import { startServer } from './testing/server.ts';

test.each([
  ['data', { 'client-certificate-data': pemData('client.pem'), 'client-key-data': pemData('client.key') }],
  ['files', { 'client-certificate': pemPath('client.pem'), 'client-key': pemPath('client.key') }],
  [
    'data over files',
    {
      'client-certificate': '/none',
      'client-certificate-data': pemData('client.pem'),
      'client-key': '/none',
      'client-key-data': pemData('client.key'),
    },
  ],
])('a client certificate: %s', async (_name, user) => {
  const { port, arrivals } = await startServer();
  await ask(await reach({ server: `https://127.0.0.1:${port}`, user }));
  expect(arrivals).toMatchObject([{ client: 'jane' }]);
  expect(arrivals[0]?.headers.authorization).toBeUndefined();
});

test('a client certificate that is renewed goes into new connections; while it does not fit its key, the old one stays', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  const [certificate, key] = [folder.write('a.pem', pem('client.pem')), folder.write('a.key', pem('client.key'))];
  const kubeconfig = folder.write(
    'config',
    oneContext({ server: `https://127.0.0.1:${port}`, user: { 'client-certificate': 'a.pem', 'client-key': 'a.key' } }),
  );
  const connection = await connected({ kubeconfig });
  await ask(connection);
  copyFileSync(pemPath('client-renewed.pem'), certificate);
  await ask(connection);
  copyFileSync(pemPath('client-renewed.key'), key);
  await ask(connection);
  await ask(connection);
  expect(arrivals.map(({ client, connection: number }) => [client, number])).toEqual([
    ['jane', 0],
    ['jane', 0],
    ['jane-renewed', 1],
    ['jane-renewed', 1],
  ]);
});

test('SNI and the name that is checked', async () => {
  const { port, arrivals } = await startServer();
  const by = async (host: string, cluster: object): Promise<void> => {
    await ask(
      await reach({ server: `https://${host}:${port}`, cluster: { 'certificate-authority': pemPath('authority.pem'), ...cluster } }),
    );
  };
  await by('127.0.0.1', {});
  await by('localhost', {});
  await by('127.0.0.1', { 'tls-server-name': 'cluster.example' });
  await by('localhost', { 'tls-server-name': '::1' });
  expect(arrivals.map(({ servername }) => servername)).toEqual([null, 'localhost', 'cluster.example', null]);
  await expect(by('127.0.0.1', { 'tls-server-name': 'other.example' })).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  await expect(by('127.0.0.1', { 'tls-server-name': '127.0.0.9' })).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  await expect(by('127.0.0.1', { 'certificate-authority': pemPath('stranger.pem') })).rejects.toMatchObject({
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  });
  expect(arrivals).toHaveLength(4);
});

test('an unknown server is not believed, whatever the environment says, unless the kubeconfig or a flag wants that', async () => {
  const { port, arrivals } = await startServer();
  const server = `https://127.0.0.1:${port}`;
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    await expect(ask(await reach({ server, cluster: {} }))).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' });
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
  expect(arrivals).toHaveLength(0);
  await ask(await reach({ server, cluster: { 'insecure-skip-tls-verify': true, 'tls-server-name': 'any.example' } }));
  await ask(await reach({ server, cluster: {} }, { insecureSkipTlsVerify: true }));
  await ask(await reach({ server, cluster: {} }, { certificateAuthority: pemPath('authority.pem') }));
  expect(arrivals).toHaveLength(3);
});

test('a cluster that names no authority is believed where the system knows its authority', async () => {
  const { port } = await startServer();
  const content = { server: `https://127.0.0.1:${port}`, cluster: {} };
  for (const name of ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']) {
    expect(await ask(await reach(content, { environment: { [name]: pemPath('authority.pem') } }))).toMatchObject({ status: 200 });
  }
  await expect(ask(await reach(content, { environment: { SSL_CERT_FILE: '/none' } }))).rejects.toMatchObject({
    code: 'SELF_SIGNED_CERT_IN_CHAIN',
  });
});

test.each<[string, object, object, RegExp]>([
  [
    'an authority that is absent',
    { 'certificate-authority': 'none' },
    {},
    /^The file \/.*\/none, the certificate-authority of the cluster "cluster" \(.*\), does not exist\.$/,
  ],
  [
    'an authority that is none',
    { 'certificate-authority-data': 'YQ==' },
    {},
    /^The certificate-authority of the cluster "cluster" \(.*\) holds no certificate/,
  ],
  [
    'a certificate that is none',
    {},
    { 'client-certificate-data': 'YQ==', 'client-key-data': 'YQ==' },
    /^The client certificate and key of the user "jane" \(.*\) do not work/,
  ],
  [
    'a key of another certificate',
    {},
    { 'client-certificate-data': pemData('client.pem'), 'client-key-data': pemData('server.key') },
    /do not work: .*key values mismatch.*Renew them, or log in again\.$/,
  ],
  ['a token with a line break in it', {}, { token: 'a\nb' }, /^The token of the user "jane" \(.*\) holds a line break/],
])('%s is an error before anything is sent', async (_name, cluster, user, message) => {
  const failed = reach({ server: 'https://127.0.0.1:1', cluster, user });
  await expect(failed).rejects.toThrow(message);
  await expect(failed).rejects.toBeInstanceOf(ClusterAccessError);
});
