import { expect, test } from 'vitest';
import { checkTarget } from './check-target.ts';
import type { Cluster, ExecConfig, User } from './kubeconfig.ts';
import type { Target } from './target.ts';

function target(cluster: Partial<Cluster>, user: User): Target {
  return {
    identity: { context: 'a', cluster: 'c', server: 's', user: 'u', namespace: null },
    cluster: { called: 'the cluster "c" (FILE)', value: { server: 'https://c', ...cluster } },
    user: { called: 'the user "u" (FILE)', value: user },
  };
}

const exec: ExecConfig = {
  apiVersion: 'client.authentication.k8s.io/v1',
  command: 'plugin',
  args: [],
  env: [],
  installHint: undefined,
  interactiveMode: 'Never',
  provideClusterInfo: false,
};

test.each<[string, Partial<Cluster>]>([
  ['it names no server', { server: '' }],
  ['it has both a certificate authority and insecure-skip-tls-verify', { insecureSkipTlsVerify: true, certificateAuthority: '/ca' }],
  ['it has both a certificate authority and insecure-skip-tls-verify', { insecureSkipTlsVerify: true, certificateAuthorityData: 'AAAA' }],
  ['its certificate-authority-data is no base64', { certificateAuthorityData: '%%%%' }],
])('a cluster: %s', (message, cluster) => {
  expect(() => checkTarget(target(cluster, {}))).toThrow(`The cluster "c" (FILE) cannot be used: ${message}`);
});

test.each<[string, User]>([
  ['it has both a token and a username', { token: 'a', username: 'b' }],
  ['it has both exec and auth-provider', { exec, authProvider: { name: 'oidc', config: new Map() } }],
  ['it has a client-certificate without its client-key', { clientCertificate: '/a' }],
  ['it has a client-certificate without its client-key', { clientCertificateData: 'AAAA' }],
  ['its client-certificate-data is no base64', { clientCertificateData: 'A', clientKeyData: 'AAAA' }],
  ['its client-key-data is no base64', { clientCertificateData: 'AAAA', clientKeyData: 'ä' }],
  ['a group, a uid or extra fields are to be impersonated, but no user', { impersonation: { groups: ['a'] } }],
  ['a group, a uid or extra fields are to be impersonated, but no user', { impersonation: { uid: 'a' } }],
  ['a group, a uid or extra fields are to be impersonated, but no user', { impersonation: { extra: new Map([['a', []]]) } }],
  ['its exec names no command', { exec: { ...exec, command: '' } }],
  ['the apiVersion of its exec must be one of client.authentication.k8s.io/v1, ', { exec: { ...exec, apiVersion: '' } }],
  ['its exec names no interactiveMode', { exec: { ...exec, interactiveMode: undefined } }],
  ['the interactiveMode of its exec must be Never, IfAvailable or Always', { exec: { ...exec, interactiveMode: 'never' } }],
  ['a variable in the env of its exec has no usable name', { exec: { ...exec, env: [{ name: '', value: 'a' }] } }],
  ['a variable in the env of its exec has no usable name', { exec: { ...exec, env: [{ name: 'A=B', value: 'a' }] } }],
  ['its auth-provider is none of oidc, gcp and azure', { authProvider: { name: 'openstack', config: new Map() } }],
])('a user: %s', (message, user) => {
  expect(() => checkTarget(target({}, user))).toThrow(`The user "u" (FILE) cannot be used: ${message}`);
});

test.each<[string, Partial<Cluster>, User]>([
  ['nothing to say', {}, {}],
  ['data beside a file, which it stands over', { certificateAuthority: '/ca', certificateAuthorityData: 'AA\nAA' }, {}],
  ['a key alone', {}, { clientKey: '/key' }],
  ['a token beside its file', {}, { token: 'a', tokenFile: '/b' }],
  [
    'a plugin of before v1 without a mode',
    {},
    { exec: { ...exec, apiVersion: 'client.authentication.k8s.io/v1beta1', interactiveMode: undefined } },
  ],
  ['groups with a user, and no groups without', {}, { impersonation: { user: 'a', groups: ['b'] } }],
  ['empty groups', {}, { impersonation: { groups: [], extra: new Map() } }],
])('fine: %s', (_name, cluster, user) => {
  expect(() => checkTarget(target(cluster, user))).not.toThrow();
});
