/** Keeps the cache within its limit. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { removeEntry } from './remove-entry.ts';

/** Removes the least recently used entries until the rest fits. `keep` (an entry's key) stays, whatever its size. Whoever reads a removed file goes on reading it. */
export function pruneCache(options: { readonly cache: string; readonly limit: number; readonly keep: string }): void {
  const { cache, limit, keep } = options;
  const parent = join(cache, 'snapshots');
  const entries = readdirSync(parent)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => sizeOf(join(parent, name), name));
  entries.sort((one, other) => other.used - one.used);
  let total = 0;
  for (const { name, path, bytes } of entries) {
    total += bytes;
    if (total > limit && name !== keep) removeEntry(path);
  }
}

/** None where the entry went away meanwhile. */
function sizeOf(path: string, name: string): { name: string; path: string; bytes: number; used: number }[] {
  try {
    const bytes = readdirSync(path).reduce((sum, file) => sum + statSync(join(path, file)).size, 0);
    return [{ name, path, bytes, used: statSync(path).mtimeMs }];
  } catch {
    return [];
  }
}
