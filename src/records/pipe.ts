/** Source → stages → sink, with back-pressure (a batch is pulled only when the one before is taken) and abort. */
import type { RecordBatch } from './record.ts';

export interface Source {
  /** The layout's name, as `info` prints it. */
  readonly format: string;
  records(options: { readonly signal: AbortSignal }): AsyncIterable<RecordBatch>;
}

export type Stage = (batches: AsyncIterable<RecordBatch>) => AsyncIterable<RecordBatch>;

export interface Sink<Result> {
  write(batch: RecordBatch): void | Promise<void>;
  /** All records came: make the result. */
  finish(): Result | Promise<Result>;
  /** Something failed or was aborted: leave nothing half-made behind. */
  abort(error: unknown): void | Promise<void>;
}

/** Runs a source through stages into a sink; rejects with what failed first, after the sink was told to abort. */
export async function pipe<Result>(options: {
  readonly source: Source;
  readonly stages?: readonly Stage[];
  readonly sink: Sink<Result>;
  readonly signal?: AbortSignal;
}): Promise<Result> {
  const { source, stages = [], sink, signal = new AbortController().signal } = options;
  // A stage may be ahead of the sink: the source must not be waited for when nobody takes what comes.
  const refused = new AbortController();
  try {
    signal.throwIfAborted();
    const records = source.records({ signal: AbortSignal.any([signal, refused.signal]) });
    for await (const batch of stages.reduce((upstream, stage) => stage(upstream), records)) {
      signal.throwIfAborted();
      await writeBatch({ sink, batch, refused });
    }
    signal.throwIfAborted();
    return await sink.finish();
  } catch (error) {
    await abortQuietly(sink, error);
    throw error;
  }
}

async function writeBatch(options: {
  readonly sink: Sink<unknown>;
  readonly batch: RecordBatch;
  readonly refused: AbortController;
}): Promise<void> {
  const { sink, batch, refused } = options;
  try {
    await sink.write(batch);
  } catch (error) {
    refused.abort(error);
    throw error;
  }
}

/** What failed first is what people must hear of; a sink that cannot even clean up fails because of it. */
async function abortQuietly(sink: Sink<unknown>, error: unknown): Promise<void> {
  try {
    await sink.abort(error);
  } catch {
    // The first error is thrown by the caller.
  }
}
