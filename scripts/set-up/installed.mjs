/** Whether node_modules holds what the lockfile says. npm writes its own list into node_modules when an install is done, never before. */
import { existsSync, readFileSync } from 'node:fs';

/**
 * A package of a lockfile, as far as it matters here.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/** @param {string} folder the project's */
export function isInstalled(folder) {
  const wanted = packagesOf(`${folder}/package-lock.json`);
  const present = packagesOf(`${folder}/node_modules/.package-lock.json`);
  if (wanted === null || present === null) return false;
  const isThere = /** @param {[string, LockedPackage]} entry */ ([path, entry]) => {
    const found = present.get(path);
    if (found === undefined) return mayBeAbsent(entry);
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(`${folder}/${path}/package.json`);
  };
  return [...wanted].every(isThere) && [...present.keys()].every((path) => wanted.has(path));
}

/** @param {string} file @returns {Map<string, LockedPackage> | null} by path; null where the file is absent or cut */
function packagesOf(file) {
  try {
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(lock.packages).filter(([path]) => path !== ''));
  } catch {
    return null;
  }
}

/**
 * What npm may leave out: optional packages of other platforms, and what those rest on. Of a package with a C library there is a twin for the other one.
 * @param {LockedPackage} entry
 */
function mayBeAbsent({ optional, os, cpu, libc }) {
  const isForThisPlatform = os?.includes(process.platform) && cpu?.includes(process.arch) && libc === undefined;
  return optional === true && !isForThisPlatform;
}
