import { ClusterAccessError } from './access-error.ts';

export interface ServerUrl {
  readonly secure: boolean;
  /** A name or an address, one of IPv6 without its brackets. */
  readonly host: string;
  readonly port: number;
  /** What all paths of this server begin with; '' or with a slash in front and none at its end. */
  readonly prefix: string;
}

/** `https://host:port/prefix`. Without a scheme it is https where certificates are named, as in kubectl. Source: client-go, rest/url_utils.go. */
export function parseServerUrl(options: {
  readonly server: string;
  readonly secureByDefault: boolean;
  readonly called: string;
}): ServerUrl {
  const { server, secureByDefault, called } = options;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(server) ? server : `${secureByDefault ? 'https' : 'http'}://${server}`;
  const url = URL.canParse(text) && !server.startsWith('/') ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '') {
    throw new ClusterAccessError('INVALID', `The server "${server}" of ${called} is no URL of an API server: write https://HOST:PORT.`);
  }
  const secure = url.protocol === 'https:';
  return {
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
    prefix: url.pathname.replace(/\/+$/, ''),
  };
}

/** As it stands in URLs and Host headers. */
export function hostAndPort({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** As it may be shown and kept: a URL may name a user and a password. */
export function withoutPassword(server: string): string {
  return server.replace(/^(\w+:\/\/)?[^/?#]*@/, '$1');
}
