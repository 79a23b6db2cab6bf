/** Lines as they come, one behind another in one buffer: a batch of them changes hands, and a page of them is written, without a copy. */
import { giveToBatch } from '../../../records/owned-buffers.ts';

const FIRST_BYTES = 1 << 16;
const NEWLINE = 0x0a;
const NOTHING = new Uint8Array();

export class LineBuffer {
  #bytes: Uint8Array = NOTHING;
  #used = 0;
  /** Of each line, without its end. */
  readonly lengths: number[] = [];

  /** Its parts, and a newline behind them. */
  push(line: readonly Uint8Array[]): void {
    const start = this.#used;
    this.#reserve(1);
    for (const part of line) {
      this.#reserve(part.length + 1);
      this.#bytes.set(part, this.#used);
      this.#used += part.length;
    }
    this.lengths.push(this.#used - start);
    this.#bytes[this.#used++] = NEWLINE;
  }

  /** All lines with their ends. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#used);
  }

  #reserve(more: number): void {
    if (this.#used + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(FIRST_BYTES, this.#bytes.length * 2, this.#used + more));
    larger.set(this.bytes);
    this.#bytes = larger;
  }
}

/** The lines of a buffer that nobody else looks at, without their ends. */
export function linesOf(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  giveToBatch(bytes.buffer);
  let end = 0;
  return lengths.map((length) => {
    const start = end;
    end += length + 1;
    return bytes.subarray(start, start + length);
  });
}
