/** The HTTPS server of a kubelet, as far as the API server asks it for logs. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ControlPlane } from '../../../../scripts/cluster/index.mjs';
import { containerLog } from './container-log.ts';
import type { PlayedPod } from './played-pod.ts';

export interface LogServer {
  readonly port: number;
  close(): Promise<void>;
}

/** On a port that the system chooses: clusters side by side do not meet. */
export async function serveLogs(options: { readonly cluster: ControlPlane; readonly address: string }): Promise<LogServer> {
  const { cluster, address } = options;
  const file = (name: string): Buffer => readFileSync(`${cluster.folder}/pki/${name}`);
  const server = createServer({ cert: file('apiserver.crt'), key: file('apiserver.key') }, (request, response) => {
    answer({ cluster, request, response }).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, resolve);
  });
  // A test that ends without us must be able to end.
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(options: {
  readonly cluster: ControlPlane;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}): Promise<void> {
  const { cluster, request, response } = options;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://kubelet');
  const [, kind, namespace, name, container = ''] = pathname.split('/');
  if (kind !== 'containerLogs') return void response.writeHead(404).end('404 page not found\n');
  const pod = (await cluster.api.get(`/api/v1/namespaces/${namespace}/pods/${name}`)) as unknown as PlayedPod;
  const asked = (option: string): boolean => searchParams.get(option) === 'true';
  const { status, text } = containerLog({ pod, container, previous: asked('previous'), timestamps: asked('timestamps') });
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}
