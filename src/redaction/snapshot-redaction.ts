import { optional } from '../records/json-fields.ts';
import type { DocumentChunk, JsonObject, ObjectRecord, SnapshotRecord, SnapshotStart } from '../records/record.ts';
import { certificateDocument, certificateDocumentName } from './certificates/certificate-document.ts';
import { RedactionCounts, secretName } from './counts.ts';
import { DroppedObjects } from './dropped-objects.ts';
import type { Manifest } from './manifest.ts';
import { MARK_FORM, type Marker } from './mark.ts';
import { type FoundSecret, type RedactedObject, redactObject } from './redact-object.ts';
import type { RedactionOptions } from './redaction-options.ts';
import { SECRET_VALUES } from './rules/built-in-rules.ts';

export interface SnapshotRedactionOptions {
  readonly options: RedactionOptions;
  readonly marker: Marker;
  readonly snapshot: number;
}

/** One snapshot on its way through the stage. */
export class SnapshotRedaction {
  readonly #given: SnapshotRedactionOptions;
  readonly #keep: ReadonlySet<string>;
  readonly #counts: RedactionCounts;
  readonly #dropped: DroppedObjects;
  readonly #documentNames = new Set<string>();
  #documents: DocumentChunk[] = [];
  #start: SnapshotStart | null = null;
  #isClosed = false;

  constructor(given: SnapshotRedactionOptions) {
    const { rules, keep = [] } = given.options;
    this.#given = given;
    this.#keep = new Set(keep.map(secretName));
    this.#counts = new RedactionCounts({ rules: rules.map(({ name }) => name), keep });
    this.#dropped = new DroppedObjects(given.snapshot);
  }

  /** What leaves in place of a record. */
  take(record: SnapshotRecord): readonly SnapshotRecord[] {
    if (record.type === 'snapshot') return [this.#started(record)];
    const before = this.#start === null ? [this.#started({ type: 'snapshot', snapshot: record.snapshot, format: UNKNOWN_FORMAT })] : [];
    return [...before, ...this.#takeBody(record)];
  }

  /** Those of the certificates that came since the last call. */
  takeDocuments(): readonly DocumentChunk[] {
    const documents = this.#documents;
    this.#documents = [];
    return documents;
  }

  /** What is known at the end only; nothing where it was told already. */
  close(): readonly SnapshotRecord[] {
    if (this.#isClosed || this.#start === null) return [];
    this.#isClosed = true;
    const redaction = { ...this.#described(this.#start), counts: this.#counts.report() };
    return [...this.takeDocuments(), ...this.#dropped.closing(), { ...this.#start, redaction }];
  }

  #takeBody(record: Exclude<SnapshotRecord, SnapshotStart>): readonly SnapshotRecord[] {
    if (record.type === 'end') return [...this.close(), record];
    this.#isClosed = false;
    if (record.type === 'object') return [this.#object(record)].flat();
    return [record.type === 'resource' ? this.#dropped.outcome(record) : record];
  }

  #started(start: SnapshotStart): SnapshotStart {
    this.#start = start;
    this.#isClosed = false;
    return { ...start, redaction: this.#described(start) };
  }

  /** A capture that was redacted before keeps what it said then: its marks are of another key. */
  #described({ redaction: before }: SnapshotStart): JsonObject {
    const { options, marker } = this.#given;
    const rules = options.rules.map(({ name }) => name);
    return {
      secretValues: rules.includes(SECRET_VALUES) ? 'redacted' : 'included',
      mark: MARK_FORM,
      keyId: marker.keyId,
      key: options.keySource ?? 'random',
      rules,
      kept: [...this.#keep],
      ...optional('before', before),
    };
  }

  #object(record: ObjectRecord): SnapshotRecord | readonly SnapshotRecord[] {
    const bytes = bytesOf(record);
    if (bytes === null) return record;
    const redacted = bytes === 'unwritable' ? null : this.#redacted(bytes, record);
    if (redacted === null) {
      this.#counts.drop();
      return this.#dropped.drop(record);
    }
    this.#counts.add(redacted);
    if (redacted.secret !== null && record.operation !== 'deleted') this.#certify(redacted.secret, record);
    if (redacted.replaced.size === 0) return record;
    const { value: _value, ...rest } = record;
    return { ...rest, raw: redacted.bytes };
  }

  /** Null where it cannot be walked, or a rule cannot be followed to its end. */
  #redacted(bytes: Buffer, { resource }: ObjectRecord): RedactedObject | null {
    const { options, marker } = this.#given;
    try {
      return redactObject({ bytes, resource, rules: options.rules, marker, isKept: (secret) => this.#isKept(secret) });
    } catch {
      return null;
    }
  }

  /** Of a Secret that names itself twice nobody can tell which it is. */
  #isKept({ kinds, namespaces, names }: Manifest): boolean {
    const [namespace, name] = [namespaces[0], names[0]];
    const isUnique = kinds.length <= 1 && namespaces.length === 1 && names.length === 1;
    return isUnique && namespace !== undefined && name !== undefined && this.#keep.has(secretName({ namespace, name }));
  }

  /** A bundle has one document of a name: of a Secret that changes while it is watched, the first. */
  #certify({ certificates, manifest }: FoundSecret, record: ObjectRecord): void {
    const [namespace, name] = [manifest.namespaces.at(-1), manifest.names.at(-1)];
    if (certificates.length === 0 || namespace === undefined || name === undefined) return;
    const document = certificateDocumentName({ namespace, name });
    if (this.#documentNames.has(document)) return;
    this.#documentNames.add(document);
    this.#counts.certify(certificates);
    this.#documents.push(...certificateDocument({ namespace, name, entries: certificates }, record));
  }
}

/** What a bundle calls itself where its source never said what it read. */
const UNKNOWN_FORMAT = 'snapgraph';

/** Null where the record carries no object at all. */
function bytesOf({ raw, value }: ObjectRecord): Buffer | 'unwritable' | null {
  if (raw !== undefined) return Buffer.from(raw.buffer, raw.byteOffset, raw.length);
  if (value === undefined) return null;
  try {
    return Buffer.from(JSON.stringify(value));
  } catch {
    return 'unwritable';
  }
}
