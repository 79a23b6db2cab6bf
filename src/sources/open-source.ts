import { DEFAULT_INPUT_LIMITS, type InputLimits } from '../records/input-limits.ts';
import type { Source } from '../records/pipe.ts';
import type { RecordBatch } from '../records/record.ts';
import { detect } from './detect.ts';
import { openCapture } from './input/capture.ts';

export interface OpenOptions {
  /** A file, a folder, or `-` for standard input. */
  readonly location: string;
  /** The user vouches that nothing of the kinds seen is missing: a stream of objects then proves absence. */
  readonly complete?: boolean;
  /** Read for `-`; process.stdin where it is not given. */
  readonly stdin?: NodeJS.ReadableStream;
  readonly limits?: Partial<InputLimits>;
}

export interface OpenedSource {
  /** The layout: `snapgraph`, `troubleshoot`, `objects`. */
  readonly format: string;
  /** What gave it away. */
  readonly reason: string;
  readonly name: string;
  readonly source: Source;
  /** How much of the capture's bytes has been read, from 0 to 1; null where that is not known. */
  share(): number | null;
}

/** Opens a capture, whatever made it. Throws InputError, with what to do, where it cannot be read. Its records can be read once. */
export async function openSource(options: OpenOptions): Promise<OpenedSource> {
  const limits = { ...DEFAULT_INPUT_LIMITS, ...options.limits };
  const capture = await openCapture({
    location: options.location,
    limits,
    ...(options.stdin === undefined ? {} : { stdin: options.stdin }),
  });
  const { layout, root, reason } = await detect(capture);
  const { format } = layout;
  const records: Source['records'] = ({ signal }) =>
    abortable(layout.records({ capture, root, limits, complete: options.complete ?? false }), signal);
  return { format, reason, name: capture.name, source: { format, records }, share: () => capture.share() };
}

async function* abortable(batches: AsyncIterable<RecordBatch>, signal: AbortSignal): AsyncGenerator<RecordBatch> {
  signal.throwIfAborted();
  for await (const batch of batches) {
    signal.throwIfAborted();
    yield batch;
  }
}
