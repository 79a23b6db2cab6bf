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

/** In a process of its own: a binary of another Node can end the one that loads it. */
function openSqlite() {
  const program = "new (require('better-sqlite3'))(':memory:').close()";
  return run({ command: process.execPath, args: ['-e', program], output: 'keep' });
}
