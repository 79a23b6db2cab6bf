/** Which objects the lists of one collection handed on, so that those can be told that a later list did not name any more. */
export class ListedKeys {
  /** Handed on by lists that came to no end, or were begun again. */
  #abandoned = new Set<string>();
  #current = new Set<string>();

  add(key: string): void {
    this.#current.add(key);
  }

  delete(key: string): void {
    this.#current.delete(key);
  }

  /** The list is broken off, or what there was is to be listed again. */
  abandon(): void {
    for (const key of this.#current) this.#abandoned.add(key);
    this.#current = new Set();
  }

  /** The list is whole. Returns what had been handed on before and is not in it. */
  complete(): readonly string[] {
    const gone = [...this.#abandoned].filter((key) => !this.#current.has(key));
    this.#abandoned = new Set();
    return gone;
  }

  /** What the whole list named, and watches since. */
  get keys(): ReadonlySet<string> {
    return this.#current;
  }

  /** Nobody needs to know them any more. */
  forget(): void {
    this.#current = new Set();
  }
}
