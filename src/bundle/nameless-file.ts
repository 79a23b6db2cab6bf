/** A file for what does not fit in memory. Where the system allows that it has no name any more once it is open, so that nothing is left of it whatever happens. */
import { type FileHandle, open, rm } from 'node:fs/promises';

/** `path` must not be there. */
export async function openNameless(path: string): Promise<FileHandle> {
  const file = await open(path, 'wx+', 0o600);
  if (namesGoFirst) await rm(path, { force: true });
  return file;
}

export async function closeNameless(file: FileHandle, path: string): Promise<void> {
  await file.close();
  if (!namesGoFirst) await rm(path, { force: true });
}

/** Elsewhere an open file cannot be removed. */
const namesGoFirst = process.platform !== 'win32';
