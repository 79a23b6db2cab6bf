/**
 * Node's C++ headers, for what npm compiles. node-gyp would download them; where they lie beside Node they need not be.
 * An npmrc may name the headers of another Node: the environment wins over it, so we say which ones are right for this Node.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { repairedHeaders } from './repaired-headers.mjs';

/** @returns {Record<string, string | undefined>} */
export function nativeEnvironment() {
  const beside = headerFolders().find(isOfThisNode);
  if (beside !== undefined) return { npm_config_nodedir: repairedHeaders(beside) };
  const named = process.env['npm_config_nodedir'];
  return named === undefined || isOfThisNode(named) ? {} : { npm_config_nodedir: undefined };
}

/** The folders that may hold `include/node`: above Node's `bin`, and the npm package `node`'s own for the platform. */
function headerFolders() {
  const above = dirname(dirname(realpathSync(process.execPath)));
  return [above, `${dirname(above)}/node-${process.platform}-${process.arch}`];
}

/** Headers of another Node compile too, into something that crashes: they must be of the same ABI. @param {string} folder */
function isOfThisNode(folder) {
  const header = `${folder}/include/node/node_version.h`;
  if (!existsSync(header)) return false;
  return /^#define NODE_MODULE_VERSION (\d+)/m.exec(readFileSync(header, 'utf8'))?.[1] === process.versions.modules;
}
