/** Records as sources hand them on, and what a stage makes of them. */
import type { JsonObject, ObjectRecord, RecordBatch, ResourceOutcome, SnapshotRecord, SnapshotStart } from '../../records/record.ts';
import type { RedactionOptions } from '../redaction-options.ts';
import { redactionStage } from '../redaction-stage.ts';
import { builtInRules } from '../rules/built-in-rules.ts';

export const KEY: Uint8Array = Buffer.from('a key for tests, of 32 bytes ....');

export const START: SnapshotStart = { type: 'snapshot', snapshot: 0, format: 'test', tool: 'a test', capturedFrom: 1_795_410_550_000 };
export const END: SnapshotRecord = { type: 'end', snapshot: 0, finished: true };

/** As a list of the API server gives it. */
export function captured(value: JsonObject | string, resource: string, more: Partial<ObjectRecord> = {}): ObjectRecord {
  const raw = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return {
    type: 'object',
    snapshot: 0,
    operation: 'present',
    raw,
    origin: { entry: resource },
    resource: { group: '', version: 'v1', resource },
    ...more,
  };
}

export function pod(name: string, env: JsonObject[] = []): ObjectRecord {
  return captured({ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop' }, spec: { containers: [{ env }] } }, 'pods');
}

export function opaque(name: string, data: JsonObject = { a: 'aGVsbG8=' }): ObjectRecord {
  return captured({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'shop' }, data }, 'secrets');
}

export function outcome(resource: string, more: Partial<ResourceOutcome> = {}): ResourceOutcome {
  return { type: 'resource', snapshot: 0, group: '', version: 'v1', resource, namespace: null, outcome: 'ok', ...more };
}

export async function batchesOf(batches: readonly RecordBatch[], options: Partial<RedactionOptions> = {}): Promise<RecordBatch[]> {
  async function* given(): AsyncGenerator<RecordBatch> {
    yield* batches;
  }
  const redacted: RecordBatch[] = [];
  for await (const batch of redactionStage({ rules: builtInRules, key: KEY, ...options })(given())) redacted.push(batch);
  return redacted;
}

export async function redactedRecords(
  records: readonly SnapshotRecord[],
  options: Partial<RedactionOptions> = {},
): Promise<SnapshotRecord[]> {
  return (await batchesOf([records], options)).flat();
}

/** Of one object. */
export async function redacted(record: ObjectRecord, options: Partial<RedactionOptions> = {}): Promise<string> {
  const found = (await redactedRecords([START, record, END], options)).find(({ type }) => type === 'object') as ObjectRecord | undefined;
  if (found?.raw === undefined) throw new Error('no object left the stage');
  return Buffer.from(found.raw).toString();
}
