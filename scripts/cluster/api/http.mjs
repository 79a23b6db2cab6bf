/** One HTTPS request to an API server, over connections that are kept. */
import { Agent, request as httpsRequest } from 'node:https';

/** @param {import('../types.ts').ApiOptions} options */
export function createTransport({ server, ca, token, admin, connections = 16, userAgent = 'snapgraph-test' }) {
  const client = token === undefined && admin !== undefined ? { cert: admin.certificate, key: admin.key } : {};
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ca, ...client });
  /** @type {Record<string, string>} */
  const common = {
    'user-agent': userAgent,
    accept: 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return {
    /** @param {import('../types.ts').ApiRequest} request @returns {Promise<import('../types.ts').ApiResponse>} */
    send: ({ method = 'GET', path, query = {}, body, headers = {}, timeoutMs = 120_000 }) =>
      new Promise((resolve, reject) => {
        const data = body === undefined ? null : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
        const sent = data === null ? {} : { 'content-type': 'application/json', 'content-length': data.length };
        const request = httpsRequest(
          `${server}${path}${search(query)}`,
          { method, agent, headers: { ...common, ...sent, ...headers } },
          (response) => {
            /** @type {Buffer[]} */
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.once('error', reject);
            response.once('end', () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
            );
          },
        );
        request.setTimeout(timeoutMs, () => request.destroy(new Error(`nothing came for ${timeoutMs / 1000} s`)));
        request.once('error', (error) => reject(new Error(`${method} ${path}: ${error.message}`, { cause: error })));
        request.end(data);
      }),
    close: () => agent.destroy(),
  };
}

/** @param {NonNullable<import('../types.ts').ApiRequest['query']>} query */
function search(query) {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [/** @type {[string, string]} */ ([name, String(value)])],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
