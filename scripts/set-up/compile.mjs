/** TypeScript to JavaScript in dist/, only where a source changed: file by file in dist/compiled/, and in dist/cli/ the program that is run. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { bundle, bundleNothing } from './bundle.mjs';
import { root } from './folders.mjs';
import { run } from './run.mjs';
import { tool } from './tool.mjs';

const stampFile = `${root}/dist/.compiled`;
const configuration = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json', 'scripts/set-up/bundle.mjs'];

/**
 * @param {object} options
 * @param {(line: string) => void} options.say
 * @param {boolean} options.bundled true rejects where the bundler does not run; else the program then starts from the single files
 */
export async function compile({ say, bundled }) {
  const stamp = stampOfSources();
  const unbundled = `${stamp} not bundled`;
  if (existsSync(stampFile) && [stamp, ...(bundled ? [] : [unbundled])].includes(readFileSync(stampFile, 'utf8'))) return;
  say('Compiling …');
  rmSync(stampFile, { force: true });
  const { code, output } = await run({ ...tool('typescript', 'tsc', ['-p', 'tsconfig.build.json']), output: 'keep' });
  if (code !== 0) throw new Error(`TypeScript does not compile:\n${output.trim()}`);
  removeOrphans();
  writeFileSync(stampFile, (await isBundled({ say, bundled })) ? stamp : unbundled);
}

/** @param {Parameters<typeof compile>[0]} options */
async function isBundled({ say, bundled }) {
  try {
    await bundle();
    return true;
  } catch (error) {
    if (bundled) throw error;
    say(`The program is not bundled, and starts more slowly than it could: ${error instanceof Error ? error.message : error}`);
    bundleNothing();
    return false;
  }
}

/** Changes with the name, size or time of any source. */
function stampOfSources() {
  const files = [...configuration, ...filesOf('src'), ...filesOf('cli')];
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(`${root}/${file}`);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What was compiled from a source that is gone must not be packed, or imported by mistake. */
function removeOrphans() {
  // Before there was a bundle, single files lay here.
  rmSync(`${root}/dist/src`, { recursive: true, force: true });
  for (const file of [...filesOf('dist/compiled/src'), ...filesOf('dist/compiled/cli')]) {
    const source = file.slice('dist/compiled/'.length).replace(/\.(js|d\.ts)(\.map)?$/, '.ts');
    if (!existsSync(`${root}/${source}`)) rmSync(`${root}/${file}`);
  }
}

/** @param {string} folder @returns {string[]} paths from the clone's folder */
function filesOf(folder) {
  if (!existsSync(`${root}/${folder}`)) return [];
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}
