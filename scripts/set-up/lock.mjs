/**
 * One set-up at a time in one clone. The lock is a file that names its holder; it is made with all its content in one step (`link`),
 * and one whose holder is gone is taken over, so that an interrupt or a kill leaves nothing to clean up by hand.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process number may have been given to another process since; no set-up takes this long. */
const longestMs = 30 * 60_000;
/** Of a holder on another host (the clone on a shared disk) only its heartbeat is seen. */
const silentMs = 60_000;
const heartbeatMs = 5_000;

/** @typedef {{ host: string, pids: number[], key: string }} Holder */

/**
 * @param {object} options
 * @param {string} options.file
 * @param {(holder: Holder) => void} options.onWait called once, where another holds it
 * @returns {Promise<{ include(pid: number): void, release(): void }>} `include`: the lock is held as long as that process lives, too
 */
export async function acquireLock({ file, onWait }) {
  /** @type {Holder} */
  const mine = { host: hostname(), pids: [process.pid], key: `${process.pid}-${process.hrtime.bigint()}` };
  mkdirSync(dirname(file), { recursive: true });
  let waited = false;
  while (!(await tryLock(file, mine))) {
    const holder = read(file);
    if (holder && !waited) onWait(holder);
    waited ||= holder !== null;
    await sleep(200);
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMs);
  heartbeat.unref();
  const release = () => {
    clearInterval(heartbeat);
    process.off('exit', release);
    if (read(file)?.key === mine.key) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return {
    include(pid) {
      mine.pids.push(pid);
      if (read(file)?.key === mine.key) place(file, mine, renameSync);
    },
    release,
  };
}

/** @param {string} file @param {Holder} mine */
async function tryLock(file, mine) {
  if (place(file, mine, linkSync)) return true;
  if (!isAbandoned(file)) return false;
  place(file, mine, renameSync);
  // Another may have taken it over in the same moment: the last one to do so has it.
  await sleep(100);
  return read(file)?.key === mine.key;
}

/**
 * @param {string} file
 * @param {Holder} holder
 * @param {(from: string, to: string) => void} move `linkSync` fails where the file exists, `renameSync` replaces it
 */
function place(file, holder, move) {
  const draft = `${file}.${holder.key}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    move(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {string} file */
function isAbandoned(file) {
  const holder = read(file);
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (holder === null) return age > silentMs;
  if (holder.host !== hostname()) return age > silentMs;
  return age > longestMs || !holder.pids.some(isAlive);
}

/** @param {string} file @returns {Holder | null} null: no file, or none that we wrote */
function read(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(holder?.pids) ? holder : null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} file */
function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleaned the cache folder; the work goes on without the lock.
  }
}
