import { type AbsolutePath, absoluteCommand } from './absolute-path.ts';
import type { Fields } from './fields.ts';
import type { AuthProvider, ExecConfig, Impersonation, User } from './kubeconfig.ts';

/** How a user says who it is. Source: client-go, tools/clientcmd/api/v1/types.go, AuthInfo. */
export function readUser(fields: Fields, absolutePath: AbsolutePath): User {
  const exec = fields.mapping('exec');
  const authProvider = fields.mapping('auth-provider');
  return {
    clientCertificate: absolutePath(fields.text('client-certificate')),
    clientCertificateData: fields.text('client-certificate-data'),
    clientKey: absolutePath(fields.text('client-key')),
    clientKeyData: fields.text('client-key-data'),
    token: fields.text('token'),
    tokenFile: absolutePath(fields.text('tokenFile')),
    username: fields.text('username'),
    password: fields.text('password'),
    impersonation: readImpersonation(fields),
    exec: exec === undefined ? undefined : readExec(exec, absolutePath),
    authProvider: authProvider === undefined ? undefined : readAuthProvider(authProvider),
  };
}

function readImpersonation(fields: Fields): Impersonation {
  return {
    user: fields.text('as'),
    uid: fields.text('as-uid'),
    groups: fields.texts('as-groups'),
    extra: fields.mapping('as-user-extra')?.namedLists(),
  };
}

function readExec(fields: Fields, absolutePath: AbsolutePath): ExecConfig {
  return {
    apiVersion: fields.text('apiVersion') ?? '',
    command: absoluteCommand(fields.text('command') ?? '', absolutePath),
    args: fields.texts('args') ?? [],
    env: fields.list('env').map((pair) => ({ name: pair.text('name') ?? '', value: pair.text('value') ?? '' })),
    installHint: fields.text('installHint'),
    interactiveMode: fields.text('interactiveMode'),
    provideClusterInfo: fields.flag('provideClusterInfo'),
  };
}

function readAuthProvider(fields: Fields): AuthProvider {
  return { name: fields.text('name') ?? '', config: fields.mapping('config')?.namedTexts() ?? new Map() };
}
