/** The Go that builds the programs: which one there is, and what to do where it is none or too old. */
import { root } from '../set-up/folders.mjs';
import { run } from '../set-up/run.mjs';
import { goPlatform } from './binaries.mjs';

const oldest = { major: 1, minor: 26 };
const advice = 'Get it from https://go.dev/dl, put its bin folder on the PATH and run the same command again.';

/** What a build must not take from the environment of whoever starts it. */
export function goEnvironment() {
  const { os, arch } = goPlatform();
  return { CGO_ENABLED: '0', GOOS: os, GOARCH: arch, GOFLAGS: '', GOWORK: 'off' };
}

/**
 * Asked in the module's folder: from 1.21 on Go fetches the newer one that a go.mod asks for, by itself.
 * @param {string} module its folder, from the clone's
 * @returns {Promise<string>} like go1.26.8
 */
export async function requireGo(module) {
  const { code, output } = await run({
    command: 'go',
    args: ['env', 'GOVERSION'],
    cwd: `${root}/${module}`,
    env: goEnvironment(),
    output: 'keep',
  });
  const wanted = `Go ${oldest.major}.${oldest.minor} or newer is needed to build the cluster`;
  if (code === 127) throw new Error(`${wanted}, and there is no go on the PATH. ${advice}`);
  const version = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !isNewEnough(version)) throw new Error(`${wanted}; what go said of itself: ${version}. ${advice}`);
  return version;
}

/** @param {string} version */
export function isNewEnough(version) {
  const [, major = '0', minor = '0'] = /^go(\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > oldest.major || (Number(major) === oldest.major && Number(minor) >= oldest.minor);
}
