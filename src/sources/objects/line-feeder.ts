const NEWLINE = 0x0a;

/** Lines of a stream of bytes, each with its end. A line longer than `limit` is handed on in pieces. */
export class LineFeeder {
  readonly #limit: number;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  *push(chunk: Uint8Array): Generator<Uint8Array> {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield this.#joined(chunk.subarray(start, end + 1));
      start = end + 1;
    }
    if (start === chunk.length) return;
    this.#held.push(chunk.subarray(start));
    this.#heldBytes += chunk.length - start;
    if (this.#heldBytes > this.#limit) yield this.#joined(new Uint8Array());
  }

  /** A last line without an end. */
  *flush(): Generator<Uint8Array> {
    if (this.#heldBytes > 0) yield this.#joined(new Uint8Array());
  }

  #joined(end: Uint8Array): Uint8Array {
    if (this.#heldBytes === 0) return end;
    const line = Buffer.concat([...this.#held, end]);
    this.#held = [];
    this.#heldBytes = 0;
    return line;
  }
}
