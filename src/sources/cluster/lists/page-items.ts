import { type FileHandle, open, rm } from 'node:fs/promises';

/** A page of more bytes goes to disk. */
const MEMORY_BYTES = 8 * 2 ** 20;
/** What is handed on at once: a page of a bundle. */
const BATCH_BYTES = 4 * 2 ** 20;
const BATCH_ITEMS = 500;

/** The items of a page as they come: in memory while they are few, then in a file that has no name any more, so that nothing is left of it whatever happens. */
export class PageItems {
  readonly #path: string;
  readonly #lengths: number[] = [];
  #memory: Uint8Array[] = [];
  #memoryBytes = 0;
  #file: FileHandle | null = null;
  bytes = 0;
  first: Uint8Array | null = null;
  last: Uint8Array | null = null;

  /** `path` is that of the file, should one be needed. */
  constructor(path: string) {
    this.#path = path;
  }

  get count(): number {
    return this.#lengths.length;
  }

  async push(item: Uint8Array): Promise<void> {
    this.#lengths.push(item.length);
    this.#memory.push(item);
    this.#memoryBytes += item.length;
    this.bytes += item.length;
    this.first ??= item;
    this.last = item;
    if (this.#memoryBytes > MEMORY_BYTES) await this.#toFile();
  }

  /** All items in their order, at most 500 or 4 MiB at a time, but for one that is larger. */
  async *batches(): AsyncGenerator<readonly Uint8Array[]> {
    let start = 0;
    let offset = 0;
    while (start < this.#lengths.length) {
      const end = this.#batchEnd(start);
      const lengths = this.#lengths.slice(start, end);
      yield this.#file === null ? this.#memory.slice(start, end) : await this.#fromFile(offset, lengths);
      start = end;
      offset += lengths.reduce((sum, length) => sum + length, 0);
    }
  }

  async dispose(): Promise<void> {
    this.#memory = [];
    const file = this.#file;
    this.#file = null;
    await file?.close();
    if (file !== null) await rm(this.#path, { force: true });
  }

  #batchEnd(start: number): number {
    let bytes = 0;
    let end = start;
    while (end < this.#lengths.length && end - start < BATCH_ITEMS) {
      bytes += this.#lengths[end] ?? 0;
      if (bytes > BATCH_BYTES && end > start) break;
      end++;
    }
    return end;
  }

  async #toFile(): Promise<void> {
    if (this.#file === null) {
      this.#file = await open(this.#path, 'wx+', 0o600);
      // Elsewhere an open file cannot be removed: it goes when it was read.
      if (process.platform !== 'win32') await rm(this.#path, { force: true });
    }
    await this.#file.writeFile(Buffer.concat(this.#memory));
    this.#memory = [];
    this.#memoryBytes = 0;
  }

  async #fromFile(offset: number, lengths: readonly number[]): Promise<Uint8Array[]> {
    if (this.#memoryBytes > 0) await this.#toFile();
    const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + length, 0));
    for (let read = 0; read < bytes.length; ) {
      const { bytesRead = 0 } = (await this.#file?.read(bytes, read, bytes.length - read, offset + read)) ?? {};
      if (bytesRead === 0) throw new Error(`${this.#path} is shorter than what was written to it`);
      read += bytesRead;
    }
    let start = 0;
    return lengths.map((length) => {
      start += length;
      return bytes.subarray(start - length, start);
    });
  }
}
