import { parseTime } from '../kube/time.ts';
import { objectField, optional, stringField } from '../records/json-fields.ts';
import type { ObjectRecord, RecordBatch } from '../records/record.ts';
import type { BundleReading } from './bundle-reading.ts';
import type { FileEntry } from './entry.ts';
import { MeasuredFile } from './measured-file.ts';
import { type JsonLine, readNdjson } from './ndjson.ts';

const OPERATIONS: ReadonlyMap<string, ObjectRecord['operation']> = new Map([
  ['present', 'present'],
  ['modified', 'modified'],
  ['deleted', 'deleted'],
]);

/** A page of a recording's changes: `{operation, observedAt, object}` a line, in the order in which they happened. */
export async function* readChanges(reading: BundleReading, file: FileEntry): AsyncGenerator<RecordBatch> {
  const measured = new MeasuredFile(file);
  const { limits, problems } = reading;
  for await (const lines of readNdjson({ path: file.path, chunks: measured.chunks(), limits, problems })) {
    yield lines.flatMap((line) => toChange(reading, file.path, line));
  }
  reading.measured(measured);
}

function toChange(reading: BundleReading, entry: string, { bytes, line }: JsonLine): ObjectRecord[] {
  const change = parse(bytes);
  const operation = OPERATIONS.get(stringField(change, 'operation') ?? '');
  const value = objectField(change, 'object');
  if (operation === undefined || value === undefined) {
    const message = `${entry} line ${line} was skipped: it is no change of the form {operation, observedAt, object}.`;
    reading.problems.add({ severity: 'error', code: 'CHANGE_UNREADABLE', message, origin: { entry, line } });
    return [];
  }
  const observedAt = parseTime(stringField(change, 'observedAt'));
  return [{ type: 'object', snapshot: 0, operation, ...optional('observedAt', observedAt), value, origin: { entry, line } }];
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return null;
  }
}
