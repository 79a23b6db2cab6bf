/** `capture` as a process, of the demo cluster replayed over HTTP. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { demoData } from '../../src/sources/cluster/testing/demo.ts';
import type { Asked } from '../../src/sources/cluster/testing/replay-exchange.ts';
import { type Fault, type ReplayServer, startReplayServer } from '../../src/sources/cluster/testing/replay-server.ts';
import { CLI } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'snapgraph-capture-'));
const kubeconfig = join(home, 'kubeconfig');
let server: ReplayServer;
let fault: ((asked: Asked) => Fault | null) | null = null;

/** What the server does instead, until the test is over. */
export function setFault(next: typeof fault): void {
  fault = next;
}

beforeAll(async () => {
  server = await startReplayServer({ data: withClearSecrets(), fault: (asked) => fault?.(asked) ?? null });
  const context = (name: string, user = 'u'): object => ({ name, context: { cluster: name, user } });
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'demo',
    clusters: [
      { name: 'demo', cluster: { server: server.url } },
      { name: 'dead', cluster: { server: 'http://127.0.0.1:9' } },
      { name: 'keyless', cluster: { server: 'https://127.0.0.1:9' } },
    ],
    contexts: [context('demo'), context('dead'), context('keyless', 'keyless')],
    users: [
      { name: 'u', user: { token: 't' } },
      { name: 'keyless', user: { 'client-certificate': 'absent.crt', 'client-key': 'absent.key' } },
    ],
  };
  writeFileSync(kubeconfig, JSON.stringify(config));
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

/** The demo's Secrets were redacted when it was captured: here they have values again. */
export const VALUE: string = Buffer.from('a-value-that-stands-nowhere-else').toString('base64');
function withClearSecrets(): typeof demoData {
  const secrets = (demoData.objects.get('/v1/secrets') ?? []).map((object) => ({
    ...object,
    json: object.json.replace(/"REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}"/g, JSON.stringify(VALUE)),
  }));
  return { ...demoData, objects: new Map([...demoData.objects, ['/v1/secrets', secrets]]) };
}

export interface Ran {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCapture {
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ran>;
}

/** `within`: the command that runs it, and its first arguments. */
export function start(args: readonly string[], folder: string, within: readonly string[] = []): RunningCapture {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CACHE_HOME: join(home, '.cache'),
    KUBECONFIG: kubeconfig,
    KUBECONTEXT: '',
    NO_COLOR: '1',
    SNAPGRAPH_SOURCE: '',
  };
  const [program = '', ...command] = [...within, process.execPath, CLI, 'capture', '--retry-for', '1s', ...args];
  const run = execa(program, command, { cwd: folder, env, reject: false, timeout: 60_000 });
  const ended = run.then(({ exitCode, stdout, stderr }) => ({ code: exitCode, stdout, stderr }));
  return { kill: (signal) => void run.kill(signal), ended };
}

export async function capture(
  args: readonly string[],
  folder: string = workFolder(),
): Promise<Ran & { readonly folder: string; readonly files: readonly string[] }> {
  const ran = await start(args, folder).ended;
  return { ...ran, folder, files: readdirSync(folder).sort() };
}

export function workFolder(): string {
  const folder = mkdtempSync(join(home, 'run-'));
  onTestFinished(() => {
    fault = null;
    rmSync(folder, { recursive: true });
  });
  return folder;
}
