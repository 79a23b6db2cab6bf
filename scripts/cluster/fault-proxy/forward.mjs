/** One request on to the API server, and its answer back, streamed. */
import { request as httpsRequest } from 'node:https';
import { bodyFault, reachedLimit } from './body-faults.mjs';

/** Of one connection, not of the request. */
const hopByHop = ['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade'];

/**
 * @param {object} options
 * @param {import('node:http').IncomingMessage} options.request
 * @param {import('node:http').ServerResponse} options.response
 * @param {string} options.server
 * @param {import('node:https').Agent} options.agent
 * @param {boolean} options.uncompressed
 * @param {import('../types.ts').FaultAction | null} options.action
 * @param {(bytes: number) => void} options.onBytes of the body, as they go to the client
 */
export function forward({ request, response, server, agent, uncompressed, action, onBytes }) {
  const upstream = httpsRequest(`${server}${request.url}`, {
    method: request.method ?? 'GET',
    agent,
    headers: endToEnd(request.headers, uncompressed ? ['accept-encoding', 'host'] : ['host']),
  });
  // The client is gone, or was cut off.
  response.once('close', () => upstream.destroy());
  upstream.once('error', (error) => {
    if (response.headersSent) response.destroy();
    else answerUnreachable(response, error);
  });
  upstream.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers, []));
    // Else it goes out with the first bytes, and those may be held.
    response.flushHeaders();
    answer.once('error', () => response.destroy());
    onBytes(0);
    const fault = bodyFault(action);
    const body = fault === null ? answer : answer.pipe(fault);
    body.on('data', (chunk) => onBytes(chunk.length));
    body.pipe(response, { end: false });
    body.once('end', () => {
      if (fault === null || !reachedLimit(fault)) response.end();
      else if (action?.type === 'cut') cutWhenSent(response);
    });
  });
  request.pipe(upstream);
}

/** @param {import('node:http').IncomingHttpHeaders} headers @param {readonly string[]} without */
function endToEnd(headers, without) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name) && !without.includes(name)));
}

/** What came before the cut is on its way still. @param {import('node:http').ServerResponse} response */
function cutWhenSent(response) {
  if (response.writableLength === 0) response.destroy();
  else setTimeout(cutWhenSent, 5, response).unref();
}

/** As a load balancer in front of a dead API server says it. @param {import('node:http').ServerResponse} response @param {Error} error */
function answerUnreachable(response, error) {
  response.writeHead(502, { 'content-type': 'text/plain' });
  response.end(`The API server cannot be reached: ${error.message}\n`);
}
