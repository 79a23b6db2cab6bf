/** The programs of the development packages, run on this Node without a shell. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './folders.mjs';

/**
 * @param {string} packageName
 * @param {string} program as the package names it
 * @param {readonly string[]} args
 */
export function tool(packageName, program, args) {
  const folder = `${root}/node_modules/${packageName}`;
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return { command: process.execPath, args: [join(folder, typeof bin === 'string' ? bin : bin[program]), ...args] };
}
