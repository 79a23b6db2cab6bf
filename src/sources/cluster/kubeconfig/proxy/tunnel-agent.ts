/**
 * Connections to an https server through an HTTP proxy's tunnel (CONNECT). client-node's own agent for this waits for ever, hides what the proxy
 * answered, and knows no addresses of IPv6. Source of the rules: Go, net/http/transport.go.
 */
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent, type AgentOptions, request as httpsRequest, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { hostAndPort } from '../server-url.ts';
import { proxyText } from './choose-proxy.ts';
import { proxyHeaders, proxyPlace } from './proxy-place.ts';

/** As long as Go waits for a connection. */
const PATIENCE = 30_000;

/** What Node asks of an agent, which its types tell only in part. */
type ConnectOptions = RequestOptions & { readonly socket?: Duplex };

export class TunnelAgent extends Agent {
  readonly #proxy: URL;
  readonly #roots: readonly string[];
  readonly #opening = new Set<ClientRequest>();

  /** `roots`: PEM, whom to trust where the proxy itself speaks TLS. */
  constructor(options: AgentOptions & { readonly proxy: URL; readonly roots: readonly string[] }) {
    const { proxy, roots, ...agentOptions } = options;
    super(agentOptions);
    this.#proxy = proxy;
    this.#roots = roots;
  }

  /** Called by Node for each new connection. */
  override createConnection(options: ConnectOptions, done?: (error: Error | null, socket: Duplex) => void): undefined {
    const fail = done as ((error: Error) => void) | undefined;
    this.#open(hostAndPort({ host: options.host ?? '', port: Number(options.port) }))
      .then((socket) => {
        const secured: ConnectOptions = { ...options, socket };
        return super.createConnection(secured) ?? socket;
      })
      .then(
        (socket) => done?.(null, socket),
        (error: Error) => fail?.(this.#failure(error)),
      );
  }

  #open(target: string): Promise<Duplex> {
    const tunnel = this.#connect(target);
    this.#opening.add(tunnel);
    tunnel.once('close', () => this.#opening.delete(tunnel));
    return new Promise((resolve, reject) => {
      tunnel.setTimeout(PATIENCE, () => tunnel.destroy(new Error(`no answer within ${PATIENCE / 1000} seconds`)));
      tunnel.once('error', reject);
      tunnel.once('connect', (response, socket, head) => {
        this.#opening.delete(tunnel);
        if (response.statusCode !== 200) {
          socket.destroy();
          reject(refusal(response));
          return;
        }
        if (head.length > 0) socket.unshift(head);
        socket.setTimeout(0);
        resolve(socket);
      });
      tunnel.end();
    });
  }

  override destroy(): void {
    for (const tunnel of this.#opening) tunnel.destroy(new Error('the connection was closed'));
    super.destroy();
  }

  #connect(target: string): ClientRequest {
    const proxy = this.#proxy;
    const options = {
      ...proxyPlace(proxy),
      method: 'CONNECT',
      path: target,
      headers: { Host: target, ...proxyHeaders(proxy) },
      agent: false,
    };
    return proxy.protocol === 'https:'
      ? httpsRequest({ ...options, ca: [...this.#roots], rejectUnauthorized: this.options.rejectUnauthorized })
      : httpRequest(options);
  }

  #failure(cause: Error): Error {
    const failure: NodeJS.ErrnoException = new Error(`the proxy ${proxyText(this.#proxy)} gave no way through: ${cause.message}`, {
      cause,
    });
    failure.code = (cause as NodeJS.ErrnoException).code ?? 'ERR_PROXY_TUNNEL';
    return failure;
  }
}

/** Below 500 it does not let us through, and would not at another try either. */
function refusal({ statusCode = 0, statusMessage = '' }: IncomingMessage): Error {
  const error = new Error(`it answered ${statusCode} ${statusMessage}`.trim());
  return statusCode < 500 ? Object.assign(error, { code: 'ERR_PROXY_REFUSED' }) : error;
}
