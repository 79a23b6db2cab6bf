/** A proxy in front of the API server, for what the server cannot be made to do: hang in the middle of a body, cut a connection, answer 429. */
import { readFileSync } from 'node:fs';
import { createServer, Agent as HttpsAgent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { createChooser } from './choose-fault.mjs';
import { forward } from './forward.mjs';

/** @typedef {{ -readonly [Field in keyof import('../types.ts').ProxiedRequest]: import('../types.ts').ProxiedRequest[Field] }} Entry */

/** @param {import('../types.ts').FaultProxyOptions} options @returns {Promise<import('../types.ts').FaultProxy>} */
export async function startFaultProxy({ controlPlane, faults = [], uncompressed = false }) {
  const { server: upstream, ca, admin, folder } = controlPlane;
  const asBearer = new HttpsAgent({ keepAlive: true, ca });
  const asAdmin = new HttpsAgent({ keepAlive: true, ca, cert: admin.certificate, key: admin.key });
  /** @type {Entry[]} */
  const requests = [];
  let choose = createChooser(faults);

  const server = createServer(
    { cert: readFileSync(`${folder}/pki/apiserver.crt`), key: readFileSync(`${folder}/pki/apiserver.key`) },
    (request, response) => {
      const entry = entryOf(request);
      requests.push(entry);
      const action = choose(entry);
      entry.fault = action?.type ?? null;
      response.once('close', () => {
        entry.status = response.headersSent ? response.statusCode : null;
        entry.finished = response.writableFinished;
        entry.ended = Date.now();
      });
      const onBytes = /** @param {number} bytes */ (bytes) => {
        entry.status = response.statusCode;
        entry.bytes += bytes;
      };
      const agent = request.headers.authorization === undefined ? asAdmin : asBearer;
      const pass = () => forward({ request, response, server: upstream, agent, uncompressed, action, onBytes });
      carryOut({ action, response, pass, onBytes });
    },
  );
  // A client's connection that we close between two requests would look like a fault.
  server.keepAliveTimeout = 600_000;
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    server: `https://127.0.0.1:${port}`,
    requests,
    setFaults: (next) => {
      choose = createChooser(next);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      asBearer.destroy();
      asAdmin.destroy();
      await closed;
    },
  };
}

/** @param {import('node:http').IncomingMessage} request @returns {Entry} */
function entryOf({ method = 'GET', url = '/' }) {
  const { pathname, searchParams } = new URL(url, 'https://localhost');
  const query = Object.fromEntries(searchParams);
  return { method, path: pathname, query, status: null, begun: Date.now(), ended: null, bytes: 0, finished: false, fault: null };
}

/**
 * @param {object} options
 * @param {import('../types.ts').FaultAction | null} options.action
 * @param {import('node:http').ServerResponse} options.response
 * @param {() => void} options.pass on to the API server
 * @param {(bytes: number) => void} options.onBytes
 */
function carryOut({ action, response, pass, onBytes }) {
  if (action?.type === 'answer') answer(action, response, onBytes);
  else if (action?.type === 'cut' && action.afterBytes === undefined) response.destroy();
  else if (action?.type === 'delay') sleep(action.ms, undefined, { ref: false }).then(() => response.destroyed || pass());
  else if (action?.type !== 'hang' || action.afterBytes !== undefined) pass();
}

/**
 * @param {Extract<import('../types.ts').FaultAction, { type: 'answer' }>} action
 * @param {import('node:http').ServerResponse} response
 * @param {(bytes: number) => void} onBytes
 */
function answer({ status, headers = {}, body = '' }, response, onBytes) {
  const isText = typeof body === 'string';
  const data = Buffer.from(isText ? body : JSON.stringify(body));
  response.writeHead(status, {
    'content-type': isText ? 'text/plain' : 'application/json',
    'content-length': data.length,
    ...headers,
  });
  onBytes(data.length);
  response.end(data);
}
