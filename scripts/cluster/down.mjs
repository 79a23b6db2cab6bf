/** `npm run cluster:down`: stops every cluster that `cluster:up` started from this clone, and waits until it is gone. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { upFolder } from './up.mjs';

const patienceMs = 30_000;

/** @returns {Promise<number>} how many there were */
export async function down() {
  const running = existsSync(upFolder) ? readdirSync(upFolder).map(Number).filter(isAlive) : [];
  rmSync(upFolder, { recursive: true, force: true });
  const end = Date.now() + patienceMs;
  while (running.some(isAlive)) {
    if (Date.now() > end) throw new Error(`Process ${running.filter(isAlive).join(', ')} did not stop within ${patienceMs / 1000} s.`);
    await sleep(100);
  }
  return running.length;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
