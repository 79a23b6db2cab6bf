/** Fetches the CRD files of the ecosystem through Go's module proxy; what is there already is not fetched again. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { acquireLock } from '../../set-up/lock.mjs';
import { run } from '../../set-up/run.mjs';
import { each } from '../api/each.mjs';
import { clusterCache } from '../binaries.mjs';
import { goEnvironment, requireGo } from '../go.mjs';
import { programs } from '../programs.mjs';
import { crdFolder, missingCrdModules } from './store.mjs';

/** @typedef {import('./types.ts').CrdModule} CrdModule */

const atOnce = 4;
const mostTries = 3;

/**
 * A module that cannot be had is named and left out: the control plane works without it, and the tests that need its CRDs say that they are skipped.
 * @param {(line: string) => void} say
 */
export async function fetchCrds(say) {
  if (missingCrdModules().length === 0) return;
  const [{ module: ours } = { module: '.' }] = programs;
  await requireGo(ours);
  const folder = join(clusterCache(), 'crds');
  const lock = await acquireLock({
    file: `${folder}.lock`,
    onWait: ({ host, pids }) => say(`Waiting for process ${pids[0]} on ${host}, which fetches the same CRDs …`),
  });
  try {
    const missing = missingCrdModules();
    if (missing.length === 0) return;
    say(`Fetching the CRDs of ${missing.length} Go modules into ${folder} …`);
    /** @type {string[]} */
    const failures = [];
    await each({
      items: missing,
      atOnce,
      work: async (row) => {
        const failure = await fetchPatiently(row, lock.include);
        if (failure !== null) failures.push(`${row.module}@${row.version}: ${failure}`);
      },
    });
    say(
      failures.length === 0
        ? 'CRDs: fetched'
        : `The CRDs of these modules could not be had; the same command fetches what is missing:\n${failures.join('\n')}`,
    );
  } finally {
    lock.release();
  }
}

/** Tries again, for a module proxy may be busy. @param {CrdModule} row @param {(pid: number) => void} onStart @returns {Promise<string | null>} what went wrong */
async function fetchPatiently(row, onStart) {
  for (let tries = 1; tries < mostTries; tries += 1) if ((await fetchOne(row, onStart)) === null) return null;
  return fetchOne(row, onStart);
}

/** @param {CrdModule} row @param {(pid: number) => void} onStart @returns {Promise<string | null>} what went wrong */
async function fetchOne(row, onStart) {
  const { code, output } = await run({
    command: 'go',
    args: ['mod', 'download', '-json', `${row.module}@${row.version}`],
    // Outside every module of ours: theirs must not decide about versions.
    cwd: clusterCache(),
    env: goEnvironment(),
    output: 'keep',
    onStart,
  });
  const { Dir: folder, Sum: sum, Error: error } = downloaded(output);
  if (code !== 0 || folder === undefined) return error ?? output.trim();
  if (sum !== row.sum) return `its checksum is ${sum}, where ${row.sum} is expected`;
  return keep(row, folder);
}

/** @param {string} output @returns {{ Dir?: string, Sum?: string, Error?: string }} */
function downloaded(output) {
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  return json === '' ? {} : JSON.parse(json);
}

/** Copies the CRD files, all or none. @param {CrdModule} row @param {string} from the module's folder @returns {string | null} */
function keep(row, from) {
  const draft = `${crdFolder(row)}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const path of row.paths) {
    const files = existsSync(join(from, path)) ? filesAt(join(from, path)).filter(holdsCrd) : [];
    if (files.length === 0) {
      rmSync(draft, { recursive: true });
      return `no CRD is in ${path}`;
    }
    for (const file of files) copyFileSync(file, join(draft, file.slice(from.length + 1).replaceAll(/[/\\]/g, '_')));
  }
  mkdirSync(dirname(draft), { recursive: true });
  renameSync(draft, crdFolder(row));
  return null;
}

/** @param {string} path of a file, or of a folder whose files are meant */
function filesAt(path) {
  return statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
}

/** @param {string} file */
function holdsCrd(file) {
  return /\.ya?ml$/.test(file) && /^kind: "?CustomResourceDefinition\b/m.test(readFileSync(file, 'utf8'));
}
