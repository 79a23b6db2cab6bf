import type { DocumentChunk, LogChunk, Problem, ResourceOutcome, SnapshotEnd, SnapshotStart } from '../records/record.ts';
import { isoTime } from './iso-time.ts';
import { FORMAT_VERSION, parseNodeDocumentName } from './layout.ts';
import type { ManifestEntry } from './manifest.ts';
import type { ResourceCount } from './page-writer.ts';

export interface LogRow {
  readonly record: LogChunk;
  readonly bytes: number;
}

export interface ManifestInput {
  readonly start: SnapshotStart;
  /** As it was written to snapshot.json; what came later goes to the manifest. */
  readonly written: SnapshotStart;
  readonly end: SnapshotEnd;
  readonly outcomes: readonly { readonly row: ResourceOutcome; readonly count: ResourceCount | undefined }[];
  readonly logs: readonly LogRow[];
  readonly nodes: readonly DocumentChunk[];
  readonly problems: readonly Problem[];
  readonly byKind: Readonly<Record<string, number>>;
  readonly entries: readonly ManifestEntry[];
}

/** snapshot.json, as an object. */
export function snapshotDocument(start: SnapshotStart): Record<string, unknown> {
  const { counts: _counts, ...redaction } = start.redaction ?? {};
  return {
    formatVersion: FORMAT_VERSION,
    tool: start.tool ?? 'snapgraph',
    start: isoTime(start.capturedFrom),
    cluster: start.cluster ?? {},
    context: start.context ?? null,
    user: start.user ?? null,
    serverVersion: start.serverVersion ?? null,
    options: start.options ?? {},
    redaction: start.redaction === undefined ? null : redaction,
  };
}

/** manifest.json, as an object. */
export function manifestDocument(input: ManifestInput): Record<string, unknown> {
  const { start, end, byKind } = input;
  const learntLater = JSON.stringify(snapshotDocument(start)) !== JSON.stringify(snapshotDocument(input.written));
  return {
    formatVersion: FORMAT_VERSION,
    start: isoTime(start.capturedFrom),
    end: isoTime(end.capturedTo),
    durationMs: start.capturedFrom === undefined || end.capturedTo === undefined ? null : end.capturedTo - start.capturedFrom,
    finished: end.finished,
    reason: end.reason ?? null,
    complete: end.complete ?? isComplete(input),
    outcomes: input.outcomes.map(({ row, count }) => outcomeRow(row, count)),
    logs: input.logs.map(logRow),
    nodes: input.nodes.map(nodeRow),
    problems: input.problems.map(({ type: _type, snapshot: _snapshot, ...problem }) => problem),
    counts: { objects: Object.values(byKind).reduce((sum, items) => sum + items, 0), byKind },
    redactions: start.redaction?.['counts'] ?? {},
    ...(learntLater ? { snapshot: snapshotDocument(start) } : {}),
    entries: input.entries,
  };
}

function isComplete({ end, outcomes }: ManifestInput): boolean {
  return end.finished && outcomes.every(({ row }) => row.outcome === 'ok' || row.outcome === 'excluded');
}

function outcomeRow(row: ResourceOutcome, count: ResourceCount | undefined): Record<string, unknown> {
  const { listedFrom, listedTo } = row;
  // Pages do not say of which namespace they are: they count for the resource as a whole.
  const counted = row.namespace === null;
  return {
    group: row.group,
    version: row.version,
    resource: row.resource,
    kind: row.kind ?? null,
    namespaced: row.namespaced ?? null,
    namespace: row.namespace,
    outcome: row.outcome,
    pages: counted ? (count?.pages ?? 0) : null,
    items: row.items ?? itemsOf(row, count),
    bytes: counted ? (count?.bytes ?? 0) : null,
    resourceVersion: row.resourceVersion ?? null,
    listedFrom: isoTime(listedFrom),
    listedTo: isoTime(listedTo),
    ms: listedFrom === undefined || listedTo === undefined ? null : listedTo - listedFrom,
    httpStatus: row.httpStatus ?? null,
    message: row.message ?? null,
  };
}

/** What was left out has none: pages of that resource are those of single namespaces, each with a row of its own. */
function itemsOf({ namespace, outcome }: ResourceOutcome, count: ResourceCount | undefined): number | null {
  if (namespace !== null) return null;
  return outcome === 'excluded' ? 0 : (count?.items ?? 0);
}

function logRow({ record, bytes }: LogRow): Record<string, unknown> {
  const { namespace, pod, container, previous } = record;
  const reading = { outcome: record.outcome ?? 'ok', bytes, truncated: record.truncated ?? false };
  return { namespace, pod, container, previous, ...reading, httpStatus: record.httpStatus ?? null, message: record.message ?? null };
}

function nodeRow(record: DocumentChunk): Record<string, unknown> {
  const { node, path } = parseNodeDocumentName(record.name) ?? { node: '', path: record.name };
  return { node, path, outcome: record.outcome ?? 'ok', httpStatus: record.httpStatus ?? null, message: record.message ?? null };
}
