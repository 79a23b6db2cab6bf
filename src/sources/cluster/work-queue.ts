import PQueue from 'p-queue';

/** So many pieces of work at once, and no more. */
export class WorkQueue {
  readonly #queue: PQueue;

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  /** Resolves when all is done; rejects with what failed first, when the others are done too. */
  async all<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const results = await Promise.allSettled(items.map((item) => this.#queue.add(() => work(item))));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
