import { splitChunks } from '../records/chunks.ts';
import { MAX_CHUNK_BYTES } from '../records/record.ts';

/** Entries up to this size are held until they came to their end: where they are cut, nothing of them counts. */
const HELD_BYTES = 16 * 2 ** 20;

/** Chunks of at most 1 MiB, at least one. Of a large entry they are handed on as they come, and CutError follows where it is cut. */
export async function* wholeOrStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] | null = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (held === null) yield* splitChunks(chunk);
    else {
      held.push(chunk);
      if (bytes <= HELD_BYTES) continue;
      yield* rechunked(held);
      held = null;
    }
  }
  if (held !== null) yield* rechunked(held);
}

/** Small reads are joined, so that a file of 1 MiB is one part. */
function* rechunked(chunks: readonly Uint8Array[]): Generator<Uint8Array> {
  yield* splitChunks(Buffer.concat(chunks), MAX_CHUNK_BYTES);
}
