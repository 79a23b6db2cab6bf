import { buildSchema, type ExecutionResult, GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Api } from '../api/create-api.ts';
import type { Snapshot } from '../store/reader.ts';
import { createHandler, type HandlerOptions } from './handler.ts';

/** Answers with what it was asked, so that the tests see what arrives at the api. */
const echo: Api['execute'] = async ({ query, variables, operationName, snapshot }) => ({
  data: { echo: JSON.stringify({ query, variables, operationName, snapshot }) },
});

function snapshotNamed(id: string, name: string = id): Snapshot {
  return { info: { id, name, finished: true, capturedTo: 0, objects: 1, userRules: [] }, kinds: [] } as unknown as Snapshot;
}

function handlerWith(options: Partial<HandlerOptions> & { readonly execute?: Api['execute'] } = {}) {
  const api = { schema: buildSchema('type Query { echo: String }'), execute: options.execute ?? echo } as Api;
  return createHandler({ api, snapshots: [snapshotNamed('abc'), snapshotNamed('def', '<script>alert(1)</script>')], ...options });
}

const handler = handlerWith({ tabs: [{ query: '{ echo } # a tab' }] });
const origin = 'http://127.0.0.1:4680';

function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, to = handler): Promise<Response> {
  return Promise.resolve(
    to.fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

async function echoed(response: Response): Promise<unknown> {
  const { data } = (await response.json()) as { data: { echo: string } };
  return JSON.parse(data.echo);
}

describe('queries', () => {
  test('arrive at the api whole', async () => {
    const response = await post('/graphql', { query: '{ echo }', variables: { a: 1 }, operationName: 'b' });
    expect(response.status).toBe(200);
    expect(await echoed(response)).toEqual({ query: '{ echo }', variables: { a: 1 }, operationName: 'b' });
  });

  test('go to the snapshot that the path names', async () => {
    expect(await echoed(await post('/snapshots/def/graphql', { query: '{ echo }' }))).toMatchObject({ query: '{ echo }', snapshot: 'def' });
  });

  test.each(['/snapshots/abd/graphql', '/snapshots/%ff/graphql', '/snapshots/..%2fabc/graphql'])('%s is not there', async (path) => {
    expect((await post(path, { query: '{ echo }' })).status).toBe(404);
  });

  test('a misspelt snapshot gets a suggestion', async () => {
    expect(await (await post('/snapshots/abd/graphql', { query: '{ echo }' })).text()).toContain('Did you mean "abc"?');
  });

  test('a query that is missing or none is an error of the request', async () => {
    for (const body of [{}, { query: 1 }, { query: '{ echo }', variables: 'x' }, [], 'null', '1', '{', '']) {
      const response = await post('/graphql', body, { accept: 'application/graphql-response+json' });
      expect([response.status, JSON.stringify(body)]).toEqual([400, JSON.stringify(body)]);
      const answer = (await response.json()) as ExecutionResult;
      expect(answer).not.toHaveProperty('data');
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    }
  });

  test('errors of the api stay as they are', async () => {
    const error = new GraphQLError('too deep', { extensions: { code: 'LIMIT_DEPTH' } });
    const response = await post('/graphql', { query: '{ echo }' }, {}, handlerWith({ execute: async () => ({ errors: [error] }) }));
    const body = (await response.json()) as ExecutionResult;
    expect(body.errors?.[0]).toMatchObject({ message: 'too deep', extensions: { code: 'LIMIT_DEPTH' } });
  });

  test('variables nested too deep to be a key are handed on all the same', async () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    const answering = handlerWith({ execute: async () => ({ data: { echo: 'answered' } }) });
    const response = await post('/graphql', `{"query":"{ echo }","variables":{"deep":${deep}}}`, {}, answering);
    expect(await response.json()).toEqual({ data: { echo: 'answered' } });
  });

  test('a request that is wrong as a whole has the status 400 for those who accept the GraphQL media type', async () => {
    const wrong = handlerWith({
      execute: async () => ({ errors: [new GraphQLError('no such field', { extensions: { code: 'BAD_USER_INPUT' } })] }),
    });
    const response = await post('/graphql', { query: '{ x }' }, { accept: 'application/graphql-response+json' }, wrong);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ message: 'no such field', extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  test('what fails unexpectedly is masked and logged once, under one id', async () => {
    const logged: { id: string; error: unknown }[] = [];
    const failing = handlerWith({ execute: () => Promise.reject(new Error('secret path /x')), logError: (entry) => logged.push(entry) });
    const text = await (await post('/graphql', { query: '{ echo }' }, {}, failing)).text();
    expect(text).not.toContain('secret');
    expect(logged.map(({ error }) => String(error))).toEqual(['Error: secret path /x']);
    expect(text).toContain(logged[0]?.id);
    expect(text).toContain('"INTERNAL"');
  });
});

describe('hostile requests', () => {
  test.each([
    ['GET with a query', { method: 'GET' }, '/graphql?query=%7Becho%7D', 405],
    ['GET of a mutation', { method: 'GET' }, '/graphql?query=mutation%7Bx%7D', 405],
    ['PUT', { method: 'PUT', body: '{}' }, '/graphql', 405],
    ['a form', { method: 'POST', body: 'query={echo}', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, '/graphql', 415],
    ['plain text', { method: 'POST', body: '{"query":"{echo}"}', headers: { 'content-type': 'text/plain' } }, '/graphql', 415],
    ['a query as such', { method: 'POST', body: '{echo}', headers: { 'content-type': 'application/graphql' } }, '/graphql', 415],
    ['multipart', { method: 'POST', body: new FormData() }, '/graphql', 415],
    ['no content-type', { method: 'POST', body: new Uint8Array([123, 125]) }, '/graphql', 415],
    ['a batch', { method: 'POST', body: '[{"query":"{echo}"}]', headers: { 'content-type': 'application/json' } }, '/graphql', 400],
    ['another path', { method: 'GET' }, '/etc/passwd', 404],
    ['a path behind ours', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, '/graphql/x', 404],
    [
      'a path that ends as ours',
      { method: 'POST', body: '{"query":"{echo}"}', headers: { 'content-type': 'application/json' } },
      '/x/graphql',
      404,
    ],
  ])('%s', async (_name, init, path, status) => {
    const response = await handler.fetch(origin + path, init);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('"data"');
  });

  test('a body over the limit is refused, with and without its length told', async () => {
    const small = handlerWith({ maxBodyBytes: 1_000 });
    const long = JSON.stringify({ query: '{ echo }', padding: 'x'.repeat(2_000) });
    expect((await post('/graphql', long, { 'content-length': String(long.length) }, small)).status).toBe(413);
    expect((await post('/graphql', long, {}, small)).status).toBe(413);
    expect((await post('/graphql', { query: '{ echo }' }, {}, small)).status).toBe(200);
  });

  test.each([
    'evil.example',
    'evil.example:4680',
    'localhost.evil.example',
    '127.0.0.1.nip.example',
    '10.0.0.1',
    'localhost@evil.example',
    '127.0.0.1/evil',
    '',
  ])('Host %j is refused', async (host) => {
    for (const path of ['/graphql', '/'])
      expect((await handler.fetch(origin + path, { headers: { host, accept: 'text/html' } })).status).toBe(421);
  });

  test.each(['localhost', 'LOCALHOST:4680', '127.0.0.1:4680', '127.0.0.2', '[::1]:4680', 'a.localhost', 'localhost.'])(
    'Host %j is served',
    async (host) => {
      expect((await handler.fetch(`${origin}/`, { headers: { host } })).status).toBe(200);
    },
  );

  test('further hosts are served where they are allowed, and addresses where the server is not on loopback', async () => {
    const status = async (host: string, options: Partial<HandlerOptions>) =>
      (await handlerWith(options).fetch(`${origin}/`, { headers: { host } })).status;
    expect(await status('snap.example', { allowedHosts: ['snap.example'] })).toBe(200);
    expect(await status('snap.example', { allowedHosts: ['*'] })).toBe(200);
    expect(await status('10.0.0.1', { loopback: false })).toBe(200);
    expect(await status('evil.example', { loopback: false })).toBe(421);
  });

  test('a preflight of another site is not answered', async () => {
    const headers = {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const response = await handler.fetch(`${origin}/graphql`, { method: 'OPTIONS', headers });
    expect(response.ok).toBe(false);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const answer = await post('/graphql', { query: '{ echo }' }, { origin: 'http://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('pages', () => {
  test('/ lists the snapshots, with what comes from captures escaped', async () => {
    const response = await handler.fetch(`${origin}/`);
    const html = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('href="/snapshots/abc/graphql"');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script');
  });

  test('/healthz', async () => {
    expect((await handler.fetch(`${origin}/healthz`)).status).toBe(200);
  });

  test('every answer says how it may be used', async () => {
    for (const path of ['/', '/healthz', '/nowhere', '/graphql']) {
      const { headers } = await handler.fetch(origin + path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('cache-control'), path).toBe('no-store');
    }
  });
});

describe('the playground', () => {
  const browser = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'gzip, deflate, br' };

  test('comes compressed, with an ETag that spares the second time', async () => {
    const response = await handler.fetch(`${origin}/graphql`, { headers: browser });
    const etag = response.headers.get('etag') ?? '';
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(4_000_000);
    const again = await handler.fetch(`${origin}/snapshots/abc/graphql`, { headers: { ...browser, 'if-none-match': `"x", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('loads nothing from outside, and only its own script may run', async () => {
    const response = await handler.fetch(`${origin}/graphql`, { headers: { ...browser, 'accept-encoding': 'identity' } });
    expect(response.headers.get('content-encoding')).toBeNull();
    const html = await response.text();
    expect(html).toContain('{ echo } # a tab');
    const outsideScripts = html.replaceAll(/<script>[\s\S]*?<\/script>/g, '').replaceAll(/<style>[\s\S]*?<\/style>/g, '');
    expect(outsideScripts).not.toMatch(/https?:/);
    const styles = html.match(/<style>[\s\S]*?<\/style>/g)?.join('') ?? '';
    expect(styles).not.toMatch(/@import|url\(\s*["']?(?!data:|#)[a-z/.]/i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+' blob:/);
    expect(policy).not.toMatch(/https?:|'unsafe-eval'|\*/);
    expect(policy).toContain("connect-src 'self'");
  });
});
