const KEPT = 4096;

/** Text that is passed on as it comes, and of which the end is kept for a message. */
export class PassedTail {
  readonly #pass: (text: string) => void;
  readonly #decoder = new TextDecoder();
  #tail = '';

  constructor(pass: (text: string) => void) {
    this.#pass = pass;
  }

  add(chunk: Uint8Array): void {
    const text = this.#decoder.decode(chunk, { stream: true });
    this.#tail = (this.#tail + text).slice(-KEPT);
    this.#pass(text);
  }

  text(): string {
    return this.#tail.trim();
  }
}
