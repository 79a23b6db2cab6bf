/** Builds the programs of the cluster into the user's cache; nothing to do where they are there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../set-up/folders.mjs';
import { acquireLock } from '../set-up/lock.mjs';
import { lastLines, run } from '../set-up/run.mjs';
import { binariesFolder, missingBinaries, ownBinaries } from './binaries.mjs';
import { goEnvironment, requireGo } from './go.mjs';
import { goBuildArguments, programs } from './programs.mjs';

const progressMs = 15_000;

/** @param {(line: string) => void} say @returns {Promise<string>} the folder of the programs */
export async function buildPrograms(say) {
  const folder = binariesFolder();
  const missing = missingBinaries(folder);
  if (missing.length === 0) return folder;
  if (ownBinaries() !== null)
    throw new Error(`SNAPGRAPH_CLUSTER_BIN names ${folder}, which lacks ${missing.join(', ')}. Put them there, or unset it.`);
  const lock = await acquireLock({
    file: `${folder}.lock`,
    onWait: ({ host, pids }) => say(`Waiting for process ${pids[0]} on ${host}, which builds the same programs …`),
  });
  try {
    if (missingBinaries(folder).length > 0) await buildAll({ folder, say, onStart: lock.include });
  } finally {
    lock.release();
  }
  return folder;
}

/** @param {{ folder: string, say: (line: string) => void, onStart: (pid: number) => void }} options */
async function buildAll({ folder, say, onStart }) {
  say(
    `Building a Kubernetes control plane for the tests into ${folder} (about ten minutes the first time, with 2 GB in Go's own caches) …`,
  );
  for (const module of new Set(programs.map((program) => program.module))) say(`With ${await requireGo(module)} from ${module}.`);
  const draft = `${folder}.building-${process.pid}`;
  removeLeftovers(folder);
  mkdirSync(draft, { recursive: true });
  try {
    for (const program of programs) await buildOne({ program, draft, say, onStart });
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Of builds that were killed: we hold the lock, so no other is under way. @param {string} folder */
function removeLeftovers(folder) {
  for (const name of existsSync(dirname(folder)) ? readdirSync(dirname(folder)) : [])
    if (name.startsWith(`${basename(folder)}.building-`)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/** @param {{ program: import('./programs.mjs').Program, draft: string, say: (line: string) => void, onStart: (pid: number) => void }} options */
async function buildOne({ program, draft, say, onStart }) {
  const log = `${draft}/${program.name}.log`;
  const start = Date.now();
  const elapsed = () => `${program.name}: ${Math.round((Date.now() - start) / 1000)} s`;
  const progress = setInterval(() => say(`${elapsed()}, ${progressOf(log)} …`), progressMs);
  try {
    const { code, output } = await run({
      command: 'go',
      args: goBuildArguments(program, draft),
      cwd: `${root}/${program.module}`,
      env: goEnvironment(),
      output: { file: log },
      onStart,
    });
    if (code !== 0)
      throw new Error(`go build ${program.package} failed in ${program.module} (exit code ${code}):\n${output}${lastLines(log)}`);
    say(`${elapsed()}, built`);
  } finally {
    clearInterval(progress);
  }
  rmSync(log);
}

/** `go build -v` names each package that it compiles, and each module that it fetches. @param {string} log */
function progressOf(log) {
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  const fetched = lines.filter((line) => line.startsWith('go: downloading ')).length;
  return `${lines.length - fetched} packages compiled${fetched === 0 ? '' : `, ${fetched} modules fetched`}`;
}
