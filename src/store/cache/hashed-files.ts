/** Which files have been hashed: one small file an entry, so that many processes can write at once. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '../../sources/content-hash.ts';
import { temporaryPath } from '../import/temporary-files.ts';

/**
 * The content hash of a file or folder. A file counts as the one already hashed while device, inode, size, mtime and ctime (ns) are the
 * same; a folder is read each time, for its own times say nothing of what lies deeper.
 */
export async function rememberedHash(location: string, cache: string): Promise<string> {
  const before = await identityOf(location);
  if (before === null) return contentHash(location);
  const folder = join(cache, 'hashed');
  const path = join(folder, createHash('sha256').update(before).digest('hex').slice(0, 32));
  const known = read(path, before);
  if (known !== null) return known;
  const hash = await contentHash(location);
  if ((await identityOf(location)) === before) write({ folder, path, text: JSON.stringify({ file: before, hash }) });
  return hash;
}

/** null for what is no file, or cannot be looked at: hashing it will say so. */
async function identityOf(location: string): Promise<string | null> {
  const found = await stat(location, { bigint: true }).catch(() => null);
  return found?.isFile() ? [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' ') : null;
}

function read(path: string, file: string): string | null {
  try {
    const entry = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    if (typeof entry !== 'object' || entry === null || !('file' in entry) || !('hash' in entry)) return null;
    return entry.file === file && typeof entry.hash === 'string' && /^[0-9a-f]{64}$/.test(entry.hash) ? entry.hash : null;
  } catch {
    return null;
  }
}

/** What cannot be remembered is hashed again the next time: no reason to fail. */
function write({ folder, path, text }: { folder: string; path: string; text: string }): void {
  let temporary: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    temporary = temporaryPath(folder, 'hash');
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch {
    if (temporary !== undefined) rmSync(temporary, { force: true });
  }
}
