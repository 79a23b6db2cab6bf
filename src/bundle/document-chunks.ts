import type { DocumentChunk } from '../records/record.ts';
import { mediaTypeOf } from './layout.ts';
import { wholeOrStream } from './whole-or-stream.ts';

/** A file as a document, part by part. Of a small one that is cut nothing comes; of a large one what came is `partial`. CutError follows. */
export async function* documentChunks(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<DocumentChunk> {
  let held: DocumentChunk | null = null;
  try {
    for await (const chunk of wholeOrStream(chunks)) {
      if (held !== null) yield { ...held, last: false };
      held = toDocument(path, chunk, (held?.part ?? 0) + 1);
    }
  } catch (error) {
    if (held !== null) yield { ...held, outcome: 'partial', message: 'the capture is cut within it' };
    throw error;
  }
  if (held !== null) yield held;
}

function toDocument(path: string, chunk: Uint8Array, part: number): DocumentChunk {
  return { type: 'document', snapshot: 0, name: path, mediaType: mediaTypeOf(path), part, last: true, chunk, origin: { entry: path } };
}
