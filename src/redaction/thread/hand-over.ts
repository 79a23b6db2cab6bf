/** Batches from one thread to another, a few at a time: who gives waits until who takes has taken. */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { RecordBatch } from '../../records/record.ts';
import { type PackedBatch, packBatch, transferOf, unpackBatch } from './packed-batch.ts';

/** `batch` null: the last one came. */
export type Message =
  | { readonly type: 'batch'; readonly batch: PackedBatch | null }
  | { readonly type: 'taken' }
  | { readonly type: 'failed'; readonly message: string };

/** So many are on their way or wait to be taken: one is worked on while the next one comes. */
const AHEAD = 2;

/** This thread's end of the two ways. */
export class HandOver {
  readonly #port: Pick<MessagePort | Worker, 'postMessage'>;
  readonly #came: (PackedBatch | null)[] = [];
  #given = 0;
  #failure: Error | null = null;
  #wake: (() => void)[] = [];

  constructor(port: Pick<MessagePort | Worker, 'postMessage'>) {
    this.#port = port;
  }

  receive(message: Message): void {
    if (message.type === 'batch') this.#came.push(message.batch);
    else if (message.type === 'taken') this.#given--;
    else this.fail(new Error(message.message));
    this.#wakeAll();
  }

  /** Whoever gives or takes hears of it. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.#wakeAll();
  }

  /** Resolves when there is room for the next one. */
  async give(batches: AsyncIterable<RecordBatch>): Promise<void> {
    for await (const batch of batches) {
      const packed = packBatch(batch);
      this.#port.postMessage({ type: 'batch', batch: packed } satisfies Message, transferOf(packed));
      this.#given++;
      while (this.#given >= AHEAD) await this.#more();
    }
    this.#port.postMessage({ type: 'batch', batch: null } satisfies Message);
  }

  async *take(): AsyncGenerator<RecordBatch> {
    for (;;) {
      while (this.#came.length === 0) await this.#more();
      const batch = this.#came.shift() ?? null;
      if (batch === null) return;
      yield unpackBatch(batch);
      this.#port.postMessage({ type: 'taken' } satisfies Message);
    }
  }

  /** Resolves when anything came, a failure too: what came before it is taken first. Rejects where there is a failure and nothing more to come. */
  async #more(): Promise<void> {
    if (this.#failure !== null) throw this.#failure;
    await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  #wakeAll(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }
}
