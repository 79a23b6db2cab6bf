/** What we started ends with us: a signal is handed on, and we stay until all have ended, so that nothing works on in our folder unseen. */
import { constants } from 'node:os';

const patienceMs = 10_000;
/** A terminal sends Ctrl-C to npm and to us, and npm hands it on: within this time it is one. */
const togetherMs = 1_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @type {{ exitCode: number, since: number } | null} */
let stopping = null;
let listening = false;

/** @param {import('node:child_process').ChildProcess} child the leader of a process group of its own */
export function track(child) {
  listen();
  running.add(child);
}

/** To be called when it has ended; does not return where we were only waiting for that. @param {import('node:child_process').ChildProcess} child */
export function untrack(child) {
  running.delete(child);
  if (stopping !== null && running.size === 0) process.exit(stopping.exitCode);
}

function listen() {
  if (listening) return;
  listening = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal));
  if (process.env['npm_lifecycle_event'] !== undefined) stopWithoutParent();
}

/** npm hands a signal to the shell between it and us, which ends without telling us: then only our parent changes. */
function stopWithoutParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop('SIGTERM');
  }, 300);
  watch.unref();
}

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
function stop(signal) {
  if (stopping !== null && Date.now() - stopping.since < togetherMs) return;
  const again = stopping !== null;
  stopping ??= { exitCode: 128 + constants.signals[signal], since: Date.now() };
  if (running.size === 0) process.exit(stopping.exitCode);
  signalAll(again ? 'SIGKILL' : signal);
  setTimeout(() => signalAll('SIGKILL'), patienceMs).unref();
}

/** With all that they started in turn. @param {NodeJS.Signals} signal */
function signalAll(signal) {
  for (const { pid } of running) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, signal);
    } catch {
      // It has ended in this moment.
    }
  }
}
