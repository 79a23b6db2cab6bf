/** Proxies that say what was asked of them. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { pem } from './pem.ts';
import { listening } from './server.ts';

export interface RecordingProxy {
  readonly port: number;
  /** `CONNECT host:port`, `GET http://…`, and what `Proxy-Authorization` held. */
  readonly asked: readonly string[];
  readonly server: Server;
}

/** Tunnels to whatever is asked for; names of the cluster lead to this machine. `refuse`: the status line in place of the tunnel. */
export async function startProxy({
  tls = false,
  refuse,
}: {
  readonly tls?: boolean;
  readonly refuse?: string;
} = {}): Promise<RecordingProxy> {
  const asked: string[] = [];
  const note = ({ method, url, headers }: IncomingMessage): void => {
    asked.push([`${method} ${url}`, ...(headers['proxy-authorization'] ?? [])].join(''));
  };
  const server: Server = tls ? createHttps({ key: pem('server.key'), cert: pem('server.pem') }) : createServer();
  server.on('connect', (request, socket: Socket) => {
    note(request);
    if (refuse !== undefined) socket.end(`HTTP/1.1 ${refuse}\r\n\r\n`);
    else joined(socket, addressOf(request.url ?? ''), () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
  });
  server.on('request', (request, response) => {
    note(request);
    response.setHeader('seen-host', String(request.headers.host)).end('forwarded');
  });
  return { port: await listening(server), asked, server };
}

function addressOf(target: string): { readonly host: string; readonly port: number } {
  const url = new URL(`http://${target}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host: host === 'cluster.example' ? '127.0.0.1' : host, port: Number(url.port) };
}

function joined(socket: Socket, to: { readonly host: string; readonly port: number }, ready: () => void): void {
  const onward = connect(to, () => {
    ready();
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.on('close', () => onward.destroy());
}

/** SOCKS 5 without or with a name and a password: RFC 1928, RFC 1929. */
export async function startSocks(): Promise<{ readonly port: number; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createTcp((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (greeting) => {
      const withPassword = greeting.subarray(2).includes(2);
      socket.write(Buffer.from([5, withPassword ? 2 : 0]));
      if (!withPassword) socket.once('data', (wish) => tunnel(socket, wish));
      else
        socket.once('data', (login) => {
          const name = login.subarray(2, 2 + (login[1] ?? 0));
          asked.push(`as ${name}:${login.subarray(3 + name.length)}`);
          socket.write(Buffer.from([1, 0]));
          socket.once('data', (wish) => tunnel(socket, wish));
        });
    });
  });
  const tunnel = (socket: Socket, wish: Buffer): void => {
    const { host, port } = wishedFor(wish);
    asked.push(`${host}:${port}`);
    joined(socket, addressOf(host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`), () =>
      socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0])),
    );
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked };
}

function wishedFor(wish: Buffer): { readonly host: string; readonly port: number } {
  const port = wish.readUInt16BE(wish.length - 2);
  const address = wish.subarray(4, -2);
  if (wish[3] === 1) return { host: address.join('.'), port };
  if (wish[3] === 3) return { host: address.subarray(1).toString(), port };
  const groups = Array.from({ length: 8 }, (_, index) => address.readUInt16BE(index * 2).toString(16));
  return { host: groups.join(':'), port };
}
