/** The manifest of one version, from the template. */
import { readFileSync } from 'node:fs';
import { dump, load } from 'js-yaml';
import { root } from '../set-up/folders.mjs';

const template = `${root}/deploy/krew/snapgraph.yaml`;

/** Where a script with a shebang runs under the name that krew gives it, and SQLite is to be had. */
const platforms = ['linux/amd64', 'linux/arm64', 'darwin/amd64', 'darwin/arm64'];

/**
 * Throws where something is no version, no address, no checksum, or is left out.
 * @param {object} options
 * @param {string} options.version `v0.1.0`; with or without the v
 * @param {string} options.node the major version of Node that the archives were made with
 * @param {readonly string[]} options.uri `linux/amd64=https://…`, one an archive
 * @param {readonly string[]} options.sha256 `linux/amd64=…`, in hex
 */
export function manifest({ version, node, uri, sha256 }) {
  const [address, checksum] = [byPlatform('uri', uri), byPlatform('sha256', sha256)];
  if (address.size === 0) throw new Error('Name the archives: --uri linux/amd64=https://… --sha256 linux/amd64=…');
  const named = new Set([...address.keys(), ...checksum.keys()]);
  const archives = platforms
    .filter((platform) => named.has(platform))
    .map((platform) => {
      const [os = '', arch = ''] = platform.split('/');
      return { OS: os, ARCH: arch, URI: checkedUri(platform, address), SHA256: checkedSha256(platform, checksum) };
    });
  const plugin = /** @type {{ spec: { platforms: unknown[] } }} */ (
    filled(load(readFileSync(template, 'utf8')), { VERSION: checkedVersion(version), NODE: checkedNode(node) })
  );
  const [platform] = plugin.spec.platforms;
  return dump({ ...plugin, spec: { ...plugin.spec, platforms: archives.map((archive) => filled(platform, archive)) } }, { lineWidth: -1 });
}

/** @param {string} flag @param {readonly string[]} values */
function byPlatform(flag, values) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const value of values) {
    const [platform = '', ...rest] = value.split('=');
    if (!platforms.includes(platform))
      throw new Error(`--${flag} ${value}: begins with one of ${platforms.map((one) => `${one}=`).join(' ')}`);
    if (found.has(platform)) throw new Error(`--${flag} ${platform} is there twice.`);
    found.set(platform, rest.join('='));
  }
  return found;
}

/** @param {string} platform @param {ReadonlyMap<string, string>} addresses */
function checkedUri(platform, addresses) {
  const uri = addresses.get(platform) ?? '';
  if (URL.canParse(uri) && new URL(uri).protocol === 'https:' && /\.tar\.gz$/.test(new URL(uri).pathname)) return uri;
  throw new Error(`--uri ${platform}=${uri}: is to be the https address of a .tar.gz.`);
}

/** @param {string} platform @param {ReadonlyMap<string, string>} checksums */
function checkedSha256(platform, checksums) {
  const sha256 = checksums.get(platform) ?? '';
  if (/^[a-f0-9]{64}$/.test(sha256)) return sha256;
  throw new Error(`--sha256 ${platform}=${sha256}: is to be 64 hex digits, as sha256sum prints them.`);
}

/** Source: semver.org 2.0.0; krew wants the v. @param {string} version */
function checkedVersion(version) {
  const plain = version.replace(/^v/, '');
  if (/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-[\da-zA-Z-]+(\.[\da-zA-Z-]+)*)?$/.test(plain)) return `v${plain}`;
  throw new Error(`--version ${version}: is to be a version like v0.1.0.`);
}

/** @param {string} node */
function checkedNode(node) {
  if (/^[1-9]\d*$/.test(node)) return node;
  throw new Error(`--node ${node}: is to be the major version of Node that the archives were made with, like 22.`);
}

/** The words in capitals, in every text of a value. @param {unknown} value @param {Readonly<Record<string, string>>} words @returns {unknown} */
function filled(value, words) {
  if (typeof value === 'string') return value.replace(/\b[A-Z]+\d*\b/g, (word) => words[word] ?? word);
  if (Array.isArray(value)) return value.map((item) => filled(item, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, words)]));
}
