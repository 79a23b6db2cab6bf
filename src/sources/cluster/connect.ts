/** Reaches the cluster of a kubeconfig's context, or the one that this runs in. */
import { existsSync } from 'node:fs';
import http, { type ClientRequest } from 'node:http';
import https from 'node:https';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ClusterIdentity, Connection } from './connection.ts';

export interface ConnectOptions {
  /** A file; beats KUBECONFIG. */
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly impersonate: { readonly user?: string | undefined; readonly groups: readonly string[]; readonly uid?: string | undefined };
  /** Connections at once. */
  readonly connections: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A context that cannot be used; where it is a name, with those that there are. */
export class ContextError extends Error {
  override readonly name = 'ContextError';
  readonly close: { readonly name: string; readonly candidates: readonly string[] } | undefined;

  constructor(message: string, close?: { readonly name: string; readonly candidates: readonly string[] }) {
    super(message);
    this.close = close;
  }
}

/** The names of all contexts. Throws ContextError where a kubeconfig cannot be read. */
export async function contextNames(options: Pick<ConnectOptions, 'kubeconfig' | 'environment'>): Promise<string[]> {
  const { config } = await load(options);
  return config.contexts.map(({ name }) => name);
}

/** Throws ContextError. Nothing is asked of the cluster yet. */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { config, files } = await load(options);
  const context = options.context ?? (options.environment['KUBECONTEXT'] || undefined) ?? config.currentContext;
  if (context === undefined || context === '') throw noContext(files);
  choose(config, context);
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new ContextError(`The context "${context}" names a cluster that its kubeconfig does not have.`);
  const identity: ClusterIdentity = {
    context: files.length === 0 ? null : context,
    cluster: cluster.name,
    server: cluster.server,
    user: config.getCurrentUser()?.name ?? null,
    namespace: config.getContextObject(context)?.namespace ?? null,
  };
  return connectionOf({ config, identity, options });
}

interface Loaded {
  readonly config: KubeConfig;
  /** None: this runs in a cluster. */
  readonly files: readonly string[];
}

async function load({ kubeconfig, environment }: Pick<ConnectOptions, 'kubeconfig' | 'environment'>): Promise<Loaded> {
  const { KubeConfig } = await import('@kubernetes/client-node');
  const named = kubeconfig === undefined ? (environment['KUBECONFIG'] ?? '').split(delimiter).filter((file) => file !== '') : [kubeconfig];
  const wanted = named.length > 0 ? named : [join(environment['HOME'] ?? homedir(), '.kube', 'config')];
  const files = wanted.filter((file) => existsSync(file));
  if (files.length === 0 && named.length > 0)
    throw new ContextError(`There is no kubeconfig ${named.join(', ')}. Name another with --kubeconfig.`);
  const config = new KubeConfig();
  if (files.length === 0) {
    if (existsSync(TOKEN)) config.loadFromCluster();
    return { config, files };
  }
  for (const [index, file] of files.entries()) {
    const one = new KubeConfig();
    try {
      one.loadFromFile(file);
    } catch (error) {
      throw new ContextError(`The kubeconfig ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    }
    if (index === 0) config.loadFromOptions(one);
    else mergeInto(config, one);
  }
  return { config, files };
}

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/** The first file that names a thing counts. Source: client-go, tools/clientcmd/loader.go. */
function mergeInto(config: KubeConfig, more: KubeConfig): void {
  const isNew = (list: readonly { readonly name: string }[]) => (one: { readonly name: string }) =>
    !list.some(({ name }) => name === one.name);
  config.clusters = [...config.clusters, ...more.clusters.filter(isNew(config.clusters))];
  config.users = [...config.users, ...more.users.filter(isNew(config.users))];
  config.contexts = [...config.contexts, ...more.contexts.filter(isNew(config.contexts))];
  if (!config.currentContext) config.setCurrentContext(more.currentContext);
}

function choose(config: KubeConfig, context: string): void {
  const names = config.contexts.map(({ name }) => name);
  if (!names.includes(context))
    throw new ContextError(`There is no context "${context}" in the kubeconfig.`, { name: context, candidates: names });
  config.setCurrentContext(context);
}

function noContext(files: readonly string[]): ContextError {
  const looked = files.length === 0 ? 'there is no kubeconfig' : `${files.join(', ')} has no current context`;
  return new ContextError(
    `No cluster is chosen: ${looked}. Give --context, set KUBECONTEXT, choose one with kubectl config use-context, or run this in a cluster.`,
  );
}

/** client-node makes an agent for each request; one that keeps its connections is kept instead, as long as the certificates are the same. */
function connectionOf(given: {
  readonly config: KubeConfig;
  readonly identity: ClusterIdentity;
  readonly options: ConnectOptions;
}): Connection {
  const { config, identity, options } = given;
  const base = new URL(identity.server);
  const impersonation = impersonationHeaders(options.impersonate);
  let agent: http.Agent | null = null;
  let certificates = '';
  const cluster = config.getCurrentCluster();
  // client-node refuses plain http (kubectl proxy) without this; there is nothing to verify then.
  if (cluster !== null && base.protocol === 'http:') Object.assign(cluster, { skipTLSVerify: true });
  return {
    identity,
    transport: {
      request: async ({ method, path, headers, signal }): Promise<ClientRequest> => {
        const fresh: https.RequestOptions = {};
        await config.applyToHTTPSOptions(fresh);
        const used = [fresh.cert, fresh.key].map(String).join();
        if (agent === null || used !== certificates) {
          agent?.destroy();
          agent = keptAlive(fresh.agent as http.Agent, options.connections);
          certificates = used;
        }
        const { request } = base.protocol === 'http:' ? http : https;
        return request({
          ...fresh,
          agent,
          host: base.hostname.replace(/^\[|\]$/g, ''),
          port: base.port || (base.protocol === 'http:' ? 80 : 443),
          path: `${base.pathname.replace(/\/$/, '')}${path}`,
          method,
          headers: { ...fresh.headers, ...impersonation, ...headers },
          signal,
        });
      },
    },
    close: () => agent?.destroy(),
  };
}

function keptAlive(agent: http.Agent, connections: number): http.Agent {
  return Object.assign(agent, { keepAlive: true, maxSockets: connections, maxFreeSockets: connections });
}

/** Source: client-go, transport/round_trippers.go. */
function impersonationHeaders({ user, groups, uid }: ConnectOptions['impersonate']): Record<string, string | string[]> {
  return {
    ...(user === undefined ? {} : { 'Impersonate-User': user }),
    ...(groups.length === 0 ? {} : { 'Impersonate-Group': [...groups] }),
    ...(uid === undefined ? {} : { 'Impersonate-Uid': uid }),
  };
}
