import type { RecordBatch, SnapshotRecord } from './record.ts';

/** Gathers records until a batch is worth handing on: 500 records, or 1 MiB of what they carry. */
export class BatchBuilder {
  #records: SnapshotRecord[] = [];
  #bytes = 0;

  push(record: SnapshotRecord): void {
    this.#records.push(record);
    this.#bytes += weight(record);
  }

  get full(): boolean {
    return this.#records.length >= 500 || this.#bytes >= 1 << 20;
  }

  get empty(): boolean {
    return this.#records.length === 0;
  }

  take(): RecordBatch {
    const batch = this.#records;
    this.#records = [];
    this.#bytes = 0;
    return batch;
  }
}

/** Batches of records that a source yields one at a time. */
export async function* batched(records: AsyncIterable<SnapshotRecord> | Iterable<SnapshotRecord>): AsyncGenerator<RecordBatch> {
  const builder = new BatchBuilder();
  for await (const record of records) {
    builder.push(record);
    if (builder.full) yield builder.take();
  }
  if (!builder.empty) yield builder.take();
}

/** Of an object that has no bytes the weight is a guess: 4 KiB. */
function weight(record: SnapshotRecord): number {
  if (record.type === 'object') return record.raw?.length ?? 4096;
  return record.type === 'log' || record.type === 'document' ? record.chunk.length : 256;
}
