/** All that must be in place before anything runs: packages, SQLite, dist/. Quick where it is in place already. */
import { compile } from './compile.mjs';
import { cache } from './folders.mjs';
import { install } from './install.mjs';
import { acquireLock } from './lock.mjs';

/** @param {string} line */
export const say = (line) => console.log(line);

/**
 * @param {object} [options]
 * @param {boolean} [options.compiled] false leaves dist/ as it is
 * @param {boolean} [options.bundled] true fails where the program cannot be bundled
 * @param {(line: string) => void} [options.say]
 */
async function setUp({ compiled = true, bundled = false, say: print = say } = {}) {
  const lock = await acquireLock({
    file: `${cache}/set-up.lock`,
    onWait: ({ host, pids }) => print(`Waiting for the set-up that process ${pids[0]} on ${host} is doing in this folder …`),
  });
  try {
    await install({ say: print, onStart: lock.include });
    if (compiled) await compile({ say: print, bundled });
  } finally {
    lock.release();
  }
}

/** True where it worked; else says why not and sets the exit code. @param {Parameters<typeof setUp>[0]} [options] */
export async function setUpOrExit(options) {
  try {
    await setUp(options);
    return true;
  } catch (error) {
    console.error(`Set-up failed. ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
    return false;
  }
}
