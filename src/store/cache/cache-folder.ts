import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where imported captures are kept: `$SNAPGRAPH_CACHE`, else `$XDG_CACHE_HOME/snapgraph`, else `~/.cache/snapgraph`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { SNAPGRAPH_CACHE: own, XDG_CACHE_HOME: shared } = environment;
  return own || join(shared || join(homedir(), '.cache'), 'snapgraph');
}

const TEN_GIB = 10 * 2 ** 30;

/** Bytes that the cache may hold: `$SNAPGRAPH_CACHE_BYTES`, else 10 GiB. What is not a whole number of bytes is no setting. */
export function cacheLimit(environment: NodeJS.ProcessEnv = process.env): number {
  const { SNAPGRAPH_CACHE_BYTES: text = '' } = environment;
  return /^\d{1,15}$/.test(text) ? Number(text) : TEN_GIB;
}
