import { type Cipher, createCipheriv, createDecipheriv, type Decipher, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { closeNameless, openNameless } from '../../../bundle/nameless-file.ts';
import { LineBuffer, linesOf } from './line-buffer.ts';

/** As many bytes come out as go in. Each file has a key of its own, so that no nonce is needed. */
const CIPHER = 'aes-256-ctr';
const NO_NONCE = Buffer.alloc(16);

/** A page of more bytes goes to disk. */
const MEMORY_BYTES = 8 * 2 ** 20;
/** What is handed on at once: a page of a bundle. */
const BATCH_BYTES = 4 * 2 ** 20;
const BATCH_ITEMS = 500;

/** Some items that follow each other, a line each. */
interface Batch {
  readonly lengths: readonly number[];
  readonly size: number;
  /** Null: they are in the file. */
  lines: LineBuffer | null;
}

/**
 * The items of a page as they come: in memory while they are few, then in a file that has no name any more. They are not redacted yet, so
 * that what lies on the disk is encrypted, with a key that only this process ever had.
 */
export class PageItems {
  readonly #path: string;
  #batches: Batch[] = [];
  #open = new LineBuffer();
  #memoryBytes = 0;
  #file: FileHandle | null = null;
  readonly #key = randomBytes(32);
  #cipher: Cipher | null = null;
  count = 0;
  bytes = 0;

  /** `path` is that of the file, should one be needed. */
  constructor(path: string) {
    this.#path = path;
  }

  /** An item as parts, to be put one behind another. */
  async push(item: readonly Uint8Array[]): Promise<void> {
    const length = item.reduce((sum, part) => sum + part.length, 0);
    if (this.#open.lengths.length === BATCH_ITEMS || this.#open.bytes.length + length > BATCH_BYTES) this.#close();
    this.#open.push(item);
    this.count++;
    this.bytes += length;
    this.#memoryBytes += length;
    if (this.#memoryBytes > MEMORY_BYTES) await this.#toFile();
  }

  /** All items in their order, once: at most 500 or 4 MiB at a time, but for one that is larger. Whoever is given a batch has it alone. */
  async *batches(): AsyncGenerator<readonly Uint8Array[]> {
    this.#close();
    const decipher = createDecipheriv(CIPHER, this.#key, NO_NONCE);
    let offset = 0;
    for (const batch of this.#batches.splice(0)) {
      const { lines, lengths } = batch;
      yield linesOf(lines === null ? await this.#fromFile({ offset, batch, decipher }) : lines.bytes, lengths);
      offset += batch.size;
    }
  }

  async dispose(): Promise<void> {
    this.#batches = [];
    this.#open = new LineBuffer();
    const file = this.#file;
    this.#file = null;
    if (file !== null) await closeNameless(file, this.#path);
  }

  #close(): void {
    const lines = this.#open;
    if (lines.lengths.length === 0) return;
    this.#batches.push({ lines, lengths: lines.lengths, size: lines.bytes.length });
    this.#open = new LineBuffer();
  }

  async #toFile(): Promise<void> {
    this.#close();
    this.#file ??= await openNameless(this.#path);
    this.#cipher ??= createCipheriv(CIPHER, this.#key, NO_NONCE);
    for (const batch of this.#batches) {
      if (batch.lines !== null) await this.#file.writeFile(this.#cipher.update(batch.lines.bytes));
      batch.lines = null;
    }
    this.#memoryBytes = 0;
  }

  /** The bytes behind those that it gave before. */
  async #fromFile({
    offset,
    batch,
    decipher,
  }: {
    readonly offset: number;
    readonly batch: Batch;
    readonly decipher: Decipher;
  }): Promise<Buffer> {
    const packed = Buffer.alloc(batch.size);
    for (let read = 0; read < packed.length; ) {
      const { bytesRead = 0 } = (await this.#file?.read(packed, read, packed.length - read, offset + read)) ?? {};
      if (bytesRead === 0) throw new Error(`${this.#path} is shorter than what was written to it`);
      read += bytesRead;
    }
    return decipher.update(packed);
  }
}
