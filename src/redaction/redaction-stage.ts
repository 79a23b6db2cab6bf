/** A stage between a source and what leaves the cluster: values that must not leave it become marks. docs/redaction.md */
import type { Stage } from '../records/pipe.ts';
import type { RecordBatch, SnapshotRecord } from '../records/record.ts';
import { createMarker } from './mark.ts';
import type { RedactionOptions } from './redaction-options.ts';
import { SnapshotRedaction } from './snapshot-redaction.ts';

/**
 * Objects are redacted; all else passes as it is, in its order. The start of a snapshot says how it is redacted, and comes again before the end
 * with the counts. Certificates of redacted Secrets follow the batch as documents. An object that may hold a secret and cannot be walked is left
 * out, a problem names it, and its list proves no absence any more.
 */
export function redactionStage(options: RedactionOptions): Stage {
  const marker = createMarker(options.key);
  return async function* redacted(batches) {
    const snapshots = new Map<number, SnapshotRedaction>();
    const redactionOf = (snapshot: number): SnapshotRedaction => {
      const redaction = snapshots.get(snapshot) ?? new SnapshotRedaction({ options, marker, snapshot });
      snapshots.set(snapshot, redaction);
      return redaction;
    };
    for await (const batch of batches) yield redactBatch(batch, redactionOf);
    const closing = [...snapshots.values()].flatMap((redaction) => redaction.close());
    if (closing.length > 0) yield closing;
  };
}

function redactBatch(batch: RecordBatch, redactionOf: (snapshot: number) => SnapshotRedaction): RecordBatch {
  const records: SnapshotRecord[] = [];
  const touched = new Set<SnapshotRedaction>();
  for (const record of batch) {
    const redaction = redactionOf(record.snapshot);
    touched.add(redaction);
    records.push(...redaction.take(record));
  }
  // Between the objects of a list, documents would cut its pages short.
  for (const redaction of touched) records.push(...redaction.takeDocuments());
  return records;
}
