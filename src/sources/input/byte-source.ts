import { createReadStream, type ReadStream } from 'node:fs';

const READ_BYTES = 256 * 1024;

/** Bytes that can be read from their beginning more than once: to see what they are, and then to read them. */
export interface ByteSource {
  /** As messages call it. */
  readonly name: string;
  /** Where it lies, if anything but its beginning can be read first; null for a stream. */
  readonly file: { readonly path: string; readonly size: number } | null;
  /** `keep`: they will be read again. */
  read(options: { readonly keep: boolean }): AsyncIterable<Uint8Array>;
  /** How much of it the latest reading has taken, from 0 to 1; null where its length is not known. */
  share(): number | null;
}

export function fileBytes(options: { readonly path: string; readonly name: string; readonly size: number }): ByteSource {
  const { path, name, size } = options;
  let reading: ReadStream | null = null;
  return {
    name,
    file: { path, size },
    read() {
      reading = createReadStream(path, { highWaterMark: READ_BYTES });
      return reading;
    },
    share: () => (reading === null || size === 0 ? null : Math.min(1, reading.bytesRead / size)),
  };
}

/** A stream gives its bytes once: what is read to `keep` is held in memory and given again. */
export function streamBytes(stream: NodeJS.ReadableStream, name: string): ByteSource {
  const tape = new Tape(stream);
  return { name, file: null, read: ({ keep }) => (keep ? tape.replay() : tape.drain()), share: () => null };
}

/** One reader may stop while its next chunk is still to come: that chunk belongs to the reader after it as well. */
class Tape {
  readonly #stream: AsyncIterator<string | Uint8Array>;
  #chunks: Uint8Array[] = [];
  #pulling: Promise<void> | null = null;
  #ended = false;

  constructor(stream: NodeJS.ReadableStream) {
    this.#stream = stream[Symbol.asyncIterator]();
  }

  async *replay(): AsyncGenerator<Uint8Array> {
    for (let index = 0; ; index++) {
      if (index >= this.#chunks.length) await this.#pull();
      const chunk = this.#chunks[index];
      if (chunk === undefined) return;
      yield chunk;
    }
  }

  /** The last reader: nothing is held any more. */
  async *drain(): AsyncGenerator<Uint8Array> {
    for (;;) {
      if (this.#chunks.length === 0) await this.#pull();
      const chunk = this.#chunks.shift();
      if (chunk === undefined) return;
      yield chunk;
    }
  }

  async #pull(): Promise<void> {
    if (this.#ended) return;
    this.#pulling ??= this.#take();
    try {
      await this.#pulling;
    } finally {
      this.#pulling = null;
    }
  }

  async #take(): Promise<void> {
    const next = await this.#stream.next();
    if (next.done === true) this.#ended = true;
    else this.#chunks.push(typeof next.value === 'string' ? Buffer.from(next.value) : next.value);
  }
}
