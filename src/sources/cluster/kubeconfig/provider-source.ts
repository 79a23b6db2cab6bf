/** Tokens of the identity providers that client-node knows: oidc, gcp, azure. */
import type { RequestOptions } from 'node:https';
import { ClusterAccessError } from './access-error.ts';
import { createKubeConfig } from './client-node.ts';
import type { CredentialSource, Credentials } from './credentials.ts';
import type { AuthProvider } from './kubeconfig.ts';
import { SharedRun } from './shared-run.ts';
import { tokenExpiry } from './token-expiry.ts';

/** A token is left alone so long before it ends, and asked for again after so long where it does not say when it ends. */
const EARLY = 10_000;
const UNKNOWN_LIFE = 60_000;

/**
 * client-node would refresh a token of oidc with each request, in parallel ones too, though a refresh token may be good for once:
 * here it is asked once for each token.
 */
export async function providerSource(options: { readonly provider: AuthProvider; readonly called: string }): Promise<CredentialSource> {
  const { provider, called } = options;
  const kubeConfig = await createKubeConfig({ cluster: { server: 'https://unused' }, user: { authProvider: configured(provider) } });
  const runs = new SharedRun(() => askProvider(kubeConfig, provider.name, called));
  let held: { readonly credentials: Credentials; readonly expires: number } | null = null;
  return {
    async current(signal): Promise<Credentials> {
      if (held !== null && held.expires > Date.now()) return held.credentials;
      const credentials = await runs.join(signal);
      const expires = tokenExpiry(credentials.token ?? '');
      held = { credentials, expires: expires === null ? Date.now() + UNKNOWN_LIFE : expires - EARLY };
      return credentials;
    },
    refused(credentials): void {
      if (held?.credentials === credentials) held = null;
    },
  };
}

type KubeConfigLike = Awaited<ReturnType<typeof createKubeConfig>>;

async function askProvider(kubeConfig: KubeConfigLike, name: string, called: string): Promise<Credentials> {
  const options: RequestOptions = {};
  try {
    await kubeConfig.applyToHTTPSOptions(options);
  } catch (error) {
    throw refusal({ name, called, why: `gave no token: ${error instanceof Error ? error.message : String(error)}`, cause: error });
  }
  const header = (options.headers as Record<string, unknown> | undefined)?.['Authorization'];
  if (typeof header === 'string') return { token: header.replace(/^Bearer /, '') };
  throw refusal({ name, called, why: 'has no token that is still good, and nothing to get one with' });
}

function refusal(options: {
  readonly name: string;
  readonly called: string;
  readonly why: string;
  readonly cause?: unknown;
}): ClusterAccessError {
  const { name, called, why, cause } = options;
  return new ClusterAccessError(
    'CREDENTIALS',
    `The auth-provider ${name} of ${called} ${/[.!?]$/.test(why) ? why : `${why}.`} Log in again.`,
    {
      cause,
    },
  );
}

/** client-node would take two of the fields for ways of its own, and its OpenID library takes the issuer as a URL only. */
function configured({ name, config }: AuthProvider): { readonly name: string; readonly config: Readonly<Record<string, unknown>> } {
  const issuer = config.get('idp-issuer-url') ?? '';
  const own = [...config].filter(([key]) => key !== 'exec' && key !== 'tokenFile');
  return { name, config: { ...Object.fromEntries(own), ...(URL.canParse(issuer) ? { 'idp-issuer-url': new URL(issuer) } : {}) } };
}
