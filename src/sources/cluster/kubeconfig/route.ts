/** The way to a cluster: what a request is addressed to, and through what its connections go. */
import { proxyHeaders, proxyPlace } from './proxy/proxy-place.ts';
import { hostAndPort, type ServerUrl } from './server-url.ts';

export interface Route {
  /** Requests are made over TLS. */
  readonly secure: boolean;
  /** Where they are sent. */
  readonly host: string;
  readonly port: number;
  /** In front of each path. */
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A proxy that connections are tunnelled through; null: they go straight to `host`. */
  readonly tunnel: URL | null;
  readonly socks: URL | null;
}

export function routeTo(server: ServerUrl, proxy: URL | null): Route {
  const straight: Route = { ...server, headers: {}, tunnel: null, socks: null };
  if (proxy === null) return straight;
  if (proxy.protocol.startsWith('socks')) return { ...straight, socks: proxy };
  return server.secure ? { ...straight, tunnel: proxy } : throughForwardProxy(server, proxy);
}

/** What is not secret is told to the proxy itself, with the whole URL in place of the path. */
function throughForwardProxy(server: ServerUrl, proxy: URL): Route {
  const target = hostAndPort(server);
  return {
    secure: proxy.protocol === 'https:',
    ...proxyPlace(proxy),
    prefix: `http://${target}${server.prefix}`,
    headers: { Host: target, ...proxyHeaders(proxy) },
    tunnel: null,
    socks: null,
  };
}
