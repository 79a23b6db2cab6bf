/** YAML copies that wait may hold so many bytes together; then the oldest is read, though its JSON may still come. */
const HELD_BYTES = 32 * 2 ** 20;

export interface HeldCopy {
  readonly key: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Custom resources came as YAML only, then as JSON with a YAML copy beside it that is not redacted the same way: the JSON counts. Entries come
 * in any order, so a YAML file waits for its JSON; each is read once.
 */
export class HeldCopies {
  readonly #held = new Map<string, HeldCopy>();
  readonly #read = new Set<string>();
  #bytes = 0;

  /** False where the other copy was read already. */
  claim(key: string): boolean {
    this.#drop(key);
    const isFirst = !this.#read.has(key);
    this.#read.add(key);
    return isFirst;
  }

  /** A larger one is read as it comes. */
  canHold(bytes: number | null): boolean {
    return bytes !== null && bytes <= HELD_BYTES;
  }

  wasRead(key: string): boolean {
    return this.#read.has(key);
  }

  hold(copy: HeldCopy): void {
    this.#drop(copy.key);
    this.#held.set(copy.key, copy);
    this.#bytes += copy.bytes.length;
  }

  /** Copies that can wait no longer; all of them at the end. */
  *release(options: { readonly all: boolean }): Generator<HeldCopy> {
    for (const copy of this.#held.values()) {
      if (!options.all && this.#bytes <= HELD_BYTES) return;
      this.claim(copy.key);
      yield copy;
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes.length ?? 0;
    this.#held.delete(key);
  }
}
