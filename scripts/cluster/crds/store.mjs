/** Where the CRD files lie: in the user's cache, a folder for each module, its version and what is taken of it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clusterCache } from '../binaries.mjs';
import { crdModules } from './modules.mjs';

/** @typedef {import('./types.ts').CrdModule} CrdModule */

/** Another version, or other paths of it, is another folder. @param {CrdModule} row */
export function crdFolder(row) {
  const { module, version, sum, paths } = row;
  const hash = createHash('sha256').update(JSON.stringify({ sum, paths })).digest('hex').slice(0, 8);
  return join(clusterCache(), 'crds', `${module.replaceAll('/', '_')}@${version}-${hash}`);
}

/** Rows whose files are not there yet. */
export function missingCrdModules() {
  return crdModules.filter((row) => !existsSync(crdFolder(row)));
}

/** True where the CRDs of all modules are there. */
export function hasCrds() {
  return missingCrdModules().length === 0;
}

/** The paths of all CRD files, in the order of the table. */
export function crdFiles() {
  return crdModules.flatMap((row) =>
    readdirSync(crdFolder(row))
      .sort()
      .map((name) => join(crdFolder(row), name)),
  );
}
