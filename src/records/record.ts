/**
 * The snapshot record: the one type that passes between a source and a sink.
 * Its fields are the contract of docs/bundle.md; a source may hold several clusters, told apart by `snapshot`.
 */

/** How the capture of one API resource went. Only `ok` proves absence. `not_served` is a 404, `unavailable` a server that does not answer. */
export type CaptureOutcome = 'ok' | 'denied' | 'timeout' | 'not_served' | 'unavailable' | 'partial' | 'excluded' | 'cancelled' | 'failed';

/** A log may also never have begun: its container never ran. */
export type LogOutcome = CaptureOutcome | 'not_started';

/** Where in the archive a record was read: the entry's path, and the byte or the line in it (from 1). */
export interface Origin {
  readonly entry: string;
  readonly byte?: number;
  readonly line?: number;
}

/** A JSON value as JSON.parse gives it. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/**
 * First of a snapshot: what was captured, of which cluster, when and how. Times are epoch milliseconds.
 * Where a source learns more while it reads (a server version late in an archive), the record comes again with all that is known by then: the last one counts.
 */
export interface SnapshotStart {
  readonly type: 'snapshot';
  readonly snapshot: number;
  /** The layout that was read: `snapgraph`, `troubleshoot`, `objects`, … */
  readonly format: string;
  readonly formatVersion?: string;
  readonly tool?: string;
  readonly name?: string;
  readonly cluster?: { readonly id?: string; readonly idSource?: string; readonly name?: string; readonly server?: string };
  readonly context?: string;
  readonly user?: string;
  /** As `/version` answered it; `gitVersion` is what people call the version. */
  readonly serverVersion?: JsonObject;
  readonly capturedFrom?: number;
  readonly options?: JsonObject;
  readonly redaction?: JsonObject;
}

/** An API resource, in one namespace or in all (null), and how its capture went. The most specific row wins. */
export interface ResourceOutcome {
  readonly type: 'resource';
  readonly snapshot: number;
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural, or `*` for all of a group that did not answer. */
  readonly resource: string;
  /** As discovery writes it; `*` beside resource `*`; absent where nothing tells it. */
  readonly kind?: string;
  readonly namespaced?: boolean;
  readonly namespace: string | null;
  readonly outcome: CaptureOutcome;
  readonly items?: number;
  readonly httpStatus?: number;
  readonly message?: string;
  readonly resourceVersion?: string;
  readonly listedFrom?: number;
  readonly listedTo?: number;
  /** True where the server's discovery names this resource. One such record proves that discovery was captured. */
  readonly served?: boolean;
  readonly singular?: string;
  readonly shortNames?: readonly string[];
}

/** One Kubernetes object. `raw` is its JSON as captured, `value` what JSON.parse makes of it: one of them, or both. */
export interface ObjectRecord {
  readonly type: 'object';
  readonly snapshot: number;
  readonly operation: 'present' | 'modified' | 'deleted';
  readonly observedAt?: number;
  readonly raw?: Uint8Array;
  readonly value?: unknown;
  readonly origin: Origin;
  /** The resource under whose list it was captured, where the source knows it. */
  readonly resource?: { readonly group: string; readonly version: string; readonly resource: string };
}

/** A part of a container's log. A record with `outcome` and an empty chunk says how reading it went. */
export interface LogChunk {
  readonly type: 'log';
  readonly snapshot: number;
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  /** From 1; 0 in a record that carries nothing but the outcome. */
  readonly part: number;
  readonly last: boolean;
  /** At most 1 MiB. */
  readonly chunk: Uint8Array;
  readonly origin: Origin;
  readonly outcome?: LogOutcome;
  readonly truncated?: boolean;
  readonly httpStatus?: number;
  readonly message?: string;
}

/** A part of anything else worth keeping: OpenAPI, discovery, node statistics, another tool's own files. */
export interface DocumentChunk {
  readonly type: 'document';
  readonly snapshot: number;
  /** The path in the bundle, below its root. */
  readonly name: string;
  readonly mediaType: string;
  /** From 1; 0 in a record that carries nothing but the outcome. */
  readonly part: number;
  readonly last: boolean;
  readonly chunk: Uint8Array;
  readonly origin: Origin;
  readonly outcome?: CaptureOutcome;
  readonly httpStatus?: number;
  readonly message?: string;
}

export type ProblemSeverity = 'info' | 'warning' | 'error';

/** What was skipped or damaged, or what the capture said of its own failures. `code` is UPPER_SNAKE_CASE and stable. */
export interface Problem {
  readonly type: 'problem';
  readonly snapshot: number;
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: string;
  readonly origin?: Origin;
  readonly object?: { readonly apiVersion?: string; readonly kind?: string; readonly namespace?: string; readonly name?: string };
}

/** Of a cluster that is followed: a list over all namespaces is whole. What the `present` records of its resource since the mark before did not name is gone. */
export interface SyncMark {
  readonly type: 'sync';
  readonly snapshot: number;
  readonly resource: { readonly group: string; readonly version: string; readonly resource: string };
  readonly resourceVersion: string;
}

/** Always last of a snapshot, after a cut too. */
export interface SnapshotEnd {
  readonly type: 'end';
  readonly snapshot: number;
  /** The capture ran to its end, and all of it was read. */
  readonly finished: boolean;
  /** Every outcome is ok or excluded, as the capture itself said; absent where it did not. */
  readonly complete?: boolean;
  readonly reason?: string;
  readonly capturedTo?: number;
}

export type SnapshotRecord = SnapshotStart | ResourceOutcome | ObjectRecord | LogChunk | DocumentChunk | Problem | SyncMark | SnapshotEnd;

/** Records travel in batches, in order: one promise a batch instead of one a record. */
export type RecordBatch = readonly SnapshotRecord[];

/** Parts of logs and documents are at most this long. */
export const MAX_CHUNK_BYTES: number = 1 << 20;
