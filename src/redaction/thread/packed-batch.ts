/** A batch on its way between threads: its bytes in a few buffers that change hands, and what all else its records say told once for all that say the same. */
import { belongsToBatch, giveToBatch } from '../../records/owned-buffers.ts';
import type { RecordBatch, SnapshotRecord } from '../../records/record.ts';

export interface PackedBatch {
  /** Without their bytes; of objects that follow each other and differ in nothing else, the first. */
  readonly records: readonly SnapshotRecord[];
  /** Of each record: which of `records` it is, which of `buffers` its bytes are in (-1: it has none), where they begin there, and how many they are. */
  readonly places: Int32Array;
  readonly buffers: readonly ArrayBuffer[];
}

const FIELDS = 4;
const NONE = -1;

/** The bytes of the batch may be gone then. */
export function packBatch(batch: RecordBatch): PackedBatch {
  const buffers = new BatchBuffers(batch);
  const records: SnapshotRecord[] = [];
  const places = new Int32Array(batch.length * FIELDS);
  for (const [index, record] of batch.entries()) {
    if (!isAlike(batch[index - 1], record)) records.push(withoutBytes(record));
    const bytes = bytesOf(record);
    const place = bytes === null ? [NONE, 0, 0] : [...buffers.place(bytes), bytes.length];
    places.set([records.length - 1, ...place], index * FIELDS);
  }
  return { records, places, buffers: buffers.all };
}

/** What has to change hands, not be copied. */
export function transferOf({ buffers, places }: PackedBatch): ArrayBuffer[] {
  return [...buffers, places.buffer as ArrayBuffer];
}

export function unpackBatch({ records, places, buffers }: PackedBatch): RecordBatch {
  for (const buffer of buffers) giveToBatch(buffer);
  const batch: SnapshotRecord[] = [];
  for (let at = 0; at < places.length; at += FIELDS) {
    const record = records[places[at] ?? NONE] as SnapshotRecord;
    const buffer = buffers[places[at + 1] ?? NONE];
    batch.push(buffer === undefined ? record : withBytes(record, new Uint8Array(buffer, places[at + 2], places[at + 3])));
  }
  return batch;
}

/** Those that belong to the batch go as they are; what stands elsewhere is copied into one more. */
class BatchBuffers {
  readonly #indices = new Map<ArrayBufferLike, number>();
  readonly #copies: Uint8Array<ArrayBuffer>;
  #copied = 0;

  constructor(batch: RecordBatch) {
    let elsewhere = 0;
    for (const record of batch) {
      const bytes = bytesOf(record);
      if (bytes === null) continue;
      if (!belongsToBatch(bytes.buffer)) elsewhere += bytes.length;
      else if (!this.#indices.has(bytes.buffer)) this.#indices.set(bytes.buffer, this.#indices.size + 1);
    }
    this.#copies = new Uint8Array(elsewhere);
  }

  get all(): ArrayBuffer[] {
    return [this.#copies.buffer, ...([...this.#indices.keys()] as ArrayBuffer[])];
  }

  /** The index of the buffer that the bytes stand in now, and where they begin there. */
  place(bytes: Uint8Array): readonly [buffer: number, start: number] {
    const index = this.#indices.get(bytes.buffer);
    if (index !== undefined) return [index, bytes.byteOffset];
    const start = this.#copied;
    this.#copies.set(bytes, start);
    this.#copied += bytes.length;
    return [0, start];
  }
}

const NOTHING = new Uint8Array();

/** Objects of one list do not differ but in their bytes. */
function isAlike(before: SnapshotRecord | undefined, record: SnapshotRecord): boolean {
  return (
    before?.type === 'object' &&
    record.type === 'object' &&
    before.snapshot === record.snapshot &&
    before.operation === record.operation &&
    before.observedAt === record.observedAt &&
    before.origin === record.origin &&
    before.resource === record.resource &&
    before.value === undefined &&
    record.value === undefined
  );
}

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
