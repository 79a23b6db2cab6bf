/** Checks the imports of all sources; exit code 1 and a line each where something is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { root } from '../set-up/folders.mjs';
import { checkImports } from './check-imports.mjs';

const folders = ['src', 'cli', 'test', 'bench', 'scripts'];

const paths = folders.filter((folder) => existsSync(`${root}/${folder}`)).flatMap(sourcesIn);
const problems = checkImports(new Map(paths.map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')])));
for (const problem of problems) console.error(problem);
console.log(`${paths.length} files, ${problems.length} problems.`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(ts|mjs)$/.test(path) ? [path] : [];
  });
}
