import type { ObjectRecord, RecordBatch } from '../records/record.ts';
import type { BundleReading } from './bundle-reading.ts';
import type { FileEntry } from './entry.ts';
import type { ResourceKey } from './layout.ts';
import { MeasuredFile } from './measured-file.ts';
import { type JsonLine, readNdjson } from './ndjson.ts';

/** A page of objects, one a line. They are not parsed here: `raw` is a view of the page's bytes. */
export async function* readPage(reading: BundleReading, file: FileEntry, resource: ResourceKey): AsyncGenerator<RecordBatch> {
  const measured = new MeasuredFile(file);
  const { limits, problems } = reading;
  const faults = problems.count;
  reading.countItems(resource, 0);
  for await (const lines of readNdjson({ path: file.path, chunks: measured.chunks(), limits, problems })) {
    reading.countItems(resource, lines.length);
    yield lines.map((line) => toObject(file.path, resource, line));
  }
  reading.measured(measured);
  if (problems.count > faults) reading.damage(file.path);
}

function toObject(entry: string, resource: ResourceKey, { bytes, line }: JsonLine): ObjectRecord {
  return { type: 'object', snapshot: 0, operation: 'present', raw: bytes, origin: { entry, line }, resource };
}
