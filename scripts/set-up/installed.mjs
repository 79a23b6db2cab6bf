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
    if (found === undefined) return isForAnotherPlatform(entry);
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

/** What npm leaves out. The C library is not looked at: such a package has a twin for the other one. @param {LockedPackage} entry */
function isForAnotherPlatform(entry) {
  if (!entry.optional) return false;
  const fits = (entry.os ?? [process.platform]).includes(process.platform) && (entry.cpu ?? [process.arch]).includes(process.arch);
  return !fits || entry.libc !== undefined;
}
