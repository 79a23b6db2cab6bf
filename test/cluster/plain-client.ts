/** An HTTPS client without mercy: what came, when, and how it ended. */
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';

export interface Heard {
  /** `null` where no answer came. */
  readonly status: number | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The answer was whole; `cut`: the connection broke; `silent`: nothing came for `patienceMs`. */
  readonly end: 'whole' | 'cut' | 'silent';
  readonly ms: number;
}

/** On a connection of its own; never rejects. */
export function hear(options: {
  readonly url: string;
  readonly ca: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly patienceMs?: number;
}): Promise<Heard> {
  const { url, ca, method = 'GET', body, headers = {}, patienceMs = 10_000 } = options;
  const begun = Date.now();
  const chunks: Buffer[] = [];
  let head: { status: number | null; headers: IncomingHttpHeaders } = { status: null, headers: {} };
  return new Promise((resolve) => {
    const finish = (end: Heard['end']): void => {
      resolve({ ...head, body: Buffer.concat(chunks), end, ms: Date.now() - begun });
      asked.destroy();
    };
    const asked = request(url, { ca, method, headers, agent: false }, (response) => {
      head = { status: response.statusCode ?? null, headers: response.headers };
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => finish('whole'));
      response.once('error', () => finish('cut'));
    });
    asked.setTimeout(patienceMs, () => finish('silent'));
    asked.on('error', () => finish('cut'));
    asked.end(body);
  });
}
