import { MAX_CHUNK_BYTES } from './record.ts';

/** Cuts bytes into views of at most `size`; always at least one, so that an empty file is a part too. Nothing is copied. */
export function splitChunks(bytes: Uint8Array, size: number = MAX_CHUNK_BYTES): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length || start === 0; start += size) chunks.push(bytes.subarray(start, start + size));
  return chunks;
}

/** One buffer of all chunks; a single one is returned as it is. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}
