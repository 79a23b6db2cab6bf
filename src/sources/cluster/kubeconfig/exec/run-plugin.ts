/** Runs a credential plugin: within a time, within a size, and gone when it ends or is told to stop, with all that it started. */
import { type ChildProcess, spawn } from 'node:child_process';
import { PassedTail } from './passed-tail.ts';

export interface PluginRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** It may ask the user: it gets our standard input, and is not set apart from the terminal. */
  readonly interactive: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  /** What it writes to standard error, as it comes: it may be an address to open in a browser. */
  readonly onMessage: (text: string) => void;
}

export interface PluginResult {
  readonly output: string;
  /** The end of standard error. */
  readonly messages: string;
  /** In words, to stand behind the plugin's name; null where it ended well. */
  readonly failure: string | null;
  /** It was never there to be run. */
  readonly missing: boolean;
}

/** Credentials are some kilobytes. */
const MOST_OUTPUT = 2 ** 20;
const KILL_AFTER = 2_000;
const LEFT_OPEN = 500;

/** An abort throws the signal's reason. */
export async function runPlugin(run: PluginRun): Promise<PluginResult> {
  run.signal.throwIfAborted();
  try {
    return await result(start(run), run);
  } catch (error) {
    run.signal.throwIfAborted();
    const { code, message } = error as NodeJS.ErrnoException;
    return { output: '', messages: '', failure: `cannot be run: ${message}`, missing: code === 'ENOENT' };
  }
}

/** Without a terminal it leads a group of its own, so that all that it starts can be ended with it. */
function start({ command, args, environment, interactive }: PluginRun): ChildProcess {
  return spawn(command, args, {
    env: environment,
    stdio: [interactive ? 'inherit' : 'ignore', 'pipe', 'pipe'],
    detached: hasGroup(interactive),
    windowsHide: true,
  });
}

function hasGroup(interactive: boolean): boolean {
  return !interactive && process.platform !== 'win32';
}

async function result(child: ChildProcess, { interactive, timeout, signal, onMessage }: PluginRun): Promise<PluginResult> {
  let stopped: string | null = null;
  const stop = (why: string): void => {
    stopped ??= why;
    end(child, interactive);
  };
  const abort = (): void => stop('was stopped');
  const timer = setTimeout(() => stop(`gave no answer within ${Math.ceil(timeout / 1000)} seconds`), timeout);
  signal.addEventListener('abort', abort, { once: true });
  const messages = new PassedTail(onMessage);
  child.stderr?.on('data', (chunk: Buffer) => messages.add(chunk));
  const output: Buffer[] = [];
  let bytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_OUTPUT) stop('printed more than a credential can be');
    else output.push(chunk);
  });
  try {
    const failure = await endOf(child);
    signal.throwIfAborted();
    return { output: Buffer.concat(output).toString('utf8'), messages: messages.text(), failure: stopped ?? failure, missing: false };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Asks first: a plugin may hold a lock. */
function end(child: ChildProcess, interactive: boolean): void {
  kill(child, 'SIGTERM', interactive);
  const timer = setTimeout(() => kill(child, 'SIGKILL', interactive), KILL_AFTER);
  child.once('close', () => clearTimeout(timer));
}

function kill(child: ChildProcess, signal: NodeJS.Signals, interactive: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroup(interactive)) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}

/** What it started and left running may keep its pipes open: they are not waited for. */
function endOf(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(failureOf(code, signal)));
    child.once('exit', () => {
      const timer = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, LEFT_OPEN);
      child.once('close', () => clearTimeout(timer));
    });
  });
}

function failureOf(code: number | null, signal: NodeJS.Signals | null): string | null {
  if (code === 0) return null;
  return code === null ? `was ended by ${signal}` : `ended with exit code ${code}`;
}
