/** How far following a cluster has come. */
export interface WatchProgress {
  /** Resources of which the first list came to an end, and all. */
  readonly listed: number;
  readonly resources: number;
  /** Objects that lists brought, and changes that watches did. */
  readonly objects: number;
  readonly changes: number;
}

/** Counts, and tells after each change. */
export class WatchMeter {
  readonly #tell: (progress: WatchProgress) => void;
  #progress: WatchProgress = { listed: 0, resources: 0, objects: 0, changes: 0 };

  constructor(tell: (progress: WatchProgress) => void = () => undefined) {
    this.#tell = tell;
  }

  /** True once nothing is left of which no list has ended. */
  get isListed(): boolean {
    return this.#progress.listed >= this.#progress.resources;
  }

  add(what: keyof WatchProgress, more: number): void {
    this.#progress = { ...this.#progress, [what]: this.#progress[what] + more };
    this.#tell(this.#progress);
  }
}
