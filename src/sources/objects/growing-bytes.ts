/** Bytes that are gathered in runs, up to a limit: what is more is not kept, only known. */
export class GrowingBytes {
  readonly #limit: number;
  #bytes = new Uint8Array(4096);
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  get overflowed(): boolean {
    return this.#length > this.#limit;
  }

  /** `bytes` from `start` to before `end`. */
  pushAll(bytes: Uint8Array, start: number, end: number): void {
    const room = this.#limit + 1 - this.#length;
    const taken = Math.min(end - start, Math.max(room, 0));
    while (this.#length + taken > this.#bytes.length) this.#grow();
    // A view costs more than copying a short string by hand.
    if (taken > 64) this.#bytes.set(bytes.subarray(start, start + taken), this.#length);
    else for (let index = 0; index < taken; index++) this.#bytes[this.#length + index] = bytes[start + index] as number;
    this.#length += taken;
  }

  clear(): void {
    this.#length = 0;
  }

  /** A copy, with more behind it. */
  copy(more: Uint8Array = NOTHING): Uint8Array {
    return Buffer.concat([this.#bytes.subarray(0, this.#length), more]);
  }

  /** True where exactly these bytes stand from `start` to the end. */
  endsWith(bytes: Uint8Array, start: number): boolean {
    return this.#length - start === bytes.length && bytes.every((byte, index) => this.#bytes[start + index] === byte);
  }

  #grow(): void {
    if (this.#length > this.#limit) return;
    const larger = new Uint8Array(Math.min(this.#bytes.length * 2, this.#limit + 1));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

const NOTHING = new Uint8Array();
