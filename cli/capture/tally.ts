/** What a capture says of itself while its records pass: what the summary is made of. */
import type { Stage } from '../../src/records/pipe.ts';
import type {
  DocumentChunk,
  LogChunk,
  Problem,
  ResourceOutcome,
  SnapshotEnd,
  SnapshotRecord,
  SnapshotStart,
} from '../../src/records/record.ts';

export class Tally {
  start: SnapshotStart | null = null;
  end: SnapshotEnd | null = null;
  readonly outcomes: ResourceOutcome[] = [];
  /** One a log. */
  readonly logs: LogChunk[] = [];
  /** Documents of nodes and metrics that could not be read. */
  readonly failedDocuments: DocumentChunk[] = [];
  readonly problems: Problem[] = [];
  objects = 0;

  readonly stage: Stage = (batches) => {
    const note = (record: SnapshotRecord): void => this.#note(record);
    return (async function* passed() {
      for await (const batch of batches) {
        for (const record of batch) note(record);
        yield batch;
      }
    })();
  };

  #note(record: SnapshotRecord): void {
    if (record.type === 'object') this.objects++;
    else if (record.type === 'resource') this.outcomes.push(record);
    else if (record.type === 'snapshot') this.start = record;
    else if (record.type === 'end') this.end = record;
    else if (record.type === 'problem') this.problems.push(record);
    else if (record.type === 'log' && record.outcome !== undefined) this.logs.push({ ...record, chunk: NOTHING });
    else if (record.type === 'document' && (record.outcome ?? 'ok') !== 'ok') this.failedDocuments.push(record);
  }
}

const NOTHING = new Uint8Array();
