/**
 * The program as few files: hundreds of small ones take Node longer to find and to read than to run. What each command needs is loaded when
 * it runs, as in the sources; parts that several need are files of their own.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { root } from './folders.mjs';
import { licensesOf } from './licenses.mjs';

const target = `${root}/dist/cli`;

const programs = ['main', 'complete'];

/** What people run, and what threads and other processes run: the latter are found beside the file that starts them. */
const entries = {
  main: `${root}/cli/main.ts`,
  complete: `${root}/cli/complete.ts`,
  'pack-thread': `${root}/src/store/import/rows/pack-thread.ts`,
  'answer-sql': `${root}/src/store/sql/answer-sql.ts`,
  'redaction-thread': `${root}/src/redaction/thread/redaction-thread.ts`,
};

/** Native, or large and seldom needed: these stay packages, and are loaded from where npm put them. */
const external = ['better-sqlite3', '@kubernetes/client-node', '@graphql-yoga/render-graphiql'];

const query = `${root}/cli/commands/query.ts`;

/**
 * Files that several others need. A question is asked by many short runs, and what `query` needs is a file for each set of others that need
 * it, too; the bundler alone would make dozens of it. What a file needs of these stands in one before it, and a module goes to the first
 * that it can go to.
 * @type {readonly { readonly name: string, readonly neededBy: readonly string[] }[]}
 */
const shared = [
  { name: 'start', neededBy: [entries.main] },
  { name: 'kinds', neededBy: [entries.complete, query] },
  { name: 'vocabulary', neededBy: [entries['redaction-thread'], query] },
  { name: 'relations', neededBy: [entries['pack-thread'], query] },
  { name: 'captured', neededBy: [`${root}/cli/commands/capture.ts`, query] },
  { name: 'reader', neededBy: [`${root}/cli/commands/get.ts`, query] },
  { name: 'graph', neededBy: [`${root}/cli/commands/why.ts`, query] },
  { name: 'findings', neededBy: [`${root}/cli/commands/dangling.ts`, query] },
  { name: 'api', neededBy: [query] },
];

/** Rejects where the bundler does not run on this platform or Node, or finds something wrong. */
export async function bundle() {
  const { rolldown } = await import('rolldown');
  /** @type {string[]} */
  const warnings = [];
  const build = await rolldown({
    input: entries,
    cwd: root,
    platform: 'node',
    external,
    // As modules their unused parts fall away.
    resolve: { mainFields: ['module', 'main'] },
    tsconfig: `${root}/tsconfig.json`,
    onLog: (level, { message }) => void (level === 'warn' && warnings.push(message)),
  });
  rmSync(target, { recursive: true, force: true });
  const output = await build.write({
    dir: target,
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    comments: { legal: true, annotation: false, jsdoc: false },
    codeSplitting: { groups: groups() },
  });
  await build.close();
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
  for (const name of programs) chmodSync(`${target}/${name}.js`, 0o755);
  const modules = output.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  writeFileSync(`${target}/LICENSES.txt`, licensesOf(modules));
  return output;
}

/** In its place where it cannot be made: the program from the files that were compiled one by one. */
export function bundleNothing() {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of programs) {
    writeFileSync(`${target}/${name}.js`, `#!/usr/bin/env node\nimport '../compiled/cli/${name}.js';\n`, { mode: 0o755 });
  }
}

/** @typedef {import('rolldown').CodeSplittingGroup} Group */

/** @returns {Group[]} */
function groups() {
  /** @type {Map<string, ReadonlySet<string>>} */
  const closures = new Map();
  /** @param {string} entry @param {import('rolldown').ChunkingContext} context */
  const closure = (entry, context) => {
    const found = closures.get(entry) ?? closureOf(entry, context);
    closures.set(entry, found);
    return found;
  };
  return shared.map(({ name, neededBy }, index) => ({
    debugName: name,
    priority: shared.length - index,
    name: (id, context) => (!isEntry(id) && neededBy.every((entry) => closure(entry, context).has(id)) ? name : null),
  }));
}

/** These are files of their own. @param {string} id */
function isEntry(id) {
  return Object.values(entries).includes(id) || id.startsWith(`${root}/cli/commands/`);
}

/**
 * All that is loaded with a module, itself included.
 * @param {string} entry
 * @param {import('rolldown').ChunkingContext} context
 * @returns {ReadonlySet<string>}
 */
function closureOf(entry, context) {
  const found = new Set([entry]);
  for (const id of found) for (const imported of context.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
