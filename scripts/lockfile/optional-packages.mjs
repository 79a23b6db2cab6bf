/**
 * The packages for other platforms that a lockfile should name and does not. npm leaves out of a new lockfile each optional package that
 * the registry at hand does not have, and `npm ci` then refuses that lockfile as incomplete, on every machine.
 */

/**
 * @typedef {{ version?: string, dev?: boolean, license?: string, optionalDependencies?: Readonly<Record<string, string>> }} LockedPackage
 * @typedef {{ version: string, dev?: boolean, license?: string, optional: true, os: string[], cpu: string[], libc?: string[] }} PlatformPackage
 */

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const names =
  /(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64)(?:-(?<abi>gnu|musl)?\w*)?$/;

/**
 * By path in the lockfile. Of a version that is a range nobody can say which one is meant; those are told by name.
 * @param {Readonly<Record<string, LockedPackage>>} packages
 * @returns {{ missing: Map<string, PlatformPackage>, unclear: string[] }}
 */
export function missingPackages(packages) {
  const missing = new Map();
  /** @type {string[]} */
  const unclear = [];
  for (const [path, owner] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      if (isLocked(packages, path, name)) continue;
      const platform = names.exec(name)?.groups;
      if (platform && exact.test(version)) missing.set(`node_modules/${name}`, platformPackage(owner, version, platform));
      else unclear.push(`${name}@${version} of ${path}`);
    }
  }
  return { missing, unclear };
}

/** In the owner's own node_modules, or in one further up. @param {Readonly<Record<string, LockedPackage>>} packages @param {string} path @param {string} name */
function isLocked(packages, path, name) {
  const folders = path.split('/node_modules/').map((_part, index, parts) => `${parts.slice(0, index + 1).join('/node_modules/')}/`);
  return ['', ...folders].some((folder) => packages[`${folder}node_modules/${name}`] !== undefined);
}

/**
 * Without the integrity that only the registry can tell.
 * @param {LockedPackage} owner
 * @param {string} version
 * @param {Readonly<Record<string, string>>} platform
 * @returns {PlatformPackage}
 */
function platformPackage(owner, version, { os = '', cpu = '', abi }) {
  const libc = os === 'linux' && abi !== undefined ? { libc: [abi === 'gnu' ? 'glibc' : 'musl'] } : {};
  const { dev, license } = owner;
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...libc, ...(license ? { license } : {}), optional: true, os: [os] };
}
