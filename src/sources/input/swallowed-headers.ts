/**
 * Some writers of tars count one byte too many in each header (crust-gather --encoding gzip). Where the real length is a whole number of blocks,
 * the header of the next entry then lies where a reader expects the block of that byte, and is swallowed with it. A block that is said to hold one
 * byte and is a header is taken for what it is: the block that is missing is put before it. Of a tar that is right, nothing changes: such a block
 * holds one byte and zeros, which is no header.
 */
const BLOCK = 512;
const SIZE = { from: 124, to: 136 } as const;
const CHECKSUM = { from: 148, to: 156 } as const;

/** `onRestored` is called for each block that was put in. */
export async function* restoreSwallowedHeaders(bytes: AsyncIterable<Uint8Array>, onRestored: () => void): AsyncGenerator<Uint8Array> {
  const walk = new Walk(onRestored);
  for await (const chunk of bytes) yield* walk.take(chunk);
  yield* walk.rest();
}

class Walk {
  /** Bytes of data that are passed on until the next block that is looked at. */
  #data = 0;
  /** The block that is looked at is said to hold one byte. */
  #isSuspect = false;
  /** What could not be followed is passed on as it is: whoever reads it says what is wrong. */
  #isLost = false;
  #block: Uint8Array = new Uint8Array();
  readonly #onRestored: () => void;

  constructor(onRestored: () => void) {
    this.#onRestored = onRestored;
  }

  *take(chunk: Uint8Array): Generator<Uint8Array> {
    let from = 0;
    while (from < chunk.length) {
      if (this.#isLost) return yield chunk.subarray(from);
      if (this.#data > 0) {
        const to = Math.min(chunk.length, from + this.#data);
        this.#data -= to - from;
        yield chunk.subarray(from, to);
        from = to;
        continue;
      }
      const to = Math.min(chunk.length, from + BLOCK - this.#block.length);
      this.#block = this.#block.length === 0 ? chunk.subarray(from, to) : Buffer.concat([this.#block, chunk.subarray(from, to)]);
      from = to;
      if (this.#block.length === BLOCK) yield* this.#look();
    }
    // The chunk may be written over once it is taken.
    if (this.#block.length > 0) this.#block = Uint8Array.from(this.#block);
  }

  *rest(): Generator<Uint8Array> {
    if (this.#block.length > 0) yield this.#block;
  }

  *#look(): Generator<Uint8Array> {
    const block = this.#block;
    this.#block = new Uint8Array();
    const size = sizeIn(block);
    if (this.#isSuspect) {
      this.#isSuspect = false;
      if (size === null) return yield block;
      this.#onRestored();
      yield new Uint8Array(BLOCK);
    }
    yield block;
    if (size === null) {
      this.#isLost = block.some((byte) => byte !== 0);
      return;
    }
    const left = size % BLOCK;
    this.#isSuspect = left === 1;
    this.#data = size - left + (left > 1 ? BLOCK : 0);
  }
}

/** The size that a header says; null for what is no header. Source: POSIX.1, ustar Interchange Format. */
function sizeIn(block: Uint8Array): number | null {
  const header = Buffer.from(block.buffer, block.byteOffset, block.length);
  const written = octal(header.toString('latin1', CHECKSUM.from, CHECKSUM.to));
  let sum = (CHECKSUM.to - CHECKSUM.from) * 32;
  for (const [index, byte] of header.entries()) if (index < CHECKSUM.from || index >= CHECKSUM.to) sum += byte;
  if (written === null || written !== sum) return null;
  return octal(header.toString('latin1', SIZE.from, SIZE.to));
}

function octal(text: string): number | null {
  const digits = /^\s*([0-7]+)[\s\0]*$/.exec(text)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 8);
}
