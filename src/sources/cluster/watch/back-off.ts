/** The first pause, which doubles, and the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 10_000;

/** How long to wait after one failure more. Many wait for the same server: each for a time of its own. */
export class BackOff {
  #failures = 0;

  /** Milliseconds: at least what the server asked for. */
  next(atLeast = 0): number {
    const pause = Math.min(FIRST_PAUSE * 2 ** this.#failures, LONGEST_PAUSE);
    this.#failures = Math.min(this.#failures + 1, 32);
    return Math.max(spread(pause), atLeast);
  }

  reset(): void {
    this.#failures = 0;
  }
}

/** Between a half and all of it, for what is not to happen at the same time everywhere. */
export function spread(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random() / 2);
}
