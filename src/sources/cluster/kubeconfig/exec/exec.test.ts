import { expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { pem, pemData, pemPath } from '../testing/pem.ts';
import { answering, runsIn, V1, withPlugin } from '../testing/plugin.ts';
import { startServer } from '../testing/server.ts';

test('a plugin is run once for as long as the program runs, and for many requests at once', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  const connection = await withPlugin({ folder, port, source: answering({ token: 'token-{n}' }) });
  await Promise.all(Array.from({ length: 8 }, () => ask(connection)));
  expect(new Set(arrivals.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-1']));
  expect(runsIn(folder)).toEqual([{ kind: 'ExecCredential', apiVersion: V1, spec: { interactive: false } }]);
});

test('what is out of date is got anew, once for all who wait', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  const source = answering({ token: 'token-{n}', expirationTimestamp: new Date(Date.now() - 1000).toISOString() });
  const connection = await withPlugin({ folder, port, source: `setTimeout(() => {${source}}, 200);` });
  await Promise.all(Array.from({ length: 5 }, () => ask(connection)));
  expect(new Set(arrivals.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token-2']));
  await ask(connection);
  expect(runsIn(folder)).toHaveLength(3);
});

test('what will expire is kept until then', async () => {
  const { port } = await startServer();
  const folder = temporaryFolder();
  const source = answering({ token: 'token-{n}', expirationTimestamp: new Date(Date.now() + 3_600_000).toISOString() });
  const connection = await withPlugin({ folder, port, source });
  await ask(connection);
  await ask(connection);
  expect(runsIn(folder)).toHaveLength(1);
});

test('after a 401 the next request brings new credentials, however many got the 401', async () => {
  const { port, arrivals } = await startServer({ status: ({ headers }) => (headers.authorization === 'Bearer token-1' ? 401 : 200) });
  const folder = temporaryFolder();
  const connection = await withPlugin({ folder, port, source: answering({ token: 'token-{n}' }) });
  const first = await Promise.all(Array.from({ length: 4 }, () => ask(connection)));
  expect(first.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect(await ask(connection)).toMatchObject({ status: 200 });
  expect(arrivals.at(-1)?.headers.authorization).toBe('Bearer token-2');
  expect(runsIn(folder)).toHaveLength(2);
});

test('a client certificate from a plugin', async () => {
  const { port, arrivals } = await startServer();
  const source = answering({ clientCertificateData: pem('client.pem'), clientKeyData: pem('client.key') });
  await ask(await withPlugin({ port, source }));
  expect(arrivals).toMatchObject([{ client: 'jane' }]);
  expect(arrivals[0]?.headers.authorization).toBeUndefined();
});

test('a plugin is told which cluster it is, in the version that it speaks', async () => {
  const authority = {
    'certificate-authority': pemPath('authority.pem'),
    'tls-server-name': 'localhost',
    'proxy-url': 'http://127.0.0.1:1',
  };
  const extensions = [
    { name: 'client.authentication.k8s.io/exec', extension: { audience: 'x' } },
    { name: 'other', extension: 1 },
  ];
  for (const version of ['v1', 'v1beta1', 'v1alpha1']) {
    const folder = temporaryFolder();
    const apiVersion = `client.authentication.k8s.io/${version}`;
    const exec = { apiVersion, provideClusterInfo: true };
    await withPlugin({ folder, exec, cluster: { ...authority, extensions }, source: answering({ token: 'a' }, apiVersion) });
    const cluster = {
      server: 'https://127.0.0.1:1/prefix',
      'certificate-authority-data': pemData('authority.pem'),
      'tls-server-name': 'localhost',
      'proxy-url': 'http://127.0.0.1:1',
      config: { audience: 'x' },
    };
    expect(runsIn(folder)).toEqual([
      { kind: 'ExecCredential', apiVersion, spec: version === 'v1alpha1' ? { interactive: false } : { cluster, interactive: false } },
    ]);
  }
});

/** The text that kubectl 1.32 gives for the same kubeconfig. */
test('where nothing is known of a cluster but its server, the plugin is told so', async () => {
  const folder = temporaryFolder();
  const cluster = { 'insecure-skip-tls-verify': true, 'disable-compression': true };
  await withPlugin({ folder, exec: { provideClusterInfo: true }, cluster, source: answering({ token: 'a' }) });
  expect(JSON.stringify(runsIn(folder)[0])).toBe(
    `{"kind":"ExecCredential","apiVersion":"${V1}","spec":{"cluster":{"server":"https://127.0.0.1:1/prefix","insecure-skip-tls-verify":true,"disable-compression":true,"config":null},"interactive":false}}`,
  );
});

test('its environment is ours and its own, its command is looked for on the PATH, its arguments are its own', async () => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  folder.program(
    'path/named-plugin',
    `
    const token = [process.env.OURS, process.env.BOTH, ...process.argv.slice(2)].join();
    console.log(JSON.stringify({ kind: 'ExecCredential', apiVersion: '${V1}', status: { token } }));`,
  );
  const exec = { command: 'named-plugin', args: ['a b', '$HOME'], env: [{ name: 'BOTH', value: 'its' }] };
  const environment = { PATH: `${folder.path}/path`, OURS: 'ours', BOTH: 'ours' };
  await ask(await withPlugin({ folder, port, exec, options: { environment } }));
  expect(arrivals[0]?.headers.authorization).toBe('Bearer ours,its,a b,$HOME');
});

test('what it says on standard error is passed on, and it may ask only where someone is there', async () => {
  const said: string[] = [];
  const folder = temporaryFolder();
  const source = `console.error('open https://login');${answering({ token: 'a' })}`;
  const options = { onMessage: (text: string) => said.push(text), interactive: true };
  await withPlugin({ folder, source, options });
  await withPlugin({ folder, exec: { interactiveMode: 'Always' }, options });
  await withPlugin({ folder, exec: { interactiveMode: 'Never' }, options });
  expect(said.join('')).toBe('open https://login\n'.repeat(3));
  expect(runsIn(folder).map(({ spec }) => spec['interactive'])).toEqual([true, true, false]);
  await expect(withPlugin({ folder, exec: { interactiveMode: 'Always' } })).rejects.toThrow(/must ask someone at a terminal/);
});
