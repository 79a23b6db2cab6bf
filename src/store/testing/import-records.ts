/** Hand-made records, imported into a file of their own: what the tests of this room begin with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type {
  JsonObject,
  JsonValue,
  ObjectRecord,
  ResourceOutcome,
  SnapshotEnd,
  SnapshotRecord,
  SnapshotStart,
} from '../../records/record.ts';
import { createExtractor, type Extractor } from '../../relations/extractor.ts';
import { importSink } from '../import-sink.ts';
import { openSnapshot } from '../open-snapshot.ts';
import type { Reader } from '../reader.ts';

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Imports the records between a start and an end, and opens what came of them. Both are closed and removed when the test ends. */
export async function importRecords(
  records: readonly SnapshotRecord[],
  options: { readonly extractor?: Extractor; readonly start?: Partial<SnapshotStart>; readonly end?: Partial<SnapshotEnd> } = {},
): Promise<Reader> {
  const file = join(temporaryFolder(), 'snapshot.db');
  await importFile(file, records, options);
  const reader = openSnapshot(file);
  onTestFinished(() => reader.close());
  return reader;
}

export async function importFile(
  file: string,
  records: readonly SnapshotRecord[],
  options: { readonly extractor?: Extractor; readonly start?: Partial<SnapshotStart>; readonly end?: Partial<SnapshotEnd> } = {},
): Promise<void> {
  const { extractor = createExtractor(), start, end } = options;
  const sink = importSink({ file, contentHash: 'c0ffee'.repeat(10), extractor, name: 'hand-made' });
  await sink.write([{ type: 'snapshot', snapshot: 0, format: 'snapgraph', ...start }]);
  await sink.write(records);
  await sink.write([{ type: 'end', snapshot: 0, finished: true, ...end }]);
  await sink.finish();
}

/** `object('v1', 'Pod', 'a/web', {spec: …})`: the record of an object; `a/` is its namespace. */
export function object(
  apiVersion: string,
  kind: string,
  name: string,
  rest: JsonObject = {},
  record: Partial<ObjectRecord> = {},
): ObjectRecord {
  const [namespace, own] = name.includes('/') ? (name.split('/') as [string, string]) : [undefined, name];
  const { metadata = {}, ...others } = rest;
  const value: JsonObject = {
    apiVersion,
    kind,
    metadata: { name: own, ...(namespace === undefined ? {} : { namespace }), ...(metadata as JsonObject) },
    ...others,
  };
  return raw(JSON.stringify(value), record);
}

export function raw(json: string | Uint8Array, record: Partial<ObjectRecord> = {}): ObjectRecord {
  const origin = { entry: 'objects/page.ndjson', line: 1 };
  return { type: 'object', snapshot: 0, operation: 'present', raw: Buffer.from(json), origin, ...record };
}

/** `outcome('apps/v1', 'deployments', 'Deployment', 'ok')`, of all namespaces unless one is given. */
export function outcome(
  groupVersion: string,
  resource: string,
  kind: string,
  word: ResourceOutcome['outcome'],
  rest: Partial<ResourceOutcome> = {},
): ResourceOutcome {
  const [group = '', version = ''] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  return { type: 'resource', snapshot: 0, group, version, resource, kind, namespace: null, outcome: word, ...rest };
}

/** An owner reference as it stands in metadata. */
export function owner(apiVersion: string, kind: string, name: string, uid: string, rest: JsonObject = {}): JsonValue {
  return { apiVersion, kind, name, uid, ...rest };
}

/** Every pointer of the object, flawed ones too: `relation → Kind/name STATUS`, with its presence. */
export async function pointersOf(
  reader: Reader,
  key: { readonly group: string; readonly kind: string; readonly namespace: string | null; readonly name: string },
): Promise<string[]> {
  const [found] = await reader.find([key]);
  if (found == null) throw new Error(`${key.kind} ${key.name} is not in the snapshot`);
  const edges = await reader.edges({ parents: [found.id], direction: 'forward', flawed: true });
  return edges.map(({ object: target, reference }) => `${reference.relation} → ${target.kind}/${target.name} ${reference.status}`);
}
