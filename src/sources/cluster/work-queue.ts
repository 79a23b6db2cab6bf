import PQueue from 'p-queue';

/** So many pieces of work at once, and no more. */
export class WorkQueue {
  readonly #queue: PQueue;

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  /** Resolves when all is done. Rejects with what failed first, when the others that had begun are done too; no more are begun. */
  async all<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    const one = async (item: Item): Promise<void> => {
      if (failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    };
    await Promise.all(items.map((item) => this.#queue.add(() => one(item))));
    if (failures.length > 0) throw failures[0];
  }
}
