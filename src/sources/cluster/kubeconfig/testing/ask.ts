import type { IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';
import { type Connection, type ConnectOptions, connect } from '../connect.ts';
import { temporaryFolder } from './folder.ts';
import { oneContext } from './kubeconfig-file.ts';

/** With no environment and no home but what the test gives; closed when it ends. */
export async function connected(options: Partial<ConnectOptions>): Promise<Connection> {
  const connection = await connect({ environment: {}, home: '/nonexistent', serviceAccountFolder: '/nonexistent', ...options });
  onTestFinished(() => connection.close());
  return connection;
}

/** To a server on this machine, as user "jane" of a kubeconfig. */
export async function reach(content: Parameters<typeof oneContext>[0], options: Partial<ConnectOptions> = {}): Promise<Connection> {
  return await connected({ kubeconfig: temporaryFolder().write('config', oneContext(content)), ...options });
}

export interface Told {
  readonly status: number | undefined;
  readonly body: string;
}

/** One request to its end. */
export async function ask(
  connection: Connection,
  options: {
    readonly path?: string;
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<Told> {
  const { path = '/version', method = 'GET', headers, signal = AbortSignal.timeout(20_000) } = options;
  const request = await connection.transport.request({ method, path, headers, signal });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve);
    request.once('error', reject);
    request.end();
  });
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += chunk;
  return { status: response.statusCode, body };
}
