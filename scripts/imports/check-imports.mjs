/** What is wrong with the imports of a set of files: direction between rooms, cycles between files, computed names. */
import { posix } from 'node:path';
import { readImports } from './read-imports.mjs';
import { permissions, roomOf } from './rooms.mjs';

/** @typedef {{ from: string, to: string, line: number, typesOnly: boolean }} Edge */

/**
 * @param {ReadonlyMap<string, string>} files text by path from the clone's folder
 * @returns {string[]} a message each
 */
export function checkImports(files) {
  /** @type {Edge[]} */
  const edges = [];
  /** @type {string[]} */
  const problems = [];
  for (const [from, text] of files) {
    for (const { specifier, line, typesOnly } of readImports(from, text)) {
      const to = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
      if (to !== null && files.has(to)) edges.push({ from, to, line, typesOnly });
      else if (isUnknown(specifier, to))
        problems.push(`${from}:${line} imports ${specifier}, which is no file here and no package's name.`);
    }
  }
  return [...problems, ...edges.flatMap(wrongDirection), ...cycles(edges)];
}

/** Data files may be imported; what a computed name leads to cannot be checked. @param {string} specifier @param {string | null} path */
function isUnknown(specifier, path) {
  return path === null ? !/^(node:|@?[a-z0-9])[\w./@-]*$/i.test(specifier) : !path.endsWith('.json');
}

/** @param {Edge} edge @returns {string[]} */
function wrongDirection({ from, to, line, typesOnly }) {
  const [source, target] = [roomOf(from), roomOf(to)];
  if (isTest(to) && !isTest(from)) return [`${from}:${line} imports ${to}, which is there for tests only.`];
  if (source === target || (target === 'test' && isTest(from))) return [];
  const allowed = permissions[source];
  if (allowed === undefined) return [`${from} is in a room that is not in scripts/imports/rooms.mjs.`];
  const access = allowed[target];
  if (access === 'all' || (access === 'types' && typesOnly)) return [];
  if (access === 'types') return [`${from}:${line} imports code of ${to}: of ${target}, ${source} may import types only.`];
  return [`${from}:${line} imports ${to}: ${source} may not import ${target}.`];
}

/** A test beside its source, what a room's tests share in its folder testing/, and all of test/. @param {string} path */
function isTest(path) {
  return /\.test\.(ts|mjs)$|\/testing\/|^test\//.test(path);
}

/**
 * Each cycle once, as the shortest way round from its first file; imports of types count, for they are how rooms grow together.
 * @param {readonly Edge[]} edges
 */
function cycles(edges) {
  const next = groupByFrom(edges);
  /** @type {Set<string>} */
  const seen = new Set();
  return [...next.keys()].sort().flatMap((start) => {
    if (seen.has(start)) return [];
    const way = shortestWayRound(start, next);
    for (const file of way ?? []) seen.add(file);
    return way === null ? [] : [`Cycle: ${[...way, start].join(' → ')}`];
  });
}

/** @param {readonly Edge[]} edges @returns {Map<string, string[]>} */
function groupByFrom(edges) {
  /** @type {Map<string, string[]>} */
  const next = new Map();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** Breadth first. @param {string} start @param {ReadonlyMap<string, string[]>} next @returns {string[] | null} */
function shortestWayRound(start, next) {
  /** @type {string[][]} */
  const ways = [[start]];
  const visited = new Set();
  for (const way of ways) {
    for (const file of next.get(way.at(-1) ?? start) ?? []) {
      if (file === start) return way;
      if (!visited.has(file)) ways.push([...way, file]);
      visited.add(file);
    }
  }
  return null;
}
