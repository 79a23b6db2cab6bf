import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { listContexts } from './list-contexts.ts';
import { loadKubeconfig } from './load-kubeconfig.ts';
import { type Folder, temporaryFolder } from './testing/folder.ts';

const home = '/nonexistent';

function load(folder: Folder, ...names: readonly string[]): ReturnType<typeof loadKubeconfig> {
  const KUBECONFIG = names.map((name) => join(folder.path, name)).join(delimiter);
  return loadKubeconfig({ environment: { KUBECONFIG }, home });
}

const first = `
apiVersion: v1
kind: Config
clusters:
- name: shared
  cluster: {server: https://first}
users:
- name: shared
  user: {token: FIRST}
contexts:
- name: shared
  context: {cluster: shared}
`;

const second = `
current-context: only-second
clusters:
- name: shared
  cluster: {server: https://second, insecure-skip-tls-verify: true}
- name: only-second
  cluster: {server: https://second, certificate-authority: ca.pem, tls-server-name: name, proxy-url: http://proxy}
users:
- name: shared
  user: {username: second, password: word}
- name: only-second
  user:
    client-certificate: ./certs/a.pem
    client-key: /absolute/a.key
    tokenFile: ../token
    exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: bin/plugin, args: null, env: [{name: A, value: b}]}
    as: me
    as-uid: "3"
    as-groups: [a]
    as-user-extra: {Reason: [b]}
- name: on-path
  user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: plugin, interactiveMode: Never}}
contexts:
- name: shared
  context: {cluster: only-second, user: shared, namespace: lost}
- name: only-second
  context: {cluster: only-second, user: only-second, namespace: team}
`;

/** As `kubectl config view --raw` 1.32 shows it for the same files. */
test('of several files the first that sets a value or has an entry wins, and an entry is taken whole', () => {
  const folder = temporaryFolder();
  folder.write('one/config', first);
  folder.write('two/config', second);
  const merged = load(folder, 'one/config', 'absent', 'two/config', 'one/config');
  expect(merged.currentContext).toBe('only-second');
  expect([...merged.clusters].map(([name, { value }]) => [name, value.server, value.insecureSkipTlsVerify])).toEqual([
    ['shared', 'https://first', false],
    ['only-second', 'https://second', false],
  ]);
  expect([...merged.users.keys()]).toEqual(['shared', 'only-second', 'on-path']);
  expect(merged.users.get('shared')?.value).toMatchObject({ token: 'FIRST', username: undefined });
  expect(merged.contexts.get('shared')?.value).toEqual({ cluster: 'shared', user: '', namespace: undefined });
  expect(load(folder, 'two/config', 'one/config').contexts.get('shared')?.value.namespace).toBe('lost');
});

test('paths are relative to the folder of the file that they stand in, and a command only where it has a slash', () => {
  const folder = temporaryFolder();
  const file = folder.write('two/config', second);
  const { clusters, users } = load(folder, 'two/config');
  expect(clusters.get('only-second')).toMatchObject({ file, value: { certificateAuthority: join(folder.path, 'two/ca.pem') } });
  expect(users.get('only-second')?.value).toMatchObject({
    clientCertificate: join(folder.path, 'two/certs/a.pem'),
    clientKey: '/absolute/a.key',
    tokenFile: join(folder.path, 'token'),
    exec: { command: join(folder.path, 'two/bin/plugin'), args: [], env: [{ name: 'A', value: 'b' }] },
    impersonation: { user: 'me', uid: '3', groups: ['a'], extra: new Map([['Reason', ['b']]]) },
  });
  expect(users.get('on-path')?.value.exec?.command).toBe('plugin');
});

test('--kubeconfig beats KUBECONFIG, which beats the home folder', () => {
  const folder = temporaryFolder();
  const named = (name: string): string => `contexts: [{name: ${name}, context: {cluster: c}}]`;
  const [flag, variable] = [folder.write('flag', named('flag')), folder.write('variable', named('variable'))];
  folder.write('.kube/config', named('home'));
  const names = (kubeconfig: string | undefined, KUBECONFIG: string | undefined): string[] =>
    listContexts({ kubeconfig, environment: { KUBECONFIG }, home: folder.path }).map(({ name }) => name);
  expect(names(flag, variable)).toEqual(['flag']);
  expect(names('', variable)).toEqual(['variable']);
  expect(names(undefined, '')).toEqual(['home']);
  expect(names(undefined, undefined)).toEqual(['home']);
  // Names no file: the one in the home folder is not asked, as with kubectl.
  expect(names(undefined, delimiter)).toEqual([]);
});

test('an absent file is passed over, and an error only where it was asked for and nothing else is there', () => {
  const folder = temporaryFolder();
  folder.write('config', first);
  expect(load(folder, 'absent', 'config').contexts.size).toBe(1);
  expect(loadKubeconfig({ environment: {}, home }).contexts.size).toBe(0);
  expect(() => load(folder, 'absent')).toThrow(`There is no kubeconfig ${folder.path}/absent, which KUBECONFIG names.`);
  expect(() => load(folder, 'absent', 'gone')).toThrow(
    `none of the kubeconfigs that KUBECONFIG names: ${folder.path}/absent, ${folder.path}/gone.`,
  );
  expect(() => loadKubeconfig({ kubeconfig: '/nonexistent/config', environment: {}, home })).toThrow('which --kubeconfig names');
});

test.each([
  ['nothing', ''],
  ['a comment', '# nothing\n'],
  ['an empty mapping', '{}'],
  ['null', 'null'],
  ['fields of null', 'clusters: null\nusers:\ncontexts: ~\ncurrent-context: ""\n'],
])('a file with %s says nothing', (_name, text) => {
  const folder = temporaryFolder();
  folder.write('config', text);
  expect(load(folder, 'config')).toMatchObject({ currentContext: undefined, contexts: new Map(), clusters: new Map(), users: new Map() });
});

test.each([
  ['JSON', Buffer.from(JSON.stringify({ contexts: [{ name: 'a', context: {} }] }, null, '\t'))],
  ['UTF-8 with a byte order mark', Buffer.from('\ufeffcontexts: [{name: a, context: {}}]')],
  ['UTF-16, as Windows writes it', Buffer.from('\ufeffcontexts: [{name: a, context: {}}]\r\n', 'utf16le')],
  ['line ends of Windows', Buffer.from('contexts:\r\n- name: a\r\n  context: {}\r\n')],
  ['a document mark', Buffer.from('---\ncontexts: [{name: a, context: {}}]\n')],
])('%s is read', (_name, bytes) => {
  const folder = temporaryFolder();
  folder.write('config', bytes);
  expect([...load(folder, 'config').contexts.keys()]).toEqual(['a']);
});

test('contexts are listed in their order, also those that lead nowhere', () => {
  const folder = temporaryFolder();
  const kubeconfig = folder.write('config', `${second}- name: nowhere\n  context: {cluster: gone}\n`);
  expect(listContexts({ kubeconfig, environment: {}, home })).toEqual([
    { name: 'shared', cluster: 'only-second', server: 'https://second', user: 'shared', namespace: 'lost', isCurrent: false },
    { name: 'only-second', cluster: 'only-second', server: 'https://second', user: 'only-second', namespace: 'team', isCurrent: true },
    { name: 'nowhere', cluster: 'gone', server: null, user: null, namespace: null, isCurrent: false },
  ]);
});

test.runIf(process.getuid?.() !== 0)('a file that may not be read', () => {
  const folder = temporaryFolder();
  chmodSync(folder.write('config', first), 0);
  expect(() => load(folder, 'config')).toThrow('may not be read by this user');
});
