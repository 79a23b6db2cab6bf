/** What can be read only once (standard input, a pipe) is written to a temporary file in the cache while it is hashed. */
import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { removeStaleFiles, temporaryPath } from '../import/temporary-files.ts';

export interface Spooled {
  readonly path: string;
  readonly hash: string;
  remove(): void;
}

export async function spool(options: {
  readonly input: NodeJS.ReadableStream;
  readonly cache: string;
  readonly signal: AbortSignal;
}): Promise<Spooled> {
  const folder = join(options.cache, 'spooled');
  mkdirSync(folder, { recursive: true });
  removeStaleFiles(folder);
  const path = temporaryPath(folder, 'input');
  const remove = (): void => rmSync(path, { force: true });
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(options.input, hashing, createWriteStream(path, { mode: 0o600 }), { signal: options.signal });
  } catch (error) {
    remove();
    throw error;
  }
  return { path, hash: hash.digest('hex'), remove };
}
