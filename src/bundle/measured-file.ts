import { createHash } from 'node:crypto';
import { joinChunks } from '../records/chunks.ts';
import type { FileEntry } from './entry.ts';

export interface Measure {
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** An entry whose bytes are counted and hashed as they are read. */
export class MeasuredFile {
  readonly path: string;
  readonly #file: FileEntry;
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(file: FileEntry) {
    this.path = file.path;
    this.#file = file;
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#file.chunks()) {
      this.#bytes += chunk.length;
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** All bytes, or null where there are more than `limit`. The rest of those stays unread. Throws CutError where they end early. */
  async whole(limit: number): Promise<Uint8Array | null> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of this.chunks()) {
      chunks.push(chunk);
      if (this.#bytes > limit) return null;
    }
    return joinChunks(chunks);
  }

  /** To be asked once, when all bytes were read. */
  measure(): Measure {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
