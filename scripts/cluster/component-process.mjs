/** One program of the cluster as a process: its log, its end, and what to say where it ends by itself. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {object} ComponentProcess
 * @property {string} name
 * @property {() => string | null} ended how it ended; null while it runs
 * @property {(signal: NodeJS.Signals) => Promise<void>} end
 */

/**
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.command
 * @param {readonly string[]} options.args
 * @param {string} options.log a file
 * @param {string} options.cwd
 * @param {import('./guard.mjs').Guard} options.guard
 * @returns {ComponentProcess}
 */
export function startComponent({ name, command, args, log, cwd, guard }) {
  mkdirSync(dirname(log), { recursive: true });
  const out = openSync(log, 'a');
  const child = spawn(command, args, { cwd, stdio: ['ignore', out, out], detached: true });
  closeSync(out);
  const { pid } = child;
  if (pid !== undefined) guard.watch(pid);
  // A test that forgets to close a cluster must be able to end: the guard ends us.
  child.unref();
  /** @type {string | null} */
  let ended = null;
  const exit = new Promise((resolve) => {
    const finish = /** @param {string} how */ (how) => {
      ended = how;
      if (pid !== undefined) guard.forget(pid);
      resolve(undefined);
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => finish(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  return {
    name,
    ended: () => ended,
    async end(signal) {
      if (ended !== null) return;
      child.ref();
      child.kill(signal);
      await exit;
    },
  };
}

/** The end of a log, for people. @param {string} log @param {number} [lines] */
export function logTail(log, lines = 30) {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}
