/**
 * The C++ headers of Node 24.19 and later 24.x make every native object take a cleanup hook back when it is collected, which aborts the
 * process where that happens outside of JavaScript: https://github.com/nodejs/node/issues/65446. What counts is the headers that an addon was
 * compiled with, and those of 24.18 are right for every 24.x. So we compile with a copy in which that one class is as it was.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cache } from './folders.mjs';

const affectedModules = '137';
const header = 'node_object_wrap.h';
/** The two calls, in the constructor and the destructor; the functions stay, unused. */
const calls = /^\s*(?:Add|Remove)CleanupHook\(\);\n/gm;

/**
 * @param {string} folder one that holds `include/node`
 * @param {object} [options]
 * @param {string} [options.modules] Node's ABI
 * @param {string} [options.target] where the repaired headers go
 * @returns {string} the same folder where nothing is wrong with it, else one with repaired headers
 */
export function repairedHeaders(folder, { modules = process.versions.modules, target = `${cache}/headers-${process.version}` } = {}) {
  const source = `${folder}/include/node`;
  if (modules !== affectedModules || !existsSync(`${source}/${header}`)) return folder;
  const text = readFileSync(`${source}/${header}`, 'utf8');
  const repaired = text.replace(calls, '');
  if (repaired === text) return folder;
  rmSync(target, { recursive: true, force: true });
  mkdirSync(`${target}/include/node`, { recursive: true });
  for (const name of readdirSync(source)) {
    if (name !== header) symlinkSync(`${source}/${name}`, `${target}/include/node/${name}`);
  }
  writeFileSync(`${target}/include/node/${header}`, repaired);
  return target;
}
