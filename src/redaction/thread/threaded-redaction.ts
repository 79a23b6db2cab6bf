/** The redaction stage in a thread of its own: it takes most of a capture's computing, and the thread that asks the cluster shall not wait for it. */
import { Worker } from 'node:worker_threads';
import type { Stage } from '../../records/pipe.ts';
import type { RecordBatch } from '../../records/record.ts';
import { type RedactionSource, redactionOptions } from '../redaction-source.ts';
import { redactionStage } from '../redaction-stage.ts';
import { HandOver, type Message } from './hand-over.ts';

/** Null in a source tree that is not compiled: what a thread is given, Node runs as it is. */
const THREAD: URL | null = import.meta.url.endsWith('.ts') ? null : new URL('redaction-thread.js', import.meta.url);

/** What is redacted dies young, and each MiB here is one of the peak. */
const YOUNG_GENERATION_MIB = 16;

/** Throws InputError for what is wrong in a rule. */
export function threadedRedaction(source: RedactionSource): Stage {
  return THREAD === null ? redactionStage(redactionOptions(source)) : (batches) => inThread({ thread: THREAD, source, batches });
}

async function* inThread(options: {
  readonly thread: URL;
  readonly source: RedactionSource;
  readonly batches: AsyncIterable<RecordBatch>;
}): AsyncGenerator<RecordBatch> {
  const { thread, source, batches } = options;
  const worker = new Worker(thread, {
    workerData: source,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB },
  });
  const handOver = new HandOver(worker);
  worker.on('message', (message: Message) => handOver.receive(message));
  worker.on('error', (error) => handOver.fail(error));
  worker.on('exit', () => handOver.fail(new Error('the thread that redacts ended')));
  const given = handOver.give(batches);
  // What the source throws is thrown here, where somebody listens.
  given.catch((error: Error) => handOver.fail(error));
  try {
    yield* handOver.take();
    await given;
  } finally {
    await worker.terminate();
    handOver.fail(new Error('nobody takes the records any more'));
    await given.catch(() => undefined);
  }
}
