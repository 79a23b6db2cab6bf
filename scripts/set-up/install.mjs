/** The packages of the lockfile, and better-sqlite3 built for this Node. */
import { root } from './folders.mjs';
import { isInstalled } from './installed.mjs';
import { runNpm } from './npm.mjs';
import { run } from './run.mjs';

const minute = 'about a minute where it must be compiled';

/**
 * @param {object} options
 * @param {(line: string) => void} options.say
 * @param {(pid: number) => void} options.onStart
 */
export async function install({ say, onStart }) {
  const fresh = !isInstalled(root);
  if (fresh) {
    say(`Installing the packages of package-lock.json, with SQLite for Node ${process.versions.node} (${minute}) …`);
    await runNpm({ args: ['ci'], onStart });
  }
  let sqlite = await openSqlite();
  if (sqlite.code === 0) return;
  // Installed for another Node, or by an npm that runs no install scripts.
  say(`Building SQLite for Node ${process.versions.node} (${minute}) …`);
  await runNpm({ args: ['rebuild', 'better-sqlite3'], onStart });
  sqlite = await openSqlite();
  if (sqlite.code === 0) return;
  throw new Error(
    `SQLite (the package better-sqlite3) does not work on Node ${process.versions.node}:\n${sqlite.output.trim()}\n` +
      "It needs a prebuilt binary from its project's releases, or Python 3, make and a C++ compiler to be built here.",
  );
}

/**
 * In a process of its own: a binary of another Node can end the one that loads it, and one that was compiled for Node 24 with faulty headers
 * (repaired-headers.mjs) aborts when statements are collected between two turns of the event loop, so that is provoked there.
 */
function openSqlite() {
  const program = `
    const database = new (require('better-sqlite3'))(':memory:');
    let turns = process.versions.modules === '137' ? 40 : 1;
    const turn = () => {
      for (let count = 0; count < 2000; count += 1) database.prepare('SELECT ' + count);
      if (--turns > 0) setImmediate(turn);
    };
    turn();`;
  return run({ command: process.execPath, args: ['--max-semi-space-size=1', '-e', program], output: 'keep' });
}
