import type { FileHandle } from 'node:fs/promises';
import { closeNameless, openNameless } from './nameless-file.ts';
import type { Content } from './tar-file.ts';

const MEMORY_BYTES = 4 * 2 ** 20;

/** Gathers the parts of a file until its size is known: in memory while it is small, then in a file of its own. */
export class Spool {
  readonly #path: string;
  #chunks: Uint8Array[] = [];
  #file: FileHandle | null = null;
  #size = 0;

  /** `path` is that of the file, should one be needed. */
  constructor(path: string) {
    this.#path = path;
  }

  async push(chunk: Uint8Array): Promise<void> {
    this.#size += chunk.length;
    if (this.#file === null && this.#size <= MEMORY_BYTES) {
      this.#chunks.push(chunk);
      return;
    }
    this.#file ??= await openNameless(this.#path);
    for (const part of [...this.#chunks, chunk]) await this.#file.writeFile(part);
    this.#chunks = [];
  }

  content(): Content {
    return { size: this.#size, chunks: this.#file === null ? this.#chunks : this.#file.createReadStream({ start: 0, autoClose: false }) };
  }

  async dispose(): Promise<void> {
    this.#chunks = [];
    if (this.#file === null) return;
    await closeNameless(this.#file, this.#path);
    this.#file = null;
  }
}
