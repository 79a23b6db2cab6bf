/** Many clients at once on the server: its slowest answers against its usual ones, and its memory from the first to the last minute. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shapeOf } from '../data/shape.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const CLIENTS = 64;
const SECONDS = 120;
const SAMPLE_MS = 1000;
const SERVING = /http:\/\/\S+/;

const QUERY = `query FourHops($namespace: String!, $name: String!) { service(namespace: $namespace, name: $name) {
  endpointSlices { items { name endpoints { ready pod { name phase ready node { name presence } } } } } } }`;

export async function serverLoadRows(context: BenchContext): Promise<readonly Row[]> {
  const snapshot = await generatedSnapshot(context, context.objects);
  const server = await startServer(context, snapshot);
  try {
    const end = performance.now() + SECONDS * 1000;
    const memory: number[] = [];
    const sampling = (async () => {
      for (; performance.now() < end; await sleep(SAMPLE_MS)) memory.push(server.memoryMiB());
    })();
    const times = (
      await Promise.all(Array.from({ length: CLIENTS }, (_, client) => ask({ ...server, objects: context.objects, client, end })))
    ).flat();
    await sampling;
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
    const half = Math.floor(memory.length / 2);
    const note = `${CLIENTS} clients, ${SECONDS} s, ${times.length} answers, no error`;
    return [
      row({ what: 'the server under load: p99 / p50 of four hops', ours: at(0.99), against: at(0.5), unit: 'ms', hold: 20, note }),
      row({
        what: 'its memory: second half / first half',
        ours: Math.max(...memory.slice(half)),
        against: Math.max(...memory.slice(0, half)),
        unit: 'MiB',
        note: 'flat would be 1',
      }),
    ];
  } finally {
    await server.stop();
  }
}

/** One client: a question after the other, of one Service after the other. Throws where an answer is wrong. */
async function ask(options: {
  readonly url: string;
  readonly objects: number;
  readonly client: number;
  readonly end: number;
}): Promise<number[]> {
  const { url, objects, client, end } = options;
  const { namespaces, deploymentsPerNamespace } = shapeOf(objects);
  const times: number[] = [];
  for (let turn = client; performance.now() < end; turn += CLIENTS) {
    const two = (value: number, length: number): string => String(value).padStart(length, '0');
    const variables = {
      namespace: `team-${two(Math.floor(turn / deploymentsPerNamespace) % namespaces, 3)}`,
      name: `app-${two(turn % deploymentsPerNamespace, 2)}`,
    };
    const started = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables }),
    });
    const text = await response.text();
    times.push(performance.now() - started);
    if (!response.ok || !text.includes('"pod":{'))
      throw new Error(`${JSON.stringify(variables)}: ${response.status} ${text.slice(0, 300)}`);
  }
  return times;
}

async function startServer(
  { cli, folder }: BenchContext,
  snapshot: string,
): Promise<{ readonly url: string; memoryMiB(): number; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [cli, 'serve', snapshot, '--port', '0'], {
    env: { ...process.env, SNAPGRAPH_CACHE: join(folder, 'cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let told = '';
  child.stdout.on('data', (chunk) => (told += chunk));
  while (!SERVING.test(told) && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), closed]);
  const [address] = SERVING.exec(told) ?? [];
  if (address === undefined) throw new Error(`the server did not start: ${told}`);
  return {
    url: new URL('/graphql', address).href,
    // As Linux tells it; elsewhere there is none.
    memoryMiB: () => Number(/VmRSS:\s+(\d+)/.exec(readStatus(child.pid))?.[1] ?? Number.NaN) / 1024,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

function readStatus(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
