/** The proxy on the way to a cluster: the kubeconfig's proxy-url, else what the environment says, by the rules of Go's net/http. */
import { ClusterAccessError } from '../access-error.ts';
import type { Cluster } from '../kubeconfig.ts';
import type { ServerUrl } from '../server-url.ts';
import type { Named } from '../target.ts';
import { needsNoProxy } from './no-proxy.ts';

const SCHEMES: readonly string[] = ['http:', 'https:', 'socks5:', 'socks5h:'];

/** Null for the direct way. Throws ClusterAccessError; a message never shows the proxy's password. */
export function chooseProxy(options: {
  readonly cluster: Named<Cluster>;
  readonly server: ServerUrl;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): URL | null {
  const { cluster, server, environment } = options;
  const { proxyUrl } = cluster.value;
  if (proxyUrl !== undefined) return parseProxy(proxyUrl, `The proxy-url of ${cluster.called}`);
  const variable = (server.secure ? ['HTTPS_PROXY', 'https_proxy'] : ['HTTP_PROXY', 'http_proxy']).find((name) =>
    filled(environment, name),
  );
  if (variable === undefined) return null;
  const noProxy = ['NO_PROXY', 'no_proxy'].find((name) => filled(environment, name)) ?? '';
  if (needsNoProxy({ noProxy: environment[noProxy] ?? '', host: server.host, port: server.port })) return null;
  const text = environment[variable] ?? '';
  return parseProxy(text.includes('://') ? text : `http://${text}`, `The proxy in ${variable}`);
}

/** Where a message names it. */
export function proxyText(proxy: URL): string {
  return `${proxy.protocol}//${proxy.host}`;
}

function filled(environment: Readonly<Record<string, string | undefined>>, name: string): boolean {
  return (environment[name] ?? '') !== '';
}

function parseProxy(text: string, called: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && SCHEMES.includes(url.protocol) && url.hostname !== '') return url;
  throw new ClusterAccessError(
    'INVALID',
    `${called} is no URL of a proxy: write http://HOST:PORT, https://HOST:PORT or socks5://HOST:PORT.`,
  );
}
