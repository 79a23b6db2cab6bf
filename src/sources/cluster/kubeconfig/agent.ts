/** The agent for one set of certificates: it is kept alive, and checks the right name. */
import { Agent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate, type SecureContext } from 'node:tls';
import { createKubeConfig } from './client-node.ts';
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
  const agent = await agentOf(parts);
  Object.assign(agent.options, tlsOptions(parts));
  // Node's agents close a connection after each request unless told otherwise, client-node's always.
  Object.assign(agent, { keepAlive: true, maxSockets: parts.maxSockets, maxFreeSockets: parts.maxSockets });
  return { agent, ...authorization(parts.target) };
}

async function agentOf(parts: AgentParts): Promise<HttpsAgent> {
  const { route } = parts;
  if (route.socks !== null) return await socksAgent(route.socks, parts);
  if (route.tunnel !== null) return tunnelAgent(route.tunnel, parts);
  return route.secure ? new HttpsAgent() : (new Agent() as HttpsAgent);
}

function authorization({ user }: Target): Pick<Opened, 'headers' | 'auth'> {
  const { token, username, password = '' } = user.value;
  const bearer = token === undefined ? '' : headerText(token.trim(), `The token of ${user.called}`);
  return {
    headers: bearer === '' ? {} : { Authorization: `Bearer ${bearer}` },
    auth: username === undefined || username === '' ? undefined : `${username}:${password}`,
  };
}

/** client-node knows how to speak to such a proxy. It is large: nobody else waits for it to be loaded. */
async function socksAgent(proxy: URL, { route, material }: AgentParts): Promise<HttpsAgent> {
  const kubeConfig = await createKubeConfig({
    cluster: {
      server: `${route.secure ? 'https' : 'http'}://${hostAndPort(route)}`,
      authorityData: material.authority?.toString('base64'),
      // The proxy looks the name up, as with kubectl.
      proxyUrl: proxy.href.replace(/^socks5:/, 'socks5h:'),
    },
    user: { certificateData: material.certificate?.toString('base64'), keyData: material.key?.toString('base64') },
  });
  const request: RequestOptions = {};
  await kubeConfig.applyToHTTPSOptions(request);
  return request.agent as HttpsAgent;
}

function tunnelAgent(proxy: URL, { material, environment }: AgentParts): TunnelAgent {
  const own = material.authority === undefined ? [] : [material.authority.toString()];
  return new TunnelAgent({ proxy, roots: proxy.protocol === 'https:' ? [...own, ...systemRoots(environment)] : [] });
}

/** Node would check the name that a connection goes to, which behind a proxy is not always the server's. */
function tlsOptions({ target, certificateName, context }: AgentParts): RequestOptions {
  return {
    // Said either way: an environment variable may not turn off what the kubeconfig wants verified.
    rejectUnauthorized: target.cluster.value.insecureSkipTlsVerify !== true,
    // Names alone are sent as SNI; an empty one stands for an address.
    servername: isIP(certificateName) === 0 ? certificateName : '',
    checkServerIdentity: (_host: string, certificate: PeerCertificate) => checkServerIdentity(certificateName, certificate),
    ...(context === undefined ? {} : { secureContext: context }),
  };
}
