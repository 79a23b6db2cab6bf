import type { CredentialSource, Credentials } from './credentials.ts';
import { type ExecSourceOptions, execSource } from './exec/exec-source.ts';
import { providerSource } from './provider-source.ts';
import type { Target } from './target.ts';
import { tokenFileSource } from './token-file.ts';

/** The first of the ways that a user has, in the order in which kubectl takes them. */
export async function credentialSource(
  options: Omit<ExecSourceOptions, 'exec' | 'cluster' | 'called'> & { readonly target: Target },
): Promise<CredentialSource> {
  const { cluster, user } = options.target;
  const { called, value } = user;
  const { token, tokenFile, username, exec, authProvider } = value;
  if (tokenFile !== undefined) return tokenFileSource({ path: tokenFile, called, otherwise: token });
  if (token !== undefined || username !== undefined) return inKubeconfig;
  if (exec !== undefined) return execSource({ ...options, exec, cluster, called });
  return authProvider === undefined ? inKubeconfig : await providerSource({ provider: authProvider, called });
}

/** They stand in the kubeconfig, and go with each request. */
const inKubeconfig: CredentialSource = {
  current: async (): Promise<Credentials> => ({}),
  refused: () => undefined,
};
