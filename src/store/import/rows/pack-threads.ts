/** Threads that make rows from pages of objects. Only compiled code has them: Node 20 cannot run a thread from TypeScript. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ExtractorRecipe } from '../../../relations/extractor.ts';
import type { PageRows } from './pack-thread.ts';
import type { PackedPage } from './packed-page.ts';

const THREAD: URL | null = import.meta.url.endsWith('.ts') ? null : new URL('pack-thread.js', import.meta.url);

/** What is parsed dies young. Measured: 16, 32 and 64 MiB take the same time, and each MiB here is one of the peak. */
const YOUNG_GENERATION_MIB = 16;

/** Reading and writing take a thread of their own, gunzip another; past two, they would wait for the writer. */
const THREADS = availableParallelism() > 3 ? 2 : 1;

export interface PackThreads {
  readonly count: number;
  /** Rejects with what failed in the thread. Its bytes come back with the rows. */
  pack(page: PackedPage): Promise<PageRows>;
  /** Lets them end once all pages came back. */
  close(): Promise<void>;
  /** Ends them where they stand. */
  abort(): Promise<void>;
}

export function hasPackThreads(): boolean {
  return THREAD !== null;
}

/** Each makes the rows with the extractor of the recipe. */
export function startPackThreads(recipe: ExtractorRecipe): PackThreads {
  const threads = Array.from({ length: THREADS }, () => startThread(recipe));
  let next = 0;
  return {
    count: THREADS,
    pack(page) {
      const thread = threads[next++ % threads.length];
      if (thread === undefined) throw new Error('There is no thread.');
      return thread.pack(page);
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
    async abort() {
      await Promise.all(threads.map((thread) => thread.abort()));
    },
  };
}

function startThread(recipe: ExtractorRecipe): Omit<PackThreads, 'count'> {
  if (THREAD === null) throw new Error('Threads run compiled code only.');
  const worker = new Worker(THREAD, {
    workerData: recipe,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB },
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const waiting: { resolve(rows: PageRows): void; reject(error: unknown): void }[] = [];
  let failure: unknown;
  const fail = (error: unknown): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', (rows: PageRows) => waiting.shift()?.resolve(rows));
  worker.on('error', fail);
  worker.on('messageerror', fail);
  worker.on('exit', (code) => fail(new Error(`The thread that reads objects ended with ${code}.`)));
  return {
    pack(page) {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) return reject(failure);
        waiting.push({ resolve, reject });
        worker.postMessage(page, [page.buffer, page.ends.buffer as ArrayBuffer]);
      });
    },
    async close() {
      worker.postMessage(null);
      await ended;
    },
    async abort() {
      await worker.terminate();
    },
  };
}
