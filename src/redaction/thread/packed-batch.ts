/** A batch on its way between threads: all bytes in one buffer that changes hands, and the records without them. */
import type { RecordBatch, SnapshotRecord } from '../../records/record.ts';

export interface PackedBatch {
  readonly records: readonly SnapshotRecord[];
  /** Of each record the length of its bytes; -1 where it has none. */
  readonly lengths: Int32Array;
  readonly bytes: ArrayBuffer;
}

export function packBatch(batch: RecordBatch): PackedBatch {
  const parts = batch.map(bytesOf);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  const lengths = Int32Array.from(parts, (part) => part?.length ?? -1);
  let end = 0;
  for (const part of parts) {
    if (part === null) continue;
    bytes.set(part, end);
    end += part.length;
  }
  return { records: batch.map(withoutBytes), lengths, bytes: bytes.buffer };
}

/** What has to change hands, not be copied. */
export function transferOf({ bytes, lengths }: PackedBatch): ArrayBuffer[] {
  return [bytes, lengths.buffer as ArrayBuffer];
}

export function unpackBatch({ records, lengths, bytes }: PackedBatch): RecordBatch {
  let end = 0;
  return records.map((record, index) => {
    const length = lengths[index] ?? -1;
    if (length < 0) return record;
    end += length;
    return withBytes(record, new Uint8Array(bytes, end - length, length));
  });
}

const NOTHING = new Uint8Array();

function bytesOf(record: SnapshotRecord): Uint8Array | null {
  if (record.type === 'object') return record.raw ?? null;
  return record.type === 'log' || record.type === 'document' ? record.chunk : null;
}

function withoutBytes(record: SnapshotRecord): SnapshotRecord {
  if (record.type === 'log' || record.type === 'document') return { ...record, chunk: NOTHING };
  if (record.type !== 'object') return record;
  const { raw: _raw, ...rest } = record;
  return rest;
}

function withBytes(record: SnapshotRecord, bytes: Uint8Array): SnapshotRecord {
  if (record.type === 'object') return { ...record, raw: bytes };
  return record.type === 'log' || record.type === 'document' ? { ...record, chunk: bytes } : record;
}
