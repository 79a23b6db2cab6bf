/** `capture` as a process, of the demo cluster replayed over HTTP. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { demoData } from '../../src/sources/cluster/testing/demo.ts';
import { type Asked, type Fault, type ReplayServer, startReplayServer } from '../../src/sources/cluster/testing/replay-server.ts';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { CLI } from '../support/run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'snapgraph-capture-'));
const kubeconfig = join(home, 'kubeconfig');
let server: ReplayServer;
let fault: ((asked: Asked) => Fault | null) | null = null;

beforeAll(async () => {
  server = await startReplayServer({ data: withClearSecrets(), fault: (asked) => fault?.(asked) ?? null });
  const context = (name: string): object => ({ name, context: { cluster: name, user: 'u' } });
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'demo',
    clusters: [
      { name: 'demo', cluster: { server: server.url } },
      { name: 'dead', cluster: { server: 'http://127.0.0.1:9' } },
    ],
    contexts: [context('demo'), context('dead')],
    users: [{ name: 'u', user: { token: 't' } }],
  };
  writeFileSync(kubeconfig, JSON.stringify(config));
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

/** The demo's Secrets were redacted when it was captured: here they have values again. */
const VALUE = Buffer.from('a-value-that-stands-nowhere-else').toString('base64');
function withClearSecrets(): typeof demoData {
  const secrets = (demoData.objects.get('/v1/secrets') ?? []).map((object) => ({
    ...object,
    json: object.json.replace(/"REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}"/g, JSON.stringify(VALUE)),
  }));
  return { ...demoData, objects: new Map([...demoData.objects, ['/v1/secrets', secrets]]) };
}

interface Ran {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function start(args: readonly string[], folder: string) {
  const env = {
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    KUBECONFIG: kubeconfig,
    KUBECONTEXT: '',
    NO_COLOR: '1',
    SNAPGRAPH_SOURCE: '',
  };
  return execa(process.execPath, [CLI, 'capture', '--retry-for', '300ms', ...args], { cwd: folder, env, reject: false, timeout: 60_000 });
}

async function capture(
  args: readonly string[],
  folder = workFolder(),
): Promise<Ran & { readonly folder: string; readonly files: readonly string[] }> {
  const { exitCode, stdout, stderr } = await start(args, folder);
  return { code: exitCode, stdout: String(stdout), stderr: String(stderr), folder, files: readdirSync(folder).sort() };
}

function workFolder(): string {
  const folder = mkdtempSync(join(home, 'run-'));
  onTestFinished(() => {
    fault = null;
    rmSync(folder, { recursive: true });
  });
  return folder;
}

test('writes a bundle, says what is in it and what is missing, and ends with 3', async () => {
  const { code, stdout, stderr, files, folder } = await capture(['-o', 'demo.tar.gz', '--logs', 'all']);
  expect(stderr).toBe('');
  expect(code).toBe(3);
  expect(files).toEqual(['demo.tar.gz']);
  expect(stdout).toMatch(/^demo\.tar\.gz: [\d.]+ KiB, captured in \d+s\n {2}Cluster {4}demo, v1\.37\.2\n/);
  expect(stdout).toContain('Objects    754 of 45 resources');
  expect(stdout).toMatch(/Redacted {3}\d+ values in \d+ objects/);
  expect(stdout).toMatch(/all of metrics\.k8s\.io +unavailable \(503\) +everywhere +service unavailable/);
  expect(stdout).toContain('Open it: snapgraph open demo.tar.gz');
  const { records } = await readAll(join(folder, 'demo.tar.gz'));
  expect(ofType(records, 'object')).toHaveLength(754);
  expect(ofType(records, 'problem')).toEqual([]);
  const bytes = gunzipSync(readFileSync(join(folder, 'demo.tar.gz')));
  expect([bytes.includes(VALUE), bytes.includes('REDACTED bytes=32 hmac-sha256=')]).toEqual([false, true]);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    context: 'demo',
    user: 'replay',
    cluster: { id: '46ca9a10-8847-493e-918d-05217c01a372' },
  });
});

test('a complete capture ends with 0; what is denied is told with what it hides', async () => {
  const args = [
    '--include',
    'pods',
    '--include',
    'secrets',
    '--include',
    'namespaces',
    '--no-openapi',
    '--no-statistics',
    '--logs',
    'none',
    '-o',
    'x.tar.gz',
  ];
  fault = ({ path }) => (path.startsWith('/apis/metrics') ? { status: 200, body: '{"resources":[]}' } : null);
  const whole = await capture(args);
  expect([whole.code, whole.stderr]).toEqual([0, '']);
  expect(whole.stdout).toContain('Everything was captured');
  fault = ({ path }) => (path.endsWith('/secrets') ? { status: 403, body: '{"kind":"Status","message":"secrets is forbidden"}' } : null);
  const denied = await capture(args);
  expect(denied.code).toBe(3);
  expect(denied.stdout).toMatch(/secrets +denied \(403\) +everywhere +secrets is forbidden/);
  expect(denied.stdout).toMatch(/Secret: whether what Pod, [\s\S]* name is there cannot\s+be told\. It will read "not captured"/);
});

test('what is misspelt, in the way or absent is told before anything is written', async () => {
  const folder = workFolder();
  writeFileSync(join(folder, 'there.tar.gz'), 'mine');
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['--include', 'podz'], 2, /--include podz: the server has no resource of that name\. Did you mean "pod"/],
    [['-o', 'there.tar.gz'], 2, /there\.tar\.gz exists already: --force/],
    [['--context', 'demp'], 2, /no context "demp".*Did you mean "demo"/],
    [['--logs', 'some'], 2, /may only be none, failing, all/],
    [['--deadline', 'soon'], 2, /must be a duration/],
    [['--chunk-size', '0'], 2, /whole number from 1/],
    [['-n', 'A B'], 2, /no name of a namespace/],
    [['-l', 'a in'], 2, /--selector/],
    [['--include-secret-values', 'x'], 2, /NAMESPACE\/NAME/],
    [['--redact', 'absent.yaml'], 2, /absent\.yaml cannot be read/],
    [['--as-group', 'g'], 2, /need --as/],
    [['--kubeconfig', 'absent'], 1, /absent/],
    [['surplus'], 2, /too much/],
    [['--context', 'dead'], 1, /127\.0\.0\.1:9 cannot be reached: .*ECONNREFUSED/],
  ];
  for (const [args, code, message] of cases) {
    const ran = await capture(args, folder);
    expect([args, ran.code, ran.stdout, ran.stderr]).toEqual([args, code, '', expect.stringMatching(message)]);
    expect(ran.files).toEqual(['there.tar.gz']);
  }
  expect(readFileSync(join(folder, 'there.tar.gz'), 'utf8')).toBe('mine');
}, 60_000);

test('several clusters side by side: one that fails does not stop the other', async () => {
  const { code, stdout, stderr, folder } = await capture([
    '--all-contexts',
    '-o',
    'all/',
    '--include',
    'pods',
    '--logs',
    'none',
    '--no-openapi',
    '--no-statistics',
  ]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/snapgraph: dead: http:\/\/127\.0\.0\.1:9 cannot be reached/);
  expect(stdout).toMatch(/^all\/demo-\d{8}-\d{6}\.tar\.gz: /);
  expect(readdirSync(join(folder, 'all'))).toHaveLength(1);
});

test('--check captures nothing', async () => {
  fault = ({ path, body }) =>
    path.endsWith('/selfsubjectaccessreviews') && body.includes('"secrets"')
      ? { status: 201, body: '{"status":{"allowed":false,"reason":"no"}}' }
      : null;
  const denied = await capture(['--check']);
  expect([denied.code, denied.files]).toEqual([3, []]);
  expect(denied.stdout).toMatch(
    /^demo: this may not be read, and would be missing from a capture:\nRESOURCE +VERB +WHERE +REASON\nsecrets +list +everywhere +no$/,
  );
  fault = null;
  const allowed = await capture(['--check']);
  expect(allowed.code).toBe(0);
  expect(allowed.stdout).toMatch(/^demo: everything may be read \(\d+ resources\)\.$/);
});

/** Runs until the server is asked for Secrets, which it never answers. */
async function untilHanging(args: readonly string[]): Promise<{ readonly run: ReturnType<typeof start>; readonly folder: string }> {
  const folder = workFolder();
  const reached = new Promise<void>((resolve) => {
    fault = ({ path }) => {
      if (path !== '/api/v1/secrets') return null;
      setTimeout(resolve, 300);
      return 'hang';
    };
  });
  const run = start(['-o', 'x.tar.gz', ...args], folder);
  await reached;
  return { run, folder };
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it in order', async (signal) => {
  const { run, folder } = await untilHanging([]);
  run.kill(signal);
  const { exitCode, stdout, stderr } = await run;
  expect(exitCode).toBe(3);
  expect(stderr).toContain('Stopping: the bundle is finished with what is there. Once more ends at once.');
  expect(stdout).toContain(`Broken off   stopped by ${signal}`);
  expect(readdirSync(folder)).toEqual(['x.tar.gz']);
  const { records } = await readAll(join(folder, 'x.tar.gz'));
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false, reason: `stopped by ${signal}` });
  expect(ofType(records, 'resource').find(({ resource }) => resource === 'secrets')).toMatchObject({
    outcome: 'cancelled',
    message: `stopped by ${signal}`,
  });
});

test('a second SIGINT ends at once and leaves what opens as a broken-off capture', async () => {
  const folder = workFolder();
  // Something lies in the queue of the writer, so the first one cannot end before the second comes.
  fault = ({ path }) => (path === '/api/v1/secrets' ? 'hang' : null);
  const run = start(['-o', 'x.tar.gz'], folder);
  const partial = join(folder, 'x.tar.gz.partial');
  while (!existsSync(partial) || statSync(partial).size < 2_000) await new Promise((resolve) => setTimeout(resolve, 10));
  run.kill('SIGINT');
  run.kill('SIGINT');
  const { exitCode } = await run;
  // The system may make one of two signals that come at the same time.
  if (exitCode === 3) return;
  expect(exitCode).toBe(130);
  const { records } = await readAll(partial);
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: false });
});

test('a kill leaves a broken-off capture with all that came', async () => {
  const { run, folder } = await untilHanging([]);
  run.kill('SIGKILL');
  await run;
  expect(readdirSync(folder)).toEqual(['x.tar.gz.partial']);
  const { records } = await readAll(join(folder, 'x.tar.gz.partial'));
  expect(ofType(records, 'object').length).toBeGreaterThan(300);
  expect(ofType(records, 'problem').map(({ code }) => code)).toContain('BROKEN_OFF');
});

test('the deadline ends it in order, and progress is told for programs', async () => {
  fault = ({ path }) => (path === '/api/v1/secrets' ? 'hang' : null);
  const { code, stdout, stderr } = await capture(['-o', 'x.tar.gz', '--deadline', '3s', '--progress', 'json']);
  expect(code).toBe(3);
  expect(stdout).toContain('Broken off   the deadline of 3s was over');
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.every(({ type, capture: name }) => type === 'progress' && name === 'demo')).toBe(true);
  expect(lines.some(({ underWay }) => underWay.some(({ name }: { name: string }) => name === 'secrets'))).toBe(true);
});
