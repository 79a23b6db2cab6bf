/** When discovery is asked again: now and then, and whenever something told that it may have changed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { spread } from './back-off.ts';

/** Discovery lags behind what it tells of: a definition is served some time after it is written. Milliseconds after the news. */
const AFTER_NEWS: readonly number[] = [500, 2_500, 10_000];

export class Rediscovery {
  readonly #every: number;
  readonly #signal: AbortSignal;
  readonly #discover: () => Promise<void>;
  /** When it is due, by the clock of `performance.now`, the next first. */
  #due: number[] = [];
  #wake = new AbortController();

  constructor(options: { readonly every: number; readonly signal: AbortSignal; readonly discover: () => Promise<void> }) {
    this.#every = options.every;
    this.#signal = options.signal;
    this.#discover = options.discover;
    options.signal.addEventListener('abort', () => this.#wake.abort(), { once: true });
  }

  /** News that come soon after each other are one; however many there are, the first is not put off. */
  news(): void {
    const now = performance.now();
    const [first = Number.POSITIVE_INFINITY] = this.#due;
    const [soon = 0, ...later] = AFTER_NEWS.map((milliseconds) => now + milliseconds);
    this.#due = [Math.min(first, soon), ...later];
    this.#wake.abort();
  }

  /** Until the signal is aborted. */
  async run(): Promise<void> {
    let routine = performance.now() + spread(this.#every);
    while (!this.#signal.aborted) {
      const [due = routine] = this.#due;
      if (performance.now() < Math.min(due, routine)) await this.#wait(Math.min(due, routine) - performance.now());
      else {
        routine = performance.now() + spread(this.#every);
        this.#due = this.#due.filter((time) => time > performance.now());
        await this.#discover();
      }
    }
  }

  async #wait(milliseconds: number): Promise<void> {
    this.#wake = new AbortController();
    if (this.#signal.aborted) return;
    // Woken: what is due has changed.
    await sleep(Math.ceil(milliseconds), undefined, { signal: this.#wake.signal }).catch(() => undefined);
  }
}
