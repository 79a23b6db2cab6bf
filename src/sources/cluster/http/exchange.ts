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
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly contentType: string;
  /** Unpacked. Throws ApiFault where it is cut, or stops coming. To be read to its end, or left. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** Resolves when the answer begins; one that is no success is an ApiFault with the server's message. */
export async function exchange(options: ExchangeOptions): Promise<Answer> {
  const { transport, method = 'GET', path, accept = 'application/json', body, silence, signal } = options;
  signal.throwIfAborted();
  const watch = new Silence({ milliseconds: silence, signal });
  try {
    const headers = { accept, 'accept-encoding': 'gzip', ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const request = await transport.request({ method, path, headers, signal: watch.signal });
    const response = await answered(request, body);
    if (response.statusCode === undefined || response.statusCode >= 300) throw await refusal(response, watch);
    return { contentType: String(response.headers['content-type'] ?? ''), body: watched(response, watch) };
  } catch (error) {
    watch.end();
    throw toFault({ error, watch, silence, begun: false, signal });
  }

  async function* watched(response: IncomingMessage, silenceOf: Silence): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    try {
      for await (const chunk of unpacked(response, silenceOf)) {
        bytes += chunk.length;
        silenceOf.pause();
        yield chunk;
        silenceOf.resume();
      }
    } catch (error) {
      throw toFault({ error, watch: silenceOf, silence, begun: true, bytes, signal });
    } finally {
      silenceOf.end();
      // What is left unread would keep the connection busy.
      if (!response.complete) response.destroy();
    }
  }
}

function answered(request: ClientRequest, body: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
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
  for await (const chunk of unpacked(response, watch)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > REFUSAL_BYTES) break;
  }
  watch.end();
  const httpStatus = response.statusCode ?? 0;
  const { message, retryAfter } = statusMessage({ body: Buffer.concat(chunks), httpStatus, statusText: response.statusMessage ?? '' });
  return statusFault({ httpStatus, message, retryAfter: parseRetryAfter(response.headers['retry-after']) ?? retryAfter });
}

function toFault(options: {
  readonly error: unknown;
  readonly watch: Silence;
  readonly silence: number;
  readonly begun: boolean;
  readonly bytes?: number;
  readonly signal: AbortSignal;
}): unknown {
  const { error, watch, silence, begun, bytes = 0, signal } = options;
  if (signal.aborted) return signal.reason;
  if (watch.broken) {
    const seconds = `${silence / 1000} s`;
    return silenceFault(
      begun ? `the answer stopped after ${bytes} bytes: nothing more for ${seconds}` : `no answer for ${seconds}`,
      !begun,
    );
  }
  if (error instanceof Error && error.name === 'ApiFault') return error;
  // Without credentials nothing was asked of the server.
  if (error instanceof ClusterAccessError) return new ApiFault({ outcome: 'denied', message: error.message, cause: error });
  return connectionFault(error, begun);
}
