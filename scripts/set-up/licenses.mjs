/** The licenses of the packages whose code is in the bundle: each asks to go with it. */
import { readdirSync, readFileSync } from 'node:fs';

/**
 * A section for each package and version, by name.
 * @param {Iterable<string>} modules paths of files; those outside node_modules are ours
 */
export function licensesOf(modules) {
  const folders = new Set();
  for (const path of modules) {
    const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll('\\', '/'))?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const sections = [...new Set([...folders].map(sectionOf))].sort();
  return `This program contains code of the following packages.\n\n${sections.join('\n')}`;
}

/** @param {string} folder */
function sectionOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  return `=== ${name} ${version} (${license})\n${text}`;
}
