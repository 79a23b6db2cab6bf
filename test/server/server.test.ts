/** The server as a process: `open` and `serve` on a real socket. */
import { connect } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';
import { CLI } from '../support/run-cli.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());

interface Started {
  readonly url: string;
  readonly printed: () => string;
  /** Sends the signal and waits for the end. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<{ readonly code: number | undefined; readonly stderr: string }>;
}

async function start(...args: readonly string[]): Promise<Started> {
  const child = execa(process.execPath, [CLI, ...args], {
    cwd: home.folder,
    env: { HOME: home.folder, XDG_CACHE_HOME: join(home.folder, '.cache'), NO_COLOR: '1' },
    reject: false,
    timeout: 60_000,
  });
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      const address = /http:\/\/[\w.:[\]]+/.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    void child.then(({ stderr }) => reject(new Error(`ended early: ${stderr}`)));
  });
  return {
    url,
    printed: () => printed,
    stop: async (signal = 'SIGINT') => {
      child.kill(signal);
      const { exitCode, stderr } = await child;
      return { code: exitCode, stderr };
    },
  };
}

function ask(url: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) });
}

describe('a running server', () => {
  let server: Started;
  beforeAll(async () => {
    server = await start('serve', 'demo.tar.gz', 'demo-later.tar.gz', '--port', '0', '--max-body', '50000', '--request-timeout', '2s');
  });
  afterAll(() => server.stop());

  test('prints its address and nothing else', () => {
    expect(server.printed()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  });

  test('answers queries: the newest snapshot, and each under its path', async () => {
    const snapshots = (await (await ask(`${server.url}/graphql`, '{ snapshots { id name } }')).json()) as {
      data: { snapshots: { id: string; name: string }[] };
    };
    expect(snapshots.data.snapshots.map(({ name }) => name).sort()).toEqual(['demo-later.tar.gz', 'demo.tar.gz']);
    const image = '{ deployment(namespace: "shop", name: "cart") { json(path: "spec.template.spec.containers[0].image") } }';
    const demo = snapshots.data.snapshots.find(({ name }) => name === 'demo.tar.gz');
    expect(await (await ask(`${server.url}/graphql`, image)).text()).toContain('cart:4.2.0');
    expect(await (await ask(`${server.url}/snapshots/${demo?.id}/graphql`, image)).text()).toContain('cart:4.1.0');
    expect((await ask(`${server.url}/snapshots/none/graphql`, image)).status).toBe(404);
  });

  test('a wrong query is a 400 for those who accept the GraphQL media type, and a 200 with errors for others', async () => {
    const status = async (accept: string) => (await ask(`${server.url}/graphql`, '{ nope }', { accept })).status;
    expect(await status('application/graphql-response+json')).toBe(400);
    expect(await status('application/json')).toBe(200);
    expect(await (await ask(`${server.url}/graphql`, '{ nope }')).text()).not.toContain('"http"');
  });

  test('every page, and what is no page', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/healthz', 200],
      ['/graphql', 200],
      ['/favicon.ico', 404],
      ['/../../etc/passwd', 404],
    ] as const) {
      expect([path, (await fetch(server.url + path, { headers: { accept: 'text/html' } })).status]).toEqual([path, status]);
    }
  });

  test('hostile queries end in an error with a code, quickly, and the server lives on', async () => {
    const deep = `{ pods { items ${'{ node { pods { items '.repeat(30)}{ name }${' } } }'.repeat(30)} } }`;
    const aliases = `{ ${Array.from({ length: 1_000 }, (_, index) => `a${index}: pods { totalCount }`).join(' ')} }`;
    for (const [query, code] of [
      [deep, /LIMIT_/],
      [aliases, /LIMIT_/],
      ['{', /"errors"/],
      [`{ ${'a '.repeat(6_000)}}`, /LIMIT_/],
    ] as const) {
      const begun = Date.now();
      expect(await (await ask(`${server.url}/graphql`, query)).text()).toMatch(code);
      expect(Date.now() - begun).toBeLessThan(10_000);
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('a body that is too long, also one that does not say so', async () => {
    const long = JSON.stringify({ query: `{ ${'a '.repeat(40_000)} }` });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: long })).status).toBe(413);
    const answer = await raw(server.url, [
      'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      ...Array.from({ length: 20 }, () => `2000\r\n${'x'.repeat(0x2000)}\r\n`),
      '0\r\n\r\n',
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('another Host, a broken request, and a client that never ends its headers', async () => {
    expect(await raw(server.url, ['GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n'])).toMatch(/^HTTP\/1\.1 421 /);
    expect(await raw(server.url, ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n'])).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw(server.url, ['nonsense\r\n\r\n'])).toMatch(/^HTTP\/1\.1 400 /);
    const begun = Date.now();
    expect(await raw(server.url, ['POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: '])).toMatch(/^HTTP\/1\.1 408 |^$/);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('starting and stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 0, with an idle connection open', async (signal) => {
    const server = await start('serve', 'demo.tar.gz', '--port', '0');
    await (await fetch(`${server.url}/healthz`)).text();
    expect(await server.stop(signal)).toEqual({ code: 0, stderr: '' });
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  test('a port in use: serve says so, open takes the next', async () => {
    const first = await start('open', 'demo.tar.gz');
    const second = await start('open', 'demo.tar.gz');
    const port = new URL(first.url).port;
    expect(new URL(second.url).port).not.toBe(port);
    const { code, stderr } = await home.run('serve', 'demo.tar.gz', '--port', port);
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port} of 127.0.0.1 in use: choose another with --port`);
    await second.stop();
    await first.stop();
  });

  test('an address that is not this machine’s', async () => {
    const { code, stderr } = await home.run('serve', 'demo.tar.gz', '--host', '192.0.2.1', '--port', '0');
    expect(code).toBe(1);
    expect(stderr).toContain('no address of this machine');
  });

  test('off loopback it warns', async () => {
    const server = await start('serve', 'demo.tar.gz', '--host', '0.0.0.0', '--port', '0');
    expect((await server.stop()).stderr).toMatch(/^Warning: other machines can reach .* no login/);
  });

  test('the tour shows a Service that works, and why another has nothing behind it', async () => {
    const server = await start('open', 'demo.tar.gz', '--tour', '--port', '0');
    expect(server.printed()).toMatch(/Service shop\/\S+ works: (\d) of \1 endpoints are ready\nENDPOINTSLICE +ADDRESS +STATE +POD +NODE\n/);
    expect(server.printed()).toMatch(/Service shop\/recommendations has nothing behind it\n/);
    expect(server.printed()).toContain('no Pod in shop has app=recomendations, but 2 Pods have app=recommendations');
    expect(server.printed()).toContain(`Playground: ${server.url}/graphql`);
    expect((await server.stop()).code).toBe(0);
  });
});

/** What comes back over a socket of our own; ends when the server closes it, or half a second after it answered. */
function raw(url: string, parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
      setTimeout(() => socket.destroy(), 500);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    );
    for (const part of parts) socket.write(part);
  });
}
