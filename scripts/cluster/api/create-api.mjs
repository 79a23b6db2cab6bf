/** A small client of the API server's JSON, for tests: no watch, no cache, no retries. */
import { ApiError } from './api-error.mjs';
import { createTransport } from './http.mjs';
import { createResources } from './resources.mjs';

const patchTypes = {
  apply: 'application/apply-patch+yaml',
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
};

/** @param {import('../types.ts').ApiOptions} options @returns {import('../types.ts').Api} */
export function createApi(options) {
  const { send, close } = createTransport(options);
  /** @param {import('../types.ts').ApiRequest} request @returns {Promise<import('../types.ts').KubeObject>} */
  const ask = async (request) => {
    const response = await send(request);
    if (response.status >= 300) throw new ApiError({ request, response });
    return JSON.parse(response.text);
  };
  const resources = createResources((path) => ask({ path }));
  /** @param {import('../types.ts').NewObject} object */
  const pathOf = async (object) => `${await resources.collectionOf(object)}/${object.metadata.name}`;
  return {
    request: send,
    get: (path, query) => ask({ path, ...(query && { query }) }),
    list: (path, query) => listAll({ ask, path, query: query ?? {} }),
    pathOf,
    create: async (body, query) => ask({ method: 'POST', path: await resources.collectionOf(body), body, ...(query && { query }) }),
    apply: async (body, fieldManager = 'snapgraph-test') =>
      ask({
        method: 'PATCH',
        path: await pathOf(body),
        query: { fieldManager, force: true },
        body,
        headers: { 'content-type': patchTypes.apply },
      }),
    patch: (path, body, type = 'merge') => ask({ method: 'PATCH', path, body, headers: { 'content-type': patchTypes[type] } }),
    delete: (path, body) => ask({ method: 'DELETE', path, ...(body === undefined ? {} : { body }) }),
    close,
  };
}

/**
 * @param {object} options
 * @param {(request: import('../types.ts').ApiRequest) => Promise<import('../types.ts').KubeObject>} options.ask
 * @param {string} options.path
 * @param {NonNullable<import('../types.ts').ApiRequest['query']>} options.query
 */
async function listAll({ ask, path, query }) {
  /** @type {import('../types.ts').KubeObject[]} */
  const found = [];
  /** @type {string | undefined} */
  let next;
  do {
    const page = await ask({ path, query: { limit: 500, ...query, continue: next } });
    found.push(.../** @type {import('../types.ts').KubeObject[]} */ (page['items'] ?? []));
    next = page.metadata.continue || undefined;
  } while (next !== undefined);
  return found;
}
