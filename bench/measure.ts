/** Running a process and a function so that two of them can be compared within one run. */
import { spawn } from 'node:child_process';

export interface ProcessRun {
  readonly ms: number;
  /** Peak resident memory of the process, MiB; 0 where it does not tell. */
  readonly peakMiB: number;
  /** Processor time of all its threads, user and system, ms; 0 where it does not tell. Other work of the machine changes it little. */
  readonly processorMs: number;
  readonly stdout: string;
}

/** Runs `node FILE ARGS…` to its end; rejects with what it printed where it fails. Its last line on stderr may be `used PEAK_KIB PROCESSOR_MS`. */
export function runNode(
  file: string,
  args: readonly string[],
  { env = {}, core = null }: { readonly env?: NodeJS.ProcessEnv; readonly core?: number | null } = {},
): Promise<ProcessRun> {
  const [command = '', ...rest] = onCore(core, [process.execPath, '--import', USAGE_REPORT, file, ...args]);
  return runCommand(command, rest, env);
}

/** The command on one core alone; null: on any. */
export function onCore(core: number | null, command: readonly string[]): readonly string[] {
  return core === null ? command : ['taskset', '-c', String(core), ...command];
}

export function runCommand(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ProcessRun> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== 3) return reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr}`));
      const [, peak = 0, processor = 0] = /used (\d+) (\d+)/.exec(stderr) ?? [];
      resolve({ ms: performance.now() - started, peakMiB: Math.round(Number(peak) / 1024), processorMs: Number(processor), stdout });
    });
  });
}

/**
 * Median of the times of `runs` calls, in ms. Each is warmed up first, as a server that has answered for a while: V8 takes some thousand calls
 * to compile what is called often. Then they are called in turn, some at a time, so that what the machine does beside it meets all of them, and
 * no call is charged with what the others left for the garbage collector.
 */
export async function p50s<Name extends string>(runs: number, calls: Readonly<Record<Name, () => unknown>>): Promise<Record<Name, number>> {
  const all = Object.entries<() => unknown>(calls).map(([name, call]) => ({ name, call, times: [] as number[] }));
  for (const { call } of all) await warmUp(call);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const { call, times } of all) {
      await call();
      for (let i = 0; i < runs / TURNS; i += 1) {
        const started = performance.now();
        await call();
        times.push(performance.now() - started);
      }
    }
  }
  return Object.fromEntries(all.map(({ name, times }) => [name, median(times)])) as Record<Name, number>;
}

/** The same of one. */
export async function p50(runs: number, call: () => unknown): Promise<number> {
  const { only } = await p50s(runs, { only: call });
  return only;
}

async function warmUp(call: () => unknown): Promise<void> {
  const end = performance.now() + WARM_UP_MS;
  do await call();
  while (performance.now() < end);
}

const WARM_UP_MS = 2000;
const TURNS = 6;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const USAGE_REPORT: string = `data:text/javascript,${encodeURIComponent(`process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('used ' + maxRSS + ' ' + Math.round((userCPUTime + systemCPUTime) / 1000) + '\\n');
})`)}`;
