import type { RecordBatch } from '../../records/record.ts';

/** Batches that are made but not yet taken. Makers wait for room, so memory stays flat. */
const ROOM = 2;

/** Where many makers of records meet the one who takes them. */
export class Outlet {
  readonly #batches: RecordBatch[] = [];
  readonly #makers: (() => void)[] = [];
  #taker: (() => void) | null = null;
  #ended = false;
  #error: unknown = null;
  #closed = false;

  /** Resolves when there is room for more. After `close` nothing is kept. */
  async push(batch: RecordBatch): Promise<void> {
    while (this.#batches.length >= ROOM && !this.#closed) await new Promise<void>((resolve) => this.#makers.push(resolve));
    if (this.#closed) return;
    this.#batches.push(batch);
    this.#taker?.();
  }

  /** All has been pushed. */
  end(): void {
    this.#ended = true;
    this.#taker?.();
  }

  /** What is pushed already is taken first. */
  fail(error: unknown): void {
    this.#error = error;
    this.end();
  }

  /** Nobody takes any more: makers go on without waiting. */
  close(): void {
    this.#closed = true;
    for (const resume of this.#makers.splice(0)) resume();
  }

  async *batches(): AsyncGenerator<RecordBatch> {
    try {
      for (;;) {
        const batch = this.#batches.shift();
        if (batch !== undefined) {
          this.#makers.shift()?.();
          yield batch;
        } else if (this.#ended) break;
        else await new Promise<void>((resolve) => (this.#taker = resolve));
      }
      if (this.#error !== null) throw this.#error;
    } finally {
      this.close();
    }
  }
}
