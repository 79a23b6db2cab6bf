/** What a capture says of itself while its records pass: what the summary is made of. */
import { resourceName } from '../../src/bundle/layout.ts';
import { objectValue } from '../../src/bundle/object-resource.ts';
import { stringAt } from '../../src/kube/safe.ts';
import type { Stage } from '../../src/records/pipe.ts';
import type {
  DocumentChunk,
  LogChunk,
  ObjectRecord,
  Problem,
  ResourceOutcome,
  SnapshotEnd,
  SnapshotRecord,
  SnapshotStart,
} from '../../src/records/record.ts';

export class Tally {
  start: SnapshotStart | null = null;
  end: SnapshotEnd | null = null;
  /** One a log. */
  readonly logs: LogChunk[] = [];
  /** One a document. */
  readonly documents: DocumentChunk[] = [];
  readonly problems: Problem[] = [];
  /** Of the Namespaces that came. */
  readonly namespaces: string[] = [];
  objects = 0;
  readonly #outcomes = new Map<string, ResourceOutcome>();

  readonly stage: Stage = (batches) => {
    const note = (record: SnapshotRecord): void => this.#note(record);
    return (async function* passed() {
      for await (const batch of batches) {
        for (const record of batch) note(record);
        yield batch;
      }
    })();
  };

  /** One a resource and namespace: of two the later one counts. */
  get outcomes(): readonly ResourceOutcome[] {
    return [...this.#outcomes.values()];
  }

  #note(record: SnapshotRecord): void {
    if (record.type === 'object') this.#noteObject(record);
    else if (record.type === 'resource') this.#outcomes.set(JSON.stringify([resourceName(record), record.namespace]), record);
    else if (record.type === 'snapshot') this.start = record;
    else if (record.type === 'end') this.end = record;
    else if (record.type === 'problem') this.problems.push(record);
    else if (record.type === 'log' && record.outcome !== undefined) this.logs.push({ ...record, chunk: NOTHING });
    else if (record.type === 'document' && record.outcome !== undefined) this.documents.push({ ...record, chunk: NOTHING });
  }

  #noteObject(record: ObjectRecord): void {
    this.objects++;
    const { group, resource } = record.resource ?? {};
    if (group === '' && resource === 'namespaces') this.namespaces.push(stringAt(objectValue(record), 'metadata', 'name') ?? '');
  }
}

const NOTHING = new Uint8Array();
