/** Runs one program and waits for it. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { root } from './folders.mjs';
import { track, untrack } from './stop.mjs';

/** @typedef {{ code: number, output: string }} Outcome `code` is 128 + the signal's number where a signal ended it. */

/**
 * @param {object} options
 * @param {string} options.command
 * @param {readonly string[]} options.args
 * @param {string} [options.cwd] the clone where left out
 * @param {Readonly<Record<string, string | undefined>>} [options.env] beside those of this process; undefined removes one
 * @param {'show' | 'keep' | { readonly file: string }} options.output show it as it comes, keep it as text, or append it to a file
 * @param {boolean} [options.interactive] hands on our standard input
 * @param {(pid: number) => void} [options.onStart]
 * @returns {Promise<Outcome>}
 */
export function run(options) {
  const file = typeof options.output === 'object' ? openLog(options.output.file) : null;
  const out = file ?? (options.output === 'show' ? 'inherit' : 'pipe');
  const child = spawn(options.command, options.args, {
    cwd: options.cwd ?? root,
    env: environment(options.env ?? {}),
    stdio: [options.interactive ? 'inherit' : 'ignore', out, out],
    detached: true,
  });
  if (file !== null) closeSync(file);
  track(child);
  if (child.pid !== undefined) options.onStart?.(child.pid);
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    /** @param {number} code @param {string} [message] */
    const done = (code, message = '') => {
      untrack(child);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + message });
    };
    child.once('error', (error) => done(127, `${options.command} cannot be run: ${error.message}\n`));
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * The last lines of a log, for a failure.
 * @param {string} file
 * @param {number} [count]
 */
export function lastLines(file, count = 40) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/** @param {string} file */
function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  return openSync(file, 'a');
}

/**
 * This Node comes first on the path, so that a script with `#!/usr/bin/env node` runs on it too.
 * @param {Readonly<Record<string, string | undefined>>} changes
 */
function environment(changes) {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  return { ...process.env, PATH: path, ...changes };
}
