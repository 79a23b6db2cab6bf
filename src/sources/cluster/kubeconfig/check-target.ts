/** What of a target contradicts itself or cannot work is said before anything is sent. Source: client-go, tools/clientcmd/validation.go. */
import { ClusterAccessError } from './access-error.ts';
import { fromBase64 } from './base64.ts';
import { execApiVersions } from './exec/exec-version.ts';
import type { Cluster, User } from './kubeconfig.ts';
import type { Named, Target } from './target.ts';

/** Throws ClusterAccessError with the first of the problems. */
export function checkTarget({ cluster, user }: Target): void {
  check(cluster, clusterProblems);
  check(user, userProblems);
}

/** True where it is wrong, and in which words. */
type Problem<Value> = readonly [isWrong: (value: Value) => boolean, words: string];

function check<Value>({ called, value }: Named<Value>, problems: readonly Problem<Value>[]): void {
  const found = problems.find(([isWrong]) => isWrong(value));
  if (found !== undefined) throw new ClusterAccessError('INVALID', `${capital(called)} cannot be used: ${found[1]}.`);
}

const clusterProblems: readonly Problem<Cluster>[] = [
  [({ server }) => server === '', 'it names no server'],
  [
    ({ certificateAuthority, certificateAuthorityData, insecureSkipTlsVerify }) =>
      insecureSkipTlsVerify === true && (certificateAuthority ?? certificateAuthorityData) !== undefined,
    'it has both a certificate authority and insecure-skip-tls-verify: choose one of the two',
  ],
  [({ certificateAuthorityData }) => !isBase64(certificateAuthorityData), 'its certificate-authority-data is no base64'],
];

const userProblems: readonly Problem<User>[] = [
  [
    ({ token, username, password }) => token !== undefined && (username ?? password) !== undefined,
    'it has both a token and a username with password: keep one of the two',
  ],
  [({ exec, authProvider }) => exec !== undefined && authProvider !== undefined, 'it has both exec and auth-provider: keep one of the two'],
  [
    ({ clientCertificate, clientCertificateData, clientKey, clientKeyData }) =>
      (clientCertificate ?? clientCertificateData) !== undefined && (clientKey ?? clientKeyData) === undefined,
    'it has a client-certificate without its client-key',
  ],
  [({ clientCertificateData }) => !isBase64(clientCertificateData), 'its client-certificate-data is no base64'],
  [({ clientKeyData }) => !isBase64(clientKeyData), 'its client-key-data is no base64'],
  [
    ({ impersonation: { user, uid, groups = [], extra = NO_EXTRA } = {} }) =>
      user === undefined && (uid !== undefined || groups.length > 0 || extra.size > 0),
    'a group, a uid or extra fields are to be impersonated, but no user: --as (in a kubeconfig as) names it',
  ],
  [({ exec }) => exec?.command === '', 'its exec names no command'],
  [
    ({ exec }) => exec !== undefined && !execApiVersions.has(exec.apiVersion),
    `the apiVersion of its exec must be one of ${[...execApiVersions.keys()].join(', ')}`,
  ],
  [
    ({ exec }) => exec !== undefined && exec.interactiveMode === undefined && execApiVersions.get(exec.apiVersion)?.needsMode === true,
    'its exec names no interactiveMode, which this apiVersion asks for: Never, IfAvailable or Always',
  ],
  [
    ({ exec }) => exec?.interactiveMode !== undefined && !['Never', 'IfAvailable', 'Always'].includes(exec.interactiveMode),
    'the interactiveMode of its exec must be Never, IfAvailable or Always',
  ],
  [
    ({ exec }) => exec?.env.some(({ name }) => name === '' || /[=\0]/.test(name)) === true,
    'a variable in the env of its exec has no usable name',
  ],
  [
    ({ authProvider }) => authProvider !== undefined && !['oidc', 'gcp', 'azure'].includes(authProvider.name),
    'its auth-provider is none of oidc, gcp and azure: use an exec plugin instead',
  ],
];

const NO_EXTRA: ReadonlyMap<string, unknown> = new Map();

function isBase64(text: string | undefined): boolean {
  return text === undefined || fromBase64(text) !== null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
