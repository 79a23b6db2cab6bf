/** No process outlives us: a small process of its own sees our end by a pipe, however it comes, and ends what we left behind. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./guard-process.mjs', import.meta.url));

/**
 * @typedef {object} Guard
 * @property {(pid: number) => void} watch the leader of a process group
 * @property {(pid: number) => void} forget it has ended
 * @property {() => Promise<void>} close ends what is still watched, removes the folder, and the guard with it
 */

/** @param {{ removes: string | null }} options a folder that goes with the processes @returns {Guard} */
export function startGuard({ removes }) {
  // A group of its own: Ctrl-C goes to all of a terminal's group.
  const child = spawn(process.execPath, [program, ...(removes === null ? [] : [removes])], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: { ...process.env, NODE_V8_COVERAGE: undefined, NODE_OPTIONS: undefined },
  });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.unref();
  const pipe = /** @type {import('node:net').Socket} */ (child.stdin);
  pipe.unref();
  // It is gone only where somebody ended it by hand.
  pipe.on('error', () => undefined);
  return {
    watch: (pid) => pipe.write(`watch ${pid}\n`),
    forget: (pid) => pipe.write(`forget ${pid}\n`),
    async close() {
      child.ref();
      pipe.end();
      await exit;
    },
  };
}
