/**
 * The end-to-end tests on a Node from the npm package `node`, in a folder of its own: a copy of the project's files,
 * with packages that are built for that Node. The set-up is the project's own, so that it is tested there, too.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cache, root } from '../set-up/folders.mjs';
import { acquireLock } from '../set-up/lock.mjs';
import { runNpm } from '../set-up/npm.mjs';
import { run } from '../set-up/run.mjs';
import { say } from '../set-up/set-up.mjs';

/** Made by the set-up and by tests, or of no use to them. */
const leftOut = new Set(['.cache', '.git', 'coverage', 'dist', 'node_modules']);

/** @param {string} version an exact one of the npm package `node` */
export async function endToEnd(version) {
  const folder = `${cache}/node-${version}`;
  const lock = await acquireLock({
    file: `${cache}/newer-node.lock`,
    onWait: ({ pids }) => say(`Waiting for process ${pids[0]}, which runs the tests on another Node in this folder …`),
  });
  try {
    const node = await installNode(folder, version);
    copyProject(`${folder}/project`);
    say(`Tests on Node ${version}`);
    const { code } = await run({
      command: node,
      args: ['scripts/test.mjs', '--only', 'end-to-end'],
      cwd: `${folder}/project`,
      // What npm told us of the Node that runs us is wrong for that one.
      env: { npm_config_nodedir: undefined, npm_node_execpath: undefined, NODE: undefined },
      output: 'show',
    });
    process.exitCode = code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    lock.release();
  }
}

/**
 * The package of the platform is what the package `node` would install by a script of its own; it holds the headers beside `bin`.
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<string>} the executable
 */
async function installNode(folder, version) {
  const name = `node-${process.platform}-${process.arch}`;
  const node = `${folder}/node_modules/${name}/bin/node`;
  if (existsSync(`${folder}/node_modules/.package-lock.json`) && existsSync(node)) return node;
  say(`Installing Node ${version} from the npm package ${name} …`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, dependencies: { [name]: version } }));
  await runNpm({ args: ['install', '--no-package-lock', '--ignore-scripts'], cwd: folder });
  return node;
}

/** Afresh each time but for what is dear to build: packages and compiled code. @param {string} target */
function copyProject(target) {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(target)) {
    if (!leftOut.has(name)) rmSync(`${target}/${name}`, { recursive: true });
  }
  for (const name of readdirSync(root)) {
    if (!leftOut.has(name)) cpSync(`${root}/${name}`, `${target}/${name}`, { recursive: true, preserveTimestamps: true });
  }
  linkNeighbours(dirname(target));
}

/** Some tests rest on ../shared, beside the project, where it is there. @param {string} folder */
function linkNeighbours(folder) {
  const shared = `${dirname(root)}/shared`;
  rmSync(`${folder}/shared`, { force: true });
  if (existsSync(shared)) symlinkSync(shared, `${folder}/shared`);
}
