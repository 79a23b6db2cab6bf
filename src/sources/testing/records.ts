/** Records made by hand, and a source of them. */
import type { Source } from '../../records/pipe.ts';
import type { ObjectRecord, RecordBatch, SnapshotRecord } from '../../records/record.ts';

export function sourceOf(batches: readonly RecordBatch[]): Source {
  async function* records(): AsyncGenerator<RecordBatch> {
    yield* batches;
  }
  return { format: 'test', records };
}

export const START: SnapshotRecord = { type: 'snapshot', snapshot: 0, format: 'test', tool: 'a test', capturedFrom: 1_795_410_550_000 };
export const END: SnapshotRecord = { type: 'end', snapshot: 0, finished: true, complete: true, capturedTo: 1_795_410_552_000 };

export function object(name: string, more: Record<string, unknown> = {}): ObjectRecord {
  return {
    type: 'object',
    snapshot: 0,
    operation: 'present',
    value: { apiVersion: 'v1', kind: 'Pod', metadata: { name }, ...more },
    origin: { entry: 'test' },
  };
}
