import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ClusterAccessError } from './access-error.ts';
import { chooseTarget } from './choose-target.ts';
import type { Target, TargetOptions } from './target.ts';
import { type Folder, temporaryFolder } from './testing/folder.ts';

const kubeconfig = {
  'current-context': 'current',
  contexts: [
    { name: 'current', context: { cluster: 'prod', user: 'jane', namespace: 'shop' } },
    { name: 'staging', context: { cluster: 'staging' } },
    { name: 'no-cluster', context: { cluster: 'gone', user: 'jane' } },
    { name: 'no-user', context: { cluster: 'prod', user: 'gone' } },
    { name: 'empty', context: {} },
  ],
  clusters: [
    { name: 'prod', cluster: { server: 'https://prod', 'certificate-authority-data': 'AAAA', 'tls-server-name': 'prod.example' } },
    { name: 'staging', cluster: { server: 'https://staging', 'insecure-skip-tls-verify': true } },
  ],
  users: [
    { name: 'jane', user: { tokenFile: 'token', 'client-certificate': 'a', 'client-key': 'b', as: 'root', 'as-groups': ['wheel'] } },
    { name: 'john', user: { username: 'john', password: 'x' } },
  ],
};

function choose(options: Partial<TargetOptions>, content: unknown = kubeconfig): Target {
  const folder = temporaryFolder();
  return chooseTarget({
    kubeconfig: folder.write('config', content),
    environment: {},
    home: '/nonexistent',
    serviceAccountFolder: '/nonexistent',
    ...options,
  });
}

function failure(options: Partial<TargetOptions>, content?: unknown): ClusterAccessError {
  try {
    choose(options, content);
  } catch (error) {
    if (error instanceof ClusterAccessError) return error;
    throw error;
  }
  throw new Error('nothing went wrong');
}

test('the context is that of --context, then of KUBECONTEXT, then the current one', () => {
  expect(choose({}).identity).toEqual({ context: 'current', cluster: 'prod', server: 'https://prod', user: 'jane', namespace: 'shop' });
  const environment = { KUBECONTEXT: 'staging' };
  expect(choose({ environment }).identity).toEqual({
    context: 'staging',
    cluster: 'staging',
    server: 'https://staging',
    user: null,
    namespace: null,
  });
  expect(choose({ environment, context: 'current' }).identity.context).toBe('current');
  expect(choose({ environment: { KUBECONTEXT: '' }, context: '' }).identity.context).toBe('current');
});

test('a context that is not there is an error with those that are', () => {
  expect(failure({ context: 'curent' })).toMatchObject({
    code: 'UNKNOWN_NAME',
    message: expect.stringMatching(
      /^There is no context "curent", which --context names, in \/.*\/config\. Its contexts: current, staging, no-cluster, no-user, empty\.$/,
    ),
    close: { name: 'curent', candidates: ['current', 'staging', 'no-cluster', 'no-user', 'empty'] },
  });
  expect(failure({ environment: { KUBECONTEXT: 'x' } }).message).toContain('"x", which KUBECONTEXT names');
  expect(failure({}, { 'current-context': 'x' }).message).toMatch(/"x", which current-context names, in .*It has no contexts\.$/);
  const many = { contexts: Array.from({ length: 23 }, (_, index) => ({ name: `c${index}`, context: {} })) };
  expect(failure({ context: 'x' }, many).message).toMatch(/c18, c19 and 3 more\.$/);
});

test('a context that leads nowhere says what is missing', () => {
  expect(failure({ context: 'no-cluster' })).toMatchObject({
    code: 'UNKNOWN_NAME',
    message: 'There is no cluster "gone", which the context "no-cluster" names, in the kubeconfig. Its clusters: prod, staging.',
  });
  expect(failure({ context: 'no-user' }).message).toBe(
    'There is no user "gone", which the context "no-user" names, in the kubeconfig. Its users: jane, john.',
  );
  expect(failure({ context: 'empty' }).message).toBe('No cluster is named by the context "empty". Its clusters: prod, staging.');
  expect(failure({ cluster: 'x' }).message).toContain('There is no cluster "x", which --cluster names');
  expect(failure({ user: 'x' }).message).toContain('There is no user "x", which --user names');
});

test('flags replace the cluster, the user and the server of the context', () => {
  const { identity, user } = choose({ cluster: 'staging', user: 'john' });
  expect(identity).toEqual({ context: 'current', cluster: 'staging', server: 'https://staging', user: 'john', namespace: 'shop' });
  expect(user.value.username).toBe('john');
  expect(choose({ cluster: 'staging', user: 'john' }, { ...kubeconfig, 'current-context': '' }).identity).toMatchObject({
    context: null,
    cluster: 'staging',
  });
  expect(choose({ server: 'http://127.0.0.1:8001' }, {}).identity).toEqual({
    context: null,
    cluster: 'http://127.0.0.1:8001',
    server: 'http://127.0.0.1:8001',
    user: null,
    namespace: null,
  });
});

test('a name in a certificate belongs to the server that has it', () => {
  expect(choose({}).cluster.value.tlsServerName).toBe('prod.example');
  expect(choose({ server: 'https://other' }).cluster.value).toMatchObject({
    server: 'https://other',
    tlsServerName: undefined,
    certificateAuthorityData: 'AAAA',
  });
  expect(choose({ server: 'https://other', tlsServerName: 'name' }).cluster.value.tlsServerName).toBe('name');
  expect(choose({ tlsServerName: 'name' }).cluster.value).toMatchObject({ server: 'https://prod', tlsServerName: 'name' });
});

test('a flag that says whom to trust replaces all that the kubeconfig says about it', () => {
  expect(choose({ insecureSkipTlsVerify: true }).cluster.value).toMatchObject({
    insecureSkipTlsVerify: true,
    certificateAuthorityData: undefined,
  });
  expect(choose({ context: 'staging', certificateAuthority: '/ca' }).cluster.value).toMatchObject({
    insecureSkipTlsVerify: false,
    certificateAuthority: '/ca',
  });
  expect(choose({ insecureSkipTlsVerify: false }).cluster.value.certificateAuthorityData).toBe('AAAA');
});

test('--token takes the place of every other way but the client certificate, as with kubectl', () => {
  const { value } = choose({ token: 'T' }).user;
  expect(value).toMatchObject({ token: 'T', tokenFile: undefined, clientCertificate: expect.stringMatching(/\/a$/) });
  expect(choose({ token: 'T', user: 'john' }).user.value).toMatchObject({ token: 'T', username: undefined, password: undefined });
});

test('a client certificate by flag takes the place of that of the kubeconfig', () => {
  const { value } = choose({ clientCertificate: '/c', clientKey: '/k' }).user;
  expect(value).toMatchObject({ clientCertificate: '/c', clientCertificateData: undefined, clientKey: '/k', clientKeyData: undefined });
});

test('a name and a password in the URL are used, and told nobody', () => {
  const { identity, cluster } = choose({ server: 'https://jane:secret@prod:6443/a@b' });
  expect([identity.server, cluster.value.server]).toEqual(['https://prod:6443/a@b', 'https://jane:secret@prod:6443/a@b']);
});

test('whom to impersonate: each flag over its field, groups as a whole', () => {
  expect(choose({}).user.value.impersonation).toMatchObject({ user: 'root', groups: ['wheel'] });
  expect(choose({ as: 'me' }).user.value.impersonation).toMatchObject({ user: 'me', groups: ['wheel'] });
  expect(choose({ asGroups: ['a', 'b'], asUid: '7' }).user.value.impersonation).toMatchObject({
    user: 'root',
    groups: ['a', 'b'],
    uid: '7',
  });
  expect(choose({ asGroups: [] }).user.value.impersonation).toMatchObject({ groups: ['wheel'] });
});

function serviceAccount(...files: readonly string[]): Folder {
  const folder = temporaryFolder();
  for (const file of files) folder.write(file, `${file}\n`);
  return folder;
}

const pod = { KUBERNETES_SERVICE_HOST: '10.0.0.1', KUBERNETES_SERVICE_PORT: '443' };

test('without any context it is the cluster that this runs in', () => {
  const { path } = serviceAccount('token', 'ca.crt', 'namespace');
  const { identity, cluster, user } = choose({ environment: pod, serviceAccountFolder: path }, { contexts: kubeconfig.contexts });
  expect(identity).toEqual({ context: null, cluster: 'in-cluster', server: 'https://10.0.0.1:443', user: null, namespace: 'namespace' });
  expect(cluster.value).toMatchObject({ certificateAuthority: join(path, 'ca.crt') });
  expect(user.value).toMatchObject({ tokenFile: join(path, 'token') });
  expect(choose({ environment: pod, serviceAccountFolder: path }).identity.context).toBe('current');
  const bare = serviceAccount('token').path;
  const six = choose({ environment: { ...pod, KUBERNETES_SERVICE_HOST: 'fd00::1' }, serviceAccountFolder: bare }, {});
  expect(six.identity).toMatchObject({ server: 'https://[fd00::1]:443', namespace: null });
  expect(six.cluster.value.certificateAuthority).toBeUndefined();
});

test.each([
  ['no host', { KUBERNETES_SERVICE_PORT: '443' }, ['token']],
  ['no port', { KUBERNETES_SERVICE_HOST: 'a' }, ['token']],
  ['no token', pod, ['ca.crt']],
])('a pod with %s is none: the error says the four ways and the files', (_name, environment, files) => {
  const { path } = serviceAccount(...files);
  const error = failure({ environment, serviceAccountFolder: path }, { contexts: kubeconfig.contexts });
  expect(error.code).toBe('NO_CONTEXT');
  expect(error.message).toMatch(
    /no --context, no KUBECONTEXT, no current-context in \/.*\/config, and this is no pod .*Its contexts: current, staging/,
  );
});
