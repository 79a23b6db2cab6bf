/** Listens on the first free port of a few, and closes without cutting off what is under way. */
import type { Server } from 'node:http';

export interface ListenOptions {
  readonly server: Server;
  readonly host: string;
  readonly port: number;
  /** How many ports to try, from `port` upwards. */
  readonly portAttempts: number;
}

/** Resolves to the port. Rejects with a message that says what to do where the port is taken or the address is not this machine's. */
export async function listen(options: ListenOptions): Promise<number> {
  const { server, host, port, portAttempts } = options;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await listenOnce({ server, host, port: port === 0 ? 0 : port + attempt });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const next = port + attempt + 1;
      if (code === 'EADDRINUSE' && port !== 0 && attempt + 1 < portAttempts && next <= 65_535) continue;
      throw new Error(explain({ ...options, code, error }), { cause: error });
    }
  }
}

function listenOnce(options: { readonly server: Server; readonly host: string; readonly port: number }): Promise<number> {
  const { server, host, port } = options;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function explain(options: ListenOptions & { readonly code: string | undefined; readonly error: unknown }): string {
  const { host, port, portAttempts, code, error } = options;
  const ports = portAttempts > 1 ? `ports ${port} to ${port + portAttempts - 1}` : `port ${port}`;
  switch (code) {
    case 'EADDRINUSE':
      return `${ports} of ${host} in use: choose another with --port, or --port 0 for any free one.`;
    case 'EACCES':
      return `no permission to listen on port ${port}: choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `"${host}" is no address of this machine: give --host one, or 0.0.0.0 for all.`;
    default:
      return `cannot listen on ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Takes no more connections, lets requests under way end for so many milliseconds, then cuts them off. */
export function closeServer(options: { readonly server: Server; readonly timeout: number }): Promise<void> {
  const { server, timeout } = options;
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), timeout);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
