/** client-node's agent for one set of certificates, with what it lacks: it is kept alive, and checks the right name. */
import type { Agent } from 'node:http';
import type { Agent as HttpsAgent, RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type SecureContext } from 'node:tls';
import { type ClientNodeSettings, createKubeConfig } from './client-node.ts';
import { headerText } from './header-text.ts';
import { TunnelAgent } from './proxy/tunnel-agent.ts';
import type { Route } from './route.ts';
import { hostAndPort } from './server-url.ts';
import type { Target } from './target.ts';
import type { TlsMaterial } from './tls/material.ts';
import { systemRoots } from './tls/system-roots.ts';

export interface AgentOptions {
  readonly target: Target;
  readonly route: Route;
  /** The name that the server's certificate must have. */
  readonly certificateName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Connections at once. */
  readonly maxSockets: number;
}

/** What a request takes from here. */
export interface Opened {
  readonly agent: Agent;
  /** `Authorization`, where the kubeconfig itself holds a token. */
  readonly headers: Readonly<Record<string, string>>;
  /** `name:password`, where it holds those. */
  readonly auth: string | undefined;
}

interface AgentParts extends AgentOptions {
  readonly material: TlsMaterial;
  /** Undefined where requests are made without TLS. */
  readonly context: SecureContext | undefined;
}

export async function openAgent(parts: AgentParts): Promise<Opened> {
  const kubeConfig = await createKubeConfig(clientNodeSettings(parts));
  // An environment variable may not turn off what the kubeconfig wants verified.
  const request: RequestOptions = { headers: {}, rejectUnauthorized: true };
  await kubeConfig.applyToHTTPSOptions(request);
  const agent = parts.route.tunnel === null ? (request.agent as HttpsAgent) : tunnelAgent(parts.route.tunnel, parts);
  Object.assign(agent.options, tlsOptions(parts, request));
  // client-node's agents close a connection after each request.
  Object.assign(agent, { keepAlive: true, maxSockets: parts.maxSockets, maxFreeSockets: parts.maxSockets });
  return { agent, headers: request.headers as Record<string, string>, auth: request.auth ?? undefined };
}

function tunnelAgent(proxy: URL, { material, environment }: AgentParts): TunnelAgent {
  const own = material.authority === undefined ? [] : [material.authority.toString()];
  return new TunnelAgent({ proxy, roots: proxy.protocol === 'https:' ? [...own, ...systemRoots(environment)] : [] });
}

/** Node would check the name that a connection goes to, which behind a proxy is not always the server's. */
function tlsOptions({ certificateName, context }: AgentParts, request: RequestOptions): RequestOptions {
  return {
    rejectUnauthorized: request.rejectUnauthorized,
    // Names alone are sent as SNI; an empty one stands for an address.
    servername: isIP(certificateName) === 0 ? certificateName : '',
    checkServerIdentity: (_host: string, certificate: PeerCertificate) => checkServerIdentity(certificateName, certificate),
    ...(context === undefined ? {} : { secureContext: context }),
  };
}

function clientNodeSettings({ target, route, material }: AgentParts): ClientNodeSettings {
  const { token, username, password } = target.user.value;
  const { insecureSkipTlsVerify } = target.cluster.value;
  return {
    cluster: {
      server: `${route.secure ? 'https' : 'http'}://${hostAndPort(route)}`,
      // Without TLS there is nothing to verify, and client-node refuses to go there otherwise.
      skipTlsVerify: insecureSkipTlsVerify === true || !route.secure,
      authorityData: material.authority?.toString('base64'),
      // The proxy looks the name up, as with kubectl.
      proxyUrl: route.socks?.href.replace(/^socks5:/, 'socks5h:'),
    },
    user: {
      certificateData: material.certificate?.toString('base64'),
      keyData: material.key?.toString('base64'),
      token: token === undefined ? undefined : headerText(token.trim(), `The token of ${target.user.called}`),
      username,
      password: password ?? '',
    },
  };
}
