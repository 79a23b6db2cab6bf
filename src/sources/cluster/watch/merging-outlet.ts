import { BatchBuilder } from '../../../records/batch.ts';
import type { RecordBatch, SnapshotRecord } from '../../../records/record.ts';

/**
 * Where many watches meet the one who takes their records. What comes while that one is busy makes one batch; when a batch is full, makers wait,
 * and with them their connections: memory stays flat however slow the taker is.
 */
export class MergingOutlet {
  readonly #records = new BatchBuilder();
  #waiting: (() => void)[] = [];
  #taker: (() => void) | null = null;
  #isEnded = false;
  #error: unknown = null;
  #isClosed = false;

  /** Resolves when the records have a place, all of them in one batch. After `close` nothing is kept. */
  async push(records: readonly SnapshotRecord[]): Promise<void> {
    while (this.#records.full && !this.#isClosed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#isClosed) return;
    for (const record of records) this.#records.push(record);
    this.#taker?.();
  }

  /** All has been pushed. */
  end(): void {
    this.#isEnded = true;
    this.#taker?.();
  }

  /** What is pushed already is taken first; the first error counts. */
  fail(error: unknown): void {
    this.#error ??= error;
    this.end();
  }

  /** Nobody takes any more: makers go on without waiting. */
  close(): void {
    this.#isClosed = true;
    this.#wakeMakers();
  }

  async *batches(): AsyncGenerator<RecordBatch> {
    try {
      for (;;) {
        if (!this.#records.empty) {
          const batch = this.#records.take();
          this.#wakeMakers();
          yield batch;
        } else if (this.#isEnded) break;
        else await new Promise<void>((resolve) => (this.#taker = resolve));
      }
      if (this.#error !== null) throw this.#error;
    } finally {
      this.close();
    }
  }

  /** In the order in which they came; those that find no room wait again. */
  #wakeMakers(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}
