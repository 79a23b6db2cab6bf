import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { InputError } from '../records/input-error.ts';
import { DEFAULT_INPUT_LIMITS, type InputLimits } from '../records/input-limits.ts';
import { InputBudget } from './input/budget.ts';
import { walkFolder } from './input/walk-folder.ts';

/** SHA-256 in hex: of a file's bytes; of a folder the hash of its files' paths and hashes, in order of their paths. */
export async function contentHash(location: string, limits: InputLimits = DEFAULT_INPUT_LIMITS): Promise<string> {
  try {
    return (await stat(location)).isDirectory()
      ? await folderHash(location, limits)
      : (await hashOf(createReadStream(location))).digest('hex');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new InputError('NOT_FOUND', `There is no file or folder ${location}. Check the path.`, { cause: error });
    throw new InputError('UNREADABLE', `${location} cannot be read: ${message}. Check its permissions.`, { cause: error });
  }
}

async function folderHash(folder: string, limits: InputLimits): Promise<string> {
  const hash = createHash('sha256');
  for await (const entry of walkFolder({ folder, budget: new InputBudget(folder, limits) })) {
    if (entry.type === 'file') hash.update(`${entry.path}\0${(await hashOf(entry.chunks())).digest('hex')}\n`);
    else if (entry.type === 'link') hash.update(`${entry.path}\0-> ${entry.target}\n`);
  }
  return hash.digest('hex');
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<Hash> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash;
}
