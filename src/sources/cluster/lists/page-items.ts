import { type Cipher, createCipheriv, createDecipheriv, type Decipher, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { closeNameless, openNameless } from '../../../bundle/nameless-file.ts';

/** As many bytes come out as go in. Each file has a key of its own, so that no nonce is needed. */
const CIPHER = 'aes-256-ctr';
const NO_NONCE = Buffer.alloc(16);

/** A page of more bytes goes to disk. */
const MEMORY_BYTES = 8 * 2 ** 20;
/** What is handed on at once: a page of a bundle. */
const BATCH_BYTES = 4 * 2 ** 20;
const BATCH_ITEMS = 500;

/**
 * The items of a page as they come: in memory while they are few, then in a file that has no name any more. They are not redacted yet, so
 * that what lies on the disk is encrypted, with a key that only this process ever had.
 */
export class PageItems {
  readonly #path: string;
  readonly #lengths: number[] = [];
  #memory: Uint8Array[] = [];
  #memoryBytes = 0;
  #file: FileHandle | null = null;
  readonly #key = randomBytes(32);
  #cipher: Cipher | null = null;
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
    const decipher = createDecipheriv(CIPHER, this.#key, NO_NONCE);
    while (start < this.#lengths.length) {
      const end = this.#batchEnd(start);
      const lengths = this.#lengths.slice(start, end);
      yield this.#file === null ? this.#memory.slice(start, end) : await this.#fromFile({ offset, lengths, decipher });
      start = end;
      offset += lengths.reduce((sum, length) => sum + length, 0);
    }
  }

  async dispose(): Promise<void> {
    this.#memory = [];
    const file = this.#file;
    this.#file = null;
    if (file !== null) await closeNameless(file, this.#path);
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
    this.#file ??= await openNameless(this.#path);
    this.#cipher ??= createCipheriv(CIPHER, this.#key, NO_NONCE);
    await this.#file.writeFile(this.#cipher.update(Buffer.concat(this.#memory)));
    this.#memory = [];
    this.#memoryBytes = 0;
  }

  /** The bytes behind those that it gave before. */
  async #fromFile(options: {
    readonly offset: number;
    readonly lengths: readonly number[];
    readonly decipher: Decipher;
  }): Promise<Uint8Array[]> {
    const { offset, lengths, decipher } = options;
    if (this.#memoryBytes > 0) await this.#toFile();
    const packed = Buffer.alloc(lengths.reduce((sum, length) => sum + length, 0));
    for (let read = 0; read < packed.length; ) {
      const { bytesRead = 0 } = (await this.#file?.read(packed, read, packed.length - read, offset + read)) ?? {};
      if (bytesRead === 0) throw new Error(`${this.#path} is shorter than what was written to it`);
      read += bytesRead;
    }
    const bytes = decipher.update(packed);
    let start = 0;
    return lengths.map((length) => {
      start += length;
      return bytes.subarray(start - length, start);
    });
  }
}
