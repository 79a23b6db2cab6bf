/**
 * Where the pages' shell examples run: a folder of their own that holds the demo bundles, with `snapgraph` on the path and an empty cache,
 * as a reader has it after the installation.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa, type Options, type ResultPromise } from 'execa';
import { projectRoot } from './pages.ts';

export interface ShellOutcome {
  readonly exitCode: number | undefined;
  /** Standard output. */
  readonly printed: string;
  /** Standard error, for the message of a failed test. */
  readonly notes: string;
}

export interface ShellWorld {
  /** Runs a command line to its end. A server is asked for /healthz as soon as it says its address, then told to stop. */
  run(command: string): Promise<ShellOutcome>;
  remove(): void;
}

export function createShellWorld(): ShellWorld {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-documentation-'));
  const [bin, home] = [join(folder, 'bin'), join(folder, 'home')];
  for (const made of [bin, home]) mkdirSync(made);
  layOutPrograms(bin);
  layOutFixtures(home);
  const env = {
    PATH: [bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
    HOME: home,
    XDG_CACHE_HOME: join(folder, 'cache'),
    NO_COLOR: '1',
  };
  const options = { cwd: home, env, stdin: 'ignore', reject: false, all: true, timeout: 120_000 } as const;
  return {
    run: (command) => (isServer(command) ? runServer(command, options) : runToEnd(command, options)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As npm lays out the bins; and of kubectl the one thing that makes `kubectl snapgraph` work. */
function layOutPrograms(bin: string): void {
  const { bin: programs }: { bin: Record<string, string> } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  for (const [name, file] of Object.entries(programs)) symlinkSync(join(projectRoot, file), join(bin, name));
  writeFileSync(join(bin, 'kubectl'), '#!/bin/sh\nplugin=$1; shift\nexec "kubectl-$plugin" "$@"\n');
  chmodSync(join(bin, 'kubectl'), 0o755);
}

/** Under both names that pages use: beside the reader, and as in a clone. */
function layOutFixtures(home: string): void {
  const fixtures = join(projectRoot, 'fixtures');
  if (!existsSync(fixtures)) return;
  cpSync(fixtures, join(home, 'fixtures'), { recursive: true });
  for (const name of readdirSync(fixtures)) symlinkSync(join('fixtures', name), join(home, name));
}

async function runToEnd(command: string, options: Options): Promise<ShellOutcome> {
  return outcomeOf(execa('sh', ['-c', command], options));
}

function isServer(command: string): boolean {
  return /^(kubectl )?snapgraph (open|serve) /.test(command);
}

/** `exec`, so that the signal reaches the server; a port of the page's choice may be taken here. */
async function runServer(command: string, options: Options): Promise<ShellOutcome> {
  const child = execa('sh', ['-c', `exec ${command.replace(/--port[ =]\d+/, '--port 0')}`], options);
  let said = '';
  let asked = false;
  for await (const chunk of child.iterable({ from: 'all', binary: false })) {
    said += `${chunk}\n`;
    const address = /http:\/\/[\w.:[\]-]+/.exec(said)?.[0];
    if (address === undefined || asked) continue;
    asked = true;
    const response = await fetch(`${address}/healthz`);
    if (!response.ok) throw new Error(`${address}/healthz answers ${response.status}.`);
    /** Not behind the loop: leaving it would wait for the end of the server. */
    child.kill('SIGTERM');
  }
  return outcomeOf(child);
}

async function outcomeOf(child: ResultPromise): Promise<ShellOutcome> {
  const { exitCode, stdout, stderr } = await child;
  return { exitCode, printed: String(stdout), notes: String(stderr) };
}
