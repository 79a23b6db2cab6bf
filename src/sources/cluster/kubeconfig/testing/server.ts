/** Servers that say what arrived at them. */
import { createServer as createHttp, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import { pem } from './pem.ts';

/** A request as it arrived. */
export interface Arrival {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  /** The name in the client's certificate. */
  readonly client: string | null;
  /** The name that TLS asked for. */
  readonly servername: string | null;
  /** The same for requests over the same connection. */
  readonly connection: number;
}

export interface RecordingServer {
  readonly port: number;
  readonly arrivals: readonly Arrival[];
  readonly server: Server;
}

export interface RecordingOptions {
  readonly tls?: boolean;
  readonly host?: string;
  readonly status?: (arrival: Arrival) => number;
  readonly options?: ServerOptions;
}

export async function startServer({
  tls = true,
  host = '127.0.0.1',
  status = () => 200,
  options = {},
}: RecordingOptions = {}): Promise<RecordingServer> {
  const arrivals: Arrival[] = [];
  const sockets: Socket[] = [];
  const listener: RequestListener = (request, response) => {
    const arrival = arrivalOf(request, sockets);
    arrivals.push(arrival);
    response.statusCode = status(arrival);
    response.end(JSON.stringify({ count: arrivals.length }));
  };
  const secured = {
    key: pem('server.key'),
    cert: pem('server.pem'),
    ca: pem('authority.pem'),
    requestCert: true,
    rejectUnauthorized: false,
    ...options,
  };
  const server: Server = tls ? createHttps(secured, listener) : createHttp(listener);
  return { port: await listening(server, host), arrivals, server };
}

/** The port; the server is gone when the test is. */
export async function listening(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function arrivalOf(request: IncomingMessage, sockets: Socket[]): Arrival {
  const { method = '', url = '', headers, rawHeaders } = request;
  if (!sockets.includes(request.socket)) sockets.push(request.socket);
  const tls = request.socket as Partial<TLSSocket>;
  const subject = tls.authorized === true ? tls.getPeerCertificate?.().subject : undefined;
  const servername: unknown = tls.servername;
  return {
    method,
    url,
    headers,
    rawHeaders,
    client: subject === undefined ? null : String(subject.CN),
    servername: typeof servername === 'string' ? servername : null,
    connection: sockets.indexOf(request.socket),
  };
}
