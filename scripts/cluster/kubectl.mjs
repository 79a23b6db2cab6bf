/** kubectl of the server's version. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { binary } from './binaries.mjs';

/**
 * @param {object} options
 * @param {string} options.kubeconfig
 * @param {readonly string[]} options.args
 * @param {string} [options.input]
 * @param {string} options.home for its cache
 * @returns {Promise<string>} standard output
 */
export async function runKubectl({ kubeconfig, args, input = '', home }) {
  const child = spawn(binary('kubectl'), ['--kubeconfig', kubeconfig, ...args], { env: { ...process.env, HOME: home, KUBECONFIG: '' } });
  // It may end without reading.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const exit = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (code !== 0) throw new Error(`kubectl ${args.join(' ')} failed (${code}): ${errors.trim()}`);
  return output;
}
