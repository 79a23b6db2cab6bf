import type { RecordBatch } from '../records/record.ts';
import type { BundleReading } from './bundle-reading.ts';
import type { FileEntry } from './entry.ts';
import type { LogPart } from './layout.ts';
import { MeasuredFile } from './measured-file.ts';
import { wholeOrStream } from './whole-or-stream.ts';

/** A part of a container's log. Which part is the last is known only later. */
export async function* readLogPart(reading: BundleReading, file: FileEntry, log: LogPart): AsyncGenerator<RecordBatch> {
  const measured = new MeasuredFile(file);
  for await (const chunk of wholeOrStream(measured.chunks())) yield reading.logs.push(log, chunk, { entry: file.path });
  reading.measured(measured);
}
