/** An API server of one or a few resources whose lists and watches a test writes byte by byte. */
import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Transport } from '../http/exchange.ts';

export interface ScriptedRequest {
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly isWatch: boolean;
  /** Of this path, lists and watches apart, from 1. */
  readonly turn: number;
}

export interface ScriptedResource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced?: boolean;
  readonly verbs?: readonly string[];
}

export interface ScriptedServer {
  readonly url: string;
  readonly transport: Transport;
  readonly requests: readonly ScriptedRequest[];
  /** Connections that are open now. */
  readonly connections: () => Promise<number>;
}

/** Below /api/v1; what is served may change between two requests. Closed when the test is over. */
export async function startScriptedServer(options: {
  readonly resources: () => readonly ScriptedResource[];
  readonly answer: (asked: ScriptedRequest, response: ServerResponse) => void;
}): Promise<ScriptedServer> {
  const requests: ScriptedRequest[] = [];
  const server = createServer((incoming, response) => {
    const { pathname: path, searchParams: query } = new URL(incoming.url ?? '', 'http://localhost');
    const discovery = discoveryAt(path, options.resources());
    if (discovery !== undefined) return void response.end(JSON.stringify(discovery));
    const isWatch = query.has('watch');
    const turn = 1 + requests.filter((one) => one.path === path && one.isWatch === isWatch).length;
    const asked = { path, query, isWatch, turn };
    requests.push(asked);
    options.answer(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    transport: {
      request: async ({ method, path, headers, signal }) =>
        request({ host: '127.0.0.1', port, method, path, headers, signal, agent: false }),
    },
    requests,
    connections: () => new Promise((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count)))),
  };
}

export function listText(options: {
  readonly kind: string;
  readonly resourceVersion: string;
  readonly items: readonly unknown[];
  readonly next?: string;
}): string {
  const { kind, resourceVersion, items, next = '' } = options;
  return JSON.stringify({ kind: `${kind}List`, apiVersion: 'v1', metadata: { resourceVersion, continue: next }, items });
}

/** A line of a watch. */
export function eventText(type: string, object: unknown): string {
  return `${JSON.stringify({ type, object })}\n`;
}

export function answerStatus(response: ServerResponse, code: number, message = `status ${code}`): void {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code }));
}

function discoveryAt(path: string, resources: readonly ScriptedResource[]): unknown {
  if (path === '/version') return { gitVersion: 'v1.0.0' };
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') return { kind: 'APIGroupList', groups: [] };
  if (path === '/api/v1/namespaces/kube-system') return { metadata: { uid: 'the-cluster' } };
  if (path === '/apis/authentication.k8s.io/v1/selfsubjectreviews') return {};
  if (path !== '/api/v1') return undefined;
  const listed = resources.map(({ name, kind, namespaced = true, verbs = ['get', 'list', 'watch'] }) => ({
    name,
    kind,
    namespaced,
    verbs,
  }));
  return { kind: 'APIResourceList', groupVersion: 'v1', resources: listed };
}
