/** An API server that answers from a capture, on a loopback address, for machines without a real one; and that can be made to fail in any way. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Transport } from '../http/exchange.ts';
import { answerOf } from './replay-answers.ts';
import type { ReplayData } from './replay-data.ts';
import type { Asked, Replied } from './replay-exchange.ts';

/** What happens instead: another answer, or one that breaks. `bytes` of the plain body are sent before it hangs or is cut. */
export type Fault = Replied | { readonly hangAfter: number } | { readonly cutAfter: number } | 'hang' | 'refuse';

export interface ReplayServer {
  readonly url: string;
  readonly transport: Transport;
  readonly asked: readonly Asked[];
  /** How many connections are answered at once, at most, so far. */
  readonly mostAtOnce: number;
  readonly listening: boolean;
  close(): Promise<void>;
}

export async function startReplayServer(options: {
  readonly data: ReplayData;
  /** Null where the answer is that of the data. */
  readonly fault?: (asked: Asked) => Fault | null;
  readonly gzip?: boolean;
}): Promise<ReplayServer> {
  const { data, fault = () => null, gzip = true } = options;
  const asked: Asked[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const server = createServer((incoming, response) => {
    atOnce++;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => atOnce--);
    void bodyOf(incoming).then((body) => {
      const url = new URL(incoming.url ?? '', 'http://localhost');
      const one = { method: incoming.method ?? '', path: url.pathname, query: url.searchParams, headers: incoming.headers, body };
      asked.push(one);
      reply({ response, fault: fault(one), answer: () => answerOf(data, one), gzip });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    transport: {
      request: async ({ method, path, headers, signal }) => request({ host: '127.0.0.1', port, method, path, headers, signal }),
    },
    asked,
    get mostAtOnce() {
      return mostAtOnce;
    },
    get listening() {
      return server.listening;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function reply(options: {
  readonly response: ServerResponse;
  readonly fault: Fault | null;
  readonly answer: () => Replied;
  readonly gzip: boolean;
}): void {
  const { response, fault, answer, gzip } = options;
  if (fault === 'hang') return;
  if (fault === 'refuse') {
    response.destroy();
    return;
  }
  const { status, body, headers } = fault !== null && 'status' in fault ? fault : answer();
  const bytes = Buffer.from(body as Uint8Array);
  const type = { 'content-type': 'application/json', ...headers };
  if (fault !== null && !('status' in fault)) {
    const at = 'hangAfter' in fault ? fault.hangAfter : fault.cutAfter;
    response.writeHead(status, { ...type, 'content-length': String(bytes.length) });
    response.write(bytes.subarray(0, at), () => {
      if ('cutAfter' in fault) response.socket?.destroy();
    });
    return;
  }
  const packed = gzip && bytes.length > 1_000;
  response.writeHead(status, { ...type, ...(packed ? { 'content-encoding': 'gzip' } : {}) });
  response.end(packed ? gzipSync(bytes) : bytes);
}
