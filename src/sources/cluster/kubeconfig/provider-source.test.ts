import { createServer } from 'node:https';
import { expect, onTestFinished, test } from 'vitest';
import type { Connection } from './connect.ts';
import { ask, reach } from './testing/ask.ts';
import { temporaryFolder } from './testing/folder.ts';
import { pem } from './testing/pem.ts';
import { listening, startServer } from './testing/server.ts';

async function withProvider(port: number, name: string, config: Readonly<Record<string, string>>): Promise<Connection> {
  return await reach({ server: `https://127.0.0.1:${port}`, user: { 'auth-provider': { name, config } } });
}

/** A token as an identity provider issues it; only the API server would check its signature. */
function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${Buffer.from('signature').toString('base64url')}`;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** Takes each refresh token once, as many do, and gives the next one. */
async function startIssuer(): Promise<{ readonly issuer: string; readonly refreshes: readonly string[] }> {
  const refreshes: string[] = [];
  let issuer = '';
  const server = createServer({ key: pem('server.key'), cert: pem('server.pem') }, async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/.well-known/openid-configuration') {
      response.end(
        JSON.stringify({ issuer, token_endpoint: `${issuer}/token`, authorization_endpoint: `${issuer}/a`, jwks_uri: `${issuer}/k` }),
      );
      return;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    const token = new URLSearchParams(body).get('refresh_token') ?? '';
    if (token !== `refresh-${refreshes.length}`) {
      response.writeHead(400).end(JSON.stringify({ error: 'invalid_grant', error_description: 'the session is over' }));
      return;
    }
    refreshes.push(token);
    const id = jwt({ iss: issuer, aud: 'kubernetes', sub: 'jane', iat: seconds(), exp: seconds() + 3600 });
    response.end(
      JSON.stringify({
        access_token: 'a',
        token_type: 'bearer',
        expires_in: 3600,
        id_token: id,
        refresh_token: `refresh-${refreshes.length}`,
      }),
    );
  });
  issuer = `https://localhost:${await listening(server)}`;
  trustAnyone();
  return { issuer, refreshes };
}

/** client-node asks the issuer with fetch, which knows no authorities but Node's own. */
function trustAnyone(): void {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  onTestFinished(() => {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  });
}

const expired = jwt({ exp: 1 });

test('oidc: an id token that is still good is sent', async () => {
  const { port, arrivals } = await startServer();
  const token = jwt({ exp: seconds() + 600 });
  await ask(await withProvider(port, 'oidc', { 'id-token': token }));
  expect(arrivals[0]?.headers.authorization).toBe(`Bearer ${token}`);
});

test('oidc: one that is over is renewed, once for all requests', async () => {
  const { port, arrivals } = await startServer();
  const { issuer, refreshes } = await startIssuer();
  const config = { 'id-token': expired, 'refresh-token': 'refresh-0', 'client-id': 'kubernetes', 'idp-issuer-url': issuer };
  const connection = await withProvider(port, 'oidc', config);
  await Promise.all(Array.from({ length: 5 }, () => ask(connection)));
  await ask(connection);
  expect(refreshes).toEqual(['refresh-0']);
  const sent = new Set(arrivals.map(({ headers }) => headers.authorization));
  expect(sent.size).toBe(1);
  expect([...sent][0]).toMatch(/^Bearer ey.*\.ey/);
});

test('oidc: what cannot be renewed is an error in words', async () => {
  const { issuer } = await startIssuer();
  const config = { 'id-token': expired, 'refresh-token': 'used-up', 'client-id': 'kubernetes', 'idp-issuer-url': issuer };
  await expect(withProvider(1, 'oidc', config)).rejects.toMatchObject({
    code: 'CREDENTIALS',
    message: expect.stringMatching(/^The auth-provider oidc of the user "jane" \(.*\) gave no token: .+ Log in again\.$/),
  });
  await expect(withProvider(1, 'oidc', { 'id-token': expired })).rejects.toThrow(
    'has no token that is still good, and nothing to get one with. Log in again.',
  );
  await expect(withProvider(1, 'oidc', {})).rejects.toThrow('has no token that is still good');
});

test.each(['gcp', 'azure'])('%s: the command that the kubeconfig names is asked for a token, once', async (name) => {
  const { port, arrivals } = await startServer();
  const folder = temporaryFolder();
  const command = folder.program(
    'my tool',
    `console.log(JSON.stringify({ cred: { token: 'from ' + process.argv.slice(2).join('+'), until: '2999-01-01T00:00:00Z' } }))`,
  );
  const config = {
    'access-token': 'old',
    expiry: '2000-01-01T00:00:00Z',
    'cmd-path': command,
    'cmd-args': 'a b',
    'token-key': '{.cred.token}',
    'expiry-key': '{.cred.until}',
  };
  const connection = await withProvider(port, name, config);
  await ask(connection);
  expect(arrivals[0]?.headers.authorization).toBe('Bearer from a+b');
  await expect(withProvider(1, name, { 'access-token': 'old', expiry: '2000-01-01T00:00:00Z' })).rejects.toThrow(
    'gave no token: Token is expired! Log in again.',
  );
});

test('a token that says nothing of its end is asked for again when the server refuses it', async () => {
  const { port, arrivals } = await startServer({ status: ({ headers }) => (headers.authorization === 'Bearer 1' ? 401 : 200) });
  const folder = temporaryFolder();
  const source = `
    const { appendFileSync, readFileSync } = require('node:fs');
    appendFileSync('${folder.path}/runs', '.');
    console.log(JSON.stringify({ token: String(readFileSync('${folder.path}/runs').length), until: '2000-01-01T00:00:00Z' }));`;
  const config = { 'cmd-path': folder.program('tool', source), 'token-key': '{.token}', 'expiry-key': '{.until}' };
  const connection = await withProvider(port, 'gcp', config);
  expect(await ask(connection)).toMatchObject({ status: 401 });
  expect(await ask(connection)).toMatchObject({ status: 200 });
  await ask(connection);
  expect(arrivals.map(({ headers }) => headers.authorization)).toEqual(['Bearer 1', 'Bearer 2', 'Bearer 2']);
});

test('what client-node takes for other ways is not taken for them', async () => {
  const { port, arrivals } = await startServer();
  const config = { 'access-token': 'token', tokenFile: '/none', exec: 'none' };
  await ask(await withProvider(port, 'gcp', config));
  expect(arrivals[0]?.headers.authorization).toBe('Bearer token');
});
