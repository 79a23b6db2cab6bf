/** TypeScript to JavaScript in dist/, only where a source changed. */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { root } from './folders.mjs';
import { run } from './run.mjs';
import { tool } from './tool.mjs';

const stampFile = `${root}/dist/.compiled`;
const configuration = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
const executables = ['main', 'complete'].map((name) => `${root}/dist/cli/${name}.js`);

/** @param {(line: string) => void} say */
export async function compile(say) {
  const stamp = stampOfSources();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Compiling …');
  rmSync(stampFile, { force: true });
  const { code, output } = await run({ ...tool('typescript', 'tsc', ['-p', 'tsconfig.build.json']), output: 'keep' });
  if (code !== 0) throw new Error(`TypeScript does not compile:\n${output.trim()}`);
  removeOrphans();
  for (const file of executables) if (existsSync(file)) chmodSync(file, 0o755);
  writeFileSync(stampFile, stamp);
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
  for (const file of [...filesOf('dist/src'), ...filesOf('dist/cli')]) {
    const source = file.slice('dist/'.length).replace(/\.(js|d\.ts)(\.map)?$/, '.ts');
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
