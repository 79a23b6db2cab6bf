/** One request and its answer. Whatever goes wrong is an ApiFault; an aborted signal throws its reason. */
import type { ClientRequest, IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { ClusterAccessError } from '../kubeconfig/access-error.ts';
import { ApiFault, connectionFault, silenceFault, statusFault } from './fault.ts';
import { parseRetryAfter } from './retry-after.ts';
import { Silence } from './silence.ts';
import { statusMessage } from './status-message.ts';

/** What reaches the API server: fresh credentials, kept-alive connections. */
export interface Transport {
  /** A request that is not ended yet. `path` begins with a slash. */
  request(options: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal: AbortSignal;
  }): Promise<ClientRequest>;
}

export interface ExchangeOptions {
  readonly transport: Transport;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly accept?: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Milliseconds without a byte after which the request is given up. */
  readonly silence: number;
  /** The same once the answer has begun, where that may be silent for another time. */
  readonly idle?: number;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly contentType: string;
  /** Unpacked. Throws ApiFault where it is cut, or stops coming. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Gives the answer to `take` when it begins, to be read or left; one that is no success is an ApiFault with the server's message. */
export async function exchange<Result>(options: ExchangeOptions, take: (answer: Answer) => Promise<Result>): Promise<Result> {
  const { silence, idle = silence, signal } = options;
  signal.throwIfAborted();
  const watch = new Silence({ milliseconds: silence, signal });
  const told = (error: unknown, bytes?: number): unknown =>
    toFault({ error, watch, silence: bytes === undefined ? silence : idle, signal, bytes });
  let response: IncomingMessage | null = null;
  try {
    const request = await requested(options, watch);
    response = await answered(request, options.body).catch((error: unknown) => {
      throw told(error);
    });
    if ((response.statusCode ?? 0) >= 300) throw await refusal(response, watch);
    if (idle !== silence) watch.allow(idle);
    return await take({ contentType: response.headers['content-type'] ?? '', body: watched({ response, watch, told }) });
  } finally {
    watch.end();
    // What is left unread would keep the connection busy.
    if (response?.readableEnded === false) response.destroy();
  }
}

/** The wait for credentials is no silence of the server, and what comes of it says nothing about the server. */
async function requested(options: ExchangeOptions, watch: Silence): Promise<ClientRequest> {
  const { transport, method = 'GET', path, accept = 'application/json', body, signal } = options;
  const headers = { accept, 'accept-encoding': 'gzip', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  try {
    const request = await transport.request({ method, path, headers, signal: watch.signal });
    watch.listen();
    return request;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const outcome = error instanceof ClusterAccessError ? 'denied' : 'failed';
    throw new ApiFault({ outcome, message: error instanceof Error ? error.message : String(error), cause: error });
  }
}

function answered(request: ClientRequest, body: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function* watched(options: {
  readonly response: IncomingMessage;
  readonly watch: Silence;
  readonly told: (error: unknown, bytes: number) => unknown;
}): AsyncGenerator<Uint8Array> {
  const { response, watch, told } = options;
  let bytes = 0;
  try {
    for await (const chunk of unpacked(response, watch)) {
      bytes += chunk.length;
      watch.pause();
      yield chunk;
      watch.listen();
    }
  } catch (error) {
    throw told(error, bytes);
  }
}

function unpacked(response: IncomingMessage, watch: Silence): AsyncIterable<Uint8Array> {
  response.on('data', () => watch.heard());
  response.pause();
  if (response.headers['content-encoding'] !== 'gzip') return response;
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  response.on('error', (error) => gunzip.destroy(error));
  return response.pipe(gunzip);
}

/** So much of a refusal is read: it holds a message, not objects. */
const REFUSAL_BYTES = 64 * 1024;

async function refusal(response: IncomingMessage, watch: Silence): Promise<ApiFault> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unpacked(response, watch)) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > REFUSAL_BYTES) break;
    }
  } catch {
    // Cut, or silent: what came says enough.
  }
  const httpStatus = response.statusCode ?? 0;
  const { message, retryAfter } = statusMessage({ body: Buffer.concat(chunks), httpStatus, statusText: response.statusMessage ?? '' });
  return statusFault({ httpStatus, message, retryAfter: parseRetryAfter(response.headers['retry-after']) ?? retryAfter });
}

/** `bytes`: so many of the answer had come; absent where it had not begun. */
function toFault(options: {
  readonly error: unknown;
  readonly watch: Silence;
  readonly silence: number;
  readonly signal: AbortSignal;
  readonly bytes: number | undefined;
}): unknown {
  const { error, watch, silence, signal, bytes } = options;
  if (signal.aborted) return signal.reason;
  const begun = bytes !== undefined;
  if (!watch.broken) return connectionFault(error, begun);
  const seconds = `${silence / 1000} s`;
  return silenceFault(begun ? `the answer stopped after ${bytes} bytes: nothing more for ${seconds}` : `no answer for ${seconds}`, !begun);
}
