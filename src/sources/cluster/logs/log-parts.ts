import { splitChunks } from '../../../records/chunks.ts';
import { type LogChunk, MAX_CHUNK_BYTES } from '../../../records/record.ts';
import type { LogChoice } from './log-choice.ts';

const NEWLINE = 0x0a;

/** Joins what comes into parts of 1 MiB, and counts whether the log was cut to what was asked for. */
export class LogParts {
  readonly #base: LogChunk;
  readonly #choice: LogChoice;
  readonly #take: (chunk: LogChunk) => Promise<void>;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #part = 0;
  #lines = 0;
  bytes = 0;

  constructor(options: { readonly base: LogChunk; readonly choice: LogChoice; readonly take: (chunk: LogChunk) => Promise<void> }) {
    this.#base = options.base;
    this.#choice = options.choice;
    this.#take = options.take;
  }

  get empty(): boolean {
    return this.#part === 0 && this.#heldBytes === 0;
  }

  /** Whether more may come: a kubelet need not keep to the limit that it was told. */
  async push(chunk: Uint8Array): Promise<boolean> {
    const room = this.#choice.limitBytes - this.bytes;
    await this.#hold(chunk.subarray(0, room));
    return chunk.length <= room;
  }

  async #hold(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.length;
    for (const byte of chunk) if (byte === NEWLINE) this.#lines++;
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes < 2 * MAX_CHUNK_BYTES) return;
    const [part = new Uint8Array(), ...rest] = splitChunks(Buffer.concat(this.#held));
    this.#held = rest;
    this.#heldBytes -= part.length;
    await this.#handOn(part, {});
  }

  /** An empty log is a part too. */
  async end(end: Pick<LogChunk, 'outcome' | 'httpStatus' | 'message'>): Promise<void> {
    const truncated = this.#lines >= this.#choice.tailLines || this.bytes >= this.#choice.limitBytes;
    const parts = splitChunks(Buffer.concat(this.#held));
    for (const part of parts.slice(0, -1)) await this.#handOn(part, {});
    await this.#handOn(parts.at(-1) ?? new Uint8Array(), { ...end, truncated, last: true });
  }

  async #handOn(chunk: Uint8Array, more: Partial<LogChunk>): Promise<void> {
    this.#part++;
    await this.#take({ ...this.#base, part: this.#part, last: false, chunk, ...more });
  }
}
