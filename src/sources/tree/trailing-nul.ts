import type { FileEntry } from '../../bundle/entry.ts';

/** A NUL that ends a piece is held back until more comes. */
export function withoutTrailingNul(file: FileEntry): FileEntry {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let isHeld = false;
    for await (const chunk of file.chunks()) {
      if (chunk.length === 0) continue;
      if (isHeld) yield NUL;
      isHeld = chunk.at(-1) === 0;
      yield isHeld ? chunk.subarray(0, -1) : chunk;
    }
  }
  return { ...file, chunks };
}

const NUL = new Uint8Array(1);
