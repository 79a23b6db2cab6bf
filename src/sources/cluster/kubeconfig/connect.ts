/** From what the user says to a cluster that can be asked: the kubeconfig read, the context chosen, the credentials there. */
import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { checkTarget } from './check-target.ts';
import { chooseTarget } from './choose-target.ts';
import { Connections } from './connections.ts';
import { credentialSource } from './credential-source.ts';
import type { CredentialSource } from './credentials.ts';
import { headerText } from './header-text.ts';
import { impersonationHeaders } from './impersonation.ts';
import { chooseProxy } from './proxy/choose-proxy.ts';
import { type Route, routeTo } from './route.ts';
import { parseServerUrl } from './server-url.ts';
import type { Identity, Target, TargetOptions } from './target.ts';

export interface ConnectOptions extends TargetOptions {
  /** Stops the wait for credentials. */
  readonly signal?: AbortSignal | undefined;
  /** There is a person at a terminal whom a credential plugin may ask. Default: no. */
  readonly interactive?: boolean | undefined;
  /** What a credential plugin says meanwhile: an address to open in a browser, a code. */
  readonly onMessage?: ((text: string) => void) | undefined;
  /** Milliseconds for one run of a credential plugin. Default: a minute, five where it may ask. */
  readonly pluginTimeout?: number | undefined;
  /** Connections at once. */
  readonly maxSockets?: number | undefined;
  readonly userAgent?: string | undefined;
}

export interface Connection {
  readonly identity: Identity;
  readonly transport: Transport;
  /** Ends all connections. */
  close(): void;
}

export interface Transport {
  /**
   * A request that is not ended yet, with credentials that are good now. `path` begins with a slash and is below the server's own prefix.
   * Rejects with ClusterAccessError where there are no credentials, with the signal's reason where that is aborted; after an answer 401
   * the next request brings new ones, where there are any to be had: ask once more.
   */
  request(options: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>> | undefined;
    readonly signal: AbortSignal;
  }): Promise<ClientRequest>;
}

const PLUGIN_TIMEOUT = 60_000;
const ASKING_PLUGIN_TIMEOUT = 300_000;
const MOST_SOCKETS = 32;

/** Nothing is sent to the cluster yet, but credentials are there. Throws ClusterAccessError, an abort the signal's reason. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const {
    environment,
    signal = new AbortController().signal,
    interactive = false,
    maxSockets = MOST_SOCKETS,
    userAgent = 'snapgraph',
  } = options;
  const chosen = chooseTarget(options);
  checkTarget(chosen);
  const server = parseServerUrl({
    server: chosen.cluster.value.server,
    secureByDefault: namesCertificates(chosen),
    called: chosen.cluster.called,
  });
  const target = server.secure ? chosen : withoutCredentials(chosen);
  const route = routeTo(server, chooseProxy({ cluster: target.cluster, server, environment }));
  const source = await credentialSource({
    target,
    environment,
    interactive,
    timeout: options.pluginTimeout ?? (interactive ? ASKING_PLUGIN_TIMEOUT : PLUGIN_TIMEOUT),
    onMessage: options.onMessage ?? (() => undefined),
  });
  const certificateName = server.secure ? (target.cluster.value.tlsServerName ?? server.host) : route.host;
  const connections = new Connections({ target, route, certificateName, environment, maxSockets });
  const headers = {
    'User-Agent': headerText(userAgent, 'The user agent'),
    ...route.headers,
    ...impersonationHeaders(target.user.value.impersonation),
  };
  await connections.open(await source.current(signal));
  return {
    identity: target.identity,
    transport: createTransport({
      route,
      source,
      connections,
      headers,
      called: target.user.called,
      plain: target.cluster.value.disableCompression === true,
    }),
    close: () => connections.close(),
  };
}

/** Credentials are not sent where anyone can read them on the way, as with kubectl. */
function withoutCredentials(target: Target): Target {
  const { impersonation } = target.user.value;
  return { ...target, user: { ...target.user, value: { impersonation } } };
}

/** Source: client-go, rest/url_utils.go, defaultServerUrlFor. */
function namesCertificates({ cluster, user }: Target): boolean {
  const { certificateAuthority, certificateAuthorityData, insecureSkipTlsVerify } = cluster.value;
  const { clientCertificate, clientCertificateData } = user.value;
  return (
    insecureSkipTlsVerify === true ||
    (certificateAuthority ?? certificateAuthorityData ?? clientCertificate ?? clientCertificateData) !== undefined
  );
}

function createTransport(parts: {
  readonly route: Route;
  readonly source: CredentialSource;
  readonly connections: Connections;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly called: string;
  /** Answers are not to be compressed: on a fast network that takes longer. */
  readonly plain: boolean;
}): Transport {
  const { route, source, connections, headers, called, plain } = parts;
  const send = route.secure ? httpsRequest : httpRequest;
  return {
    async request({ method, path, headers: own, signal }) {
      signal.throwIfAborted();
      const credentials = await source.current(signal);
      const { agent, headers: standing, auth } = await connections.open(credentials);
      const { token } = credentials;
      const bearer = token === undefined ? standing : { Authorization: `Bearer ${headerText(token, `The token of ${called}`)}` };
      const request = send({
        protocol: route.secure ? 'https:' : 'http:',
        host: route.host,
        port: route.port,
        path: route.prefix + path,
        method,
        headers: { ...headers, ...bearer, ...own, ...(plain ? { 'accept-encoding': 'identity' } : {}) },
        ...(auth === undefined ? {} : { auth }),
        agent,
        signal,
      });
      tellAbort(request, signal);
      request.once('response', ({ statusCode }) => {
        if (statusCode === 401) source.refused(credentials);
      });
      return request;
    },
  };
}

/** Node tells a request of an abort only once it has a connection, for which it may wait long: behind a proxy, or behind other requests. */
function tellAbort(request: ClientRequest, signal: AbortSignal): void {
  const tell = (): void => {
    // Node's own word for it may come later.
    request.on('error', () => undefined);
    request.emit(
      'error',
      Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' }),
    );
  };
  signal.addEventListener('abort', tell, { once: true });
  request.once('socket', () => signal.removeEventListener('abort', tell));
}
