/** Where the built programs lie: in the user's cache, so that a second clone finds them, in a folder that only holds whole builds. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashOfPrograms, programs } from './programs.mjs';

/** Go's names for what Node calls otherwise. @type {Readonly<Record<string, string>>} */
const goNames = { x64: 'amd64', ia32: '386' };

/** GOOS and GOARCH of this machine. */
export function goPlatform() {
  const { platform, arch } = process;
  return { os: platform, arch: goNames[arch] ?? arch };
}

/** Programs of one's own: used as they are, never written to. */
export function ownBinaries() {
  return process.env['SNAPGRAPH_CLUSTER_BIN'] || null;
}

export function binariesFolder() {
  const own = ownBinaries();
  if (own !== null) return own;
  const { os, arch } = goPlatform();
  return join(clusterCache(), hashOfPrograms(`${os}/${arch}`));
}

/** What any clone of this user may use. */
export function clusterCache() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'snapgraph', 'cluster');
}

/** @param {string} [folder] */
export function missingBinaries(folder = binariesFolder()) {
  return programs.map(({ name }) => name).filter((name) => !existsSync(join(folder, name)));
}

/** True where a cluster can be started. */
export function isBuilt() {
  return missingBinaries().length === 0;
}

/** @param {string} name */
export function binary(name) {
  const path = join(binariesFolder(), name);
  if (!existsSync(path)) throw new Error(`${path} is absent: npm run cluster:build makes it (needs Go 1.26).`);
  return path;
}
