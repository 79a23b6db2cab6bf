/**
 * The Reader: all that the rest of the program sees of a snapshot. It takes sets and returns sets; only this room knows SQL.
 * One promise a call, so that a reader over another database can stand beside SQLite's.
 */
import type { KindKey } from '../kube/kind.ts';
import type { Requirement } from '../kube/requirement.ts';
import type { CaptureOutcome, JsonObject, LogOutcome, ProblemSeverity } from '../records/record.ts';

export type Presence = 'PRESENT' | 'MISSING' | 'NOT_CAPTURED' | 'DELETED' | 'EXTERNAL';

export type Flaw =
  | 'UID_MISMATCH'
  | 'NAME_MISMATCH'
  | 'KIND_MISMATCH'
  | 'KIND_UNKNOWN'
  | 'CROSS_NAMESPACE'
  | 'NAMESPACED_OWNER_OF_CLUSTER_SCOPED'
  | 'NOT_PERMITTED'
  | 'KEY_MISSING';

/** The flaw where there is one, else what the target's presence makes of the pointer. */
export type ReferenceStatus = Flaw | 'OK' | 'MISSING' | 'OPTIONAL_MISSING' | 'NOT_CAPTURED' | 'DELETED' | 'EXTERNAL';

/** What names an object in a snapshot. Group and kind are canonical; namespace is null for cluster scope. */
export interface ObjectKey extends KindKey {
  readonly namespace: string | null;
  readonly name: string;
}

/** The narrow columns of an object or ghost. Times are epoch milliseconds. `id` is 0 for what no row holds: named only by the question. */
export interface ObjectRow extends ObjectKey {
  readonly id: number;
  readonly presence: Presence;
  readonly uid: string | null;
  readonly apiVersion: string | null;
  readonly resourceVersion: string | null;
  readonly created: number | null;
  readonly deletion: number | null;
  /** Seconds, as deletionGracePeriodSeconds. */
  readonly deletionGrace: number | null;
  readonly phase: string | null;
  readonly ready: boolean | null;
  readonly reason: string | null;
}

/** One pointer. `source` and `target` are object ids. */
export interface ReferenceRow {
  readonly source: number;
  readonly target: number;
  readonly relation: string;
  /** With its indexes filled in: `spec.containers[0].env[1].valueFrom.configMapKeyRef.name`. */
  readonly path: string;
  readonly status: ReferenceStatus;
  readonly flags: number;
  readonly key: string | null;
  /** Parsed JSON; null for what a selector selects. */
  readonly written: unknown;
  /** The object that has the pointer's uid where the written name leads elsewhere; 0: none. */
  readonly uidHolder: number;
}

/** A step from a parent to an object, with the pointer that makes it. */
export interface Edge {
  readonly parent: number;
  readonly object: ObjectRow;
  readonly reference: ReferenceRow;
}

/** Counts what is read and stops a question that asks too much; throws LimitError. */
export interface Meter {
  rows(count: number): void;
  bytes(count: number): void;
  checkTime(): void;
}

/** What narrows a list, before `where` and paging. All that are given must hold. */
export interface ObjectFilter {
  readonly kinds?: readonly KindKey[];
  readonly namespace?: string;
  /** A glob: `*` and `?`, `[…]`. */
  readonly name?: string;
  readonly labels?: readonly Requirement[];
  readonly fields?: readonly FieldRequirement[];
  readonly presence?: readonly Presence[];
  /** Only objects whose deletionTimestamp is set. */
  readonly terminating?: true;
  readonly where?: WhereClause;
}

/** kubectl's field selector: `metadata.name=x`, `status.phase!=Running`. */
export interface FieldRequirement {
  readonly path: string;
  readonly operator: '=' | '!=';
  readonly value: string;
}

/** Contract §4 `Where`, checked and compiled by the api. Evaluated on the parsed object. */
export interface WhereClause {
  readonly matches: (object: JsonObject) => boolean;
}

export interface Order {
  /** `name`: by namespace, then name. `created`: createdAt. `deletion`: deletionTimestamp. Else a value computed from the parsed object. */
  readonly by: 'name' | 'created' | 'deletion' | ((object: JsonObject) => string | number | null);
  readonly descending: boolean;
}

/** Keyset page over (namespace, name), or over the order's value, then those. Cursor strings are opaque, made by the Reader. */
export interface Page {
  readonly first?: number;
  readonly after?: string;
  readonly last?: number;
  readonly before?: string;
}

export interface ListQuery {
  readonly filter: ObjectFilter;
  readonly order?: Order;
  readonly page?: Page;
}

export interface ListResult {
  readonly rows: readonly ObjectRow[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface Gap extends KindKey {
  readonly namespace: string | null;
  readonly outcome: CaptureOutcome;
  readonly httpStatus: number | null;
  readonly message: string | null;
  readonly listedAt: number | null;
}

export interface Completeness {
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
}

export interface KindRow extends KindKey {
  readonly plural: string | null;
  readonly singular: string | null;
  readonly shortNames: readonly string[];
  readonly namespaced: boolean | null;
  /** Objects present, without ghosts. */
  readonly objects: number;
  /** A CRD in the snapshot declares it. */
  readonly custom: boolean;
}

export interface SnapshotInfo {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly tool: string | null;
  readonly cluster: JsonObject | null;
  readonly context: string | null;
  readonly user: string | null;
  readonly serverVersion: JsonObject | null;
  readonly capturedFrom: number | null;
  readonly capturedTo: number | null;
  /** Where capturedTo comes from: said by the capture, or the newest time in the data. */
  readonly timeSource: 'CAPTURE' | 'INFERRED';
  readonly finished: boolean;
  readonly reason: string | null;
  readonly options: JsonObject | null;
  readonly redaction: JsonObject | null;
  readonly contentHash: string;
  readonly objects: number;
  readonly references: number;
  readonly logs: number;
  readonly documents: number;
}

export interface ProblemRow {
  readonly severity: ProblemSeverity;
  readonly code: string;
  readonly message: string;
  readonly entry: string | null;
  readonly line: number | null;
  readonly object: JsonObject | null;
}

export interface ConditionRow {
  readonly object: number;
  readonly type: string;
  readonly status: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly lastTransitionTime: number | null;
  readonly observedGeneration: number | null;
}

export interface FinalizerRow {
  readonly object: number;
  readonly name: string;
  readonly field: 'METADATA' | 'SPEC';
}

export interface ContainerRow {
  readonly pod: number;
  readonly name: string;
  readonly type: 'INIT' | 'SIDECAR' | 'MAIN' | 'EPHEMERAL';
  readonly image: string | null;
  readonly imageID: string | null;
  readonly state: 'WAITING' | 'RUNNING' | 'TERMINATED' | 'NOT_REPORTED';
  readonly reason: string | null;
  readonly message: string | null;
  readonly exitCode: number | null;
  readonly signal: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly ready: boolean | null;
  readonly restarts: number | null;
  readonly lastReason: string | null;
  readonly lastMessage: string | null;
  readonly lastExitCode: number | null;
  readonly lastSignal: number | null;
  readonly lastStartedAt: number | null;
  readonly lastFinishedAt: number | null;
}

export interface EventRow {
  readonly object: number;
  readonly type: string | null;
  readonly reason: string | null;
  readonly message: string | null;
  readonly count: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly component: string | null;
}

export interface LogKey {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
}

export interface LogInfo extends LogKey {
  readonly id: number;
  readonly outcome: LogOutcome;
  readonly message: string | null;
  readonly sizeBytes: number | null;
  readonly truncated: boolean;
  readonly lines: number;
  readonly from: number | null;
  readonly to: number | null;
}

/** A stored part of a log: whole lines where the log has line ends, at most 64 KiB. `firstLine` counts from 1. */
export interface LogPart {
  readonly firstLine: number;
  readonly lines: number;
  readonly text: string;
}

export interface Snapshot {
  readonly info: SnapshotInfo;
  /** Kinds that have objects, ghosts, an outcome or a definition, by group and kind. Read once. */
  readonly kinds: readonly KindRow[];
}

export interface Reader extends Snapshot {
  /** A view of the same reader whose reads are counted. */
  metered(meter: Meter): Reader;
  objects(ids: readonly number[]): Promise<readonly ObjectRow[]>;
  /** One row for each key, in order; null where no row holds it. Objects merged under another kind are found by either. */
  find(keys: readonly ObjectKey[]): Promise<readonly (ObjectRow | null)[]>;
  findByUid(uids: readonly string[]): Promise<ReadonlyMap<string, ObjectRow>>;
  /** JSON text as captured, by object id; ghosts have none. */
  json(ids: readonly number[]): Promise<ReadonlyMap<number, string>>;
  list(query: ListQuery): Promise<ListResult>;
  count(filter: ObjectFilter): Promise<number>;
  /** Orders and pages a given set, as `list` does with all objects. */
  select(ids: readonly number[], query: ListQuery): Promise<ListResult>;
  /** One step from each parent over the relations (all: undefined), following references and selectors alike. Flawed pointers but KEY_MISSING are left out unless asked for. */
  edges(query: {
    readonly parents: readonly number[];
    readonly direction: 'forward' | 'reverse';
    readonly relations?: readonly string[];
    readonly kinds?: readonly KindKey[];
    readonly controllersOnly?: boolean;
    readonly flawed?: boolean;
    readonly statuses?: readonly ReferenceStatus[];
  }): Promise<readonly Edge[]>;
  /** Which of these objects have a selector of the relation. */
  selecting(ids: readonly number[], relation: string): Promise<ReadonlySet<number>>;
  dangling(query: {
    readonly statuses: readonly ReferenceStatus[];
    readonly relations?: readonly string[];
    readonly kinds?: readonly KindKey[];
    readonly namespace?: string;
    readonly page: Page;
  }): Promise<{ readonly references: readonly ReferenceRow[]; readonly cursors: readonly string[]; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly totalCount: number }>;
  conditions(ids: readonly number[]): Promise<readonly ConditionRow[]>;
  finalizers(ids: readonly number[]): Promise<readonly FinalizerRow[]>;
  containers(pods: readonly number[]): Promise<readonly ContainerRow[]>;
  events(ids: readonly number[]): Promise<readonly EventRow[]>;
  logs(keys: readonly LogKey[]): Promise<readonly (LogInfo | null)[]>;
  logParts(log: number, options: { readonly fromEnd?: boolean }): Iterable<LogPart>;
  problems(): Promise<readonly ProblemRow[]>;
  /** What a list of these kinds (all: undefined) in this namespace (all: null) rests on. */
  completeness(query: { readonly kinds?: readonly KindKey[]; readonly namespace: string | null }): Promise<Completeness>;
  /** The outcome that decides about one kind in one namespace, or null where none was recorded. */
  outcome(kind: KindKey, namespace: string | null): Promise<CaptureOutcome | null>;
  search(query: { readonly text: string; readonly page: Page; readonly kinds?: readonly KindKey[]; readonly namespace?: string }): Promise<{
    readonly hits: readonly SearchHit[];
    readonly hasNextPage: boolean;
    readonly totalCount: number;
  }>;
  document(name: string): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | null>;
  documents(): Promise<readonly { readonly name: string; readonly mediaType: string; readonly sizeBytes: number; readonly outcome: CaptureOutcome }[]>;
  close(): void;
}

/** A hit in a name, an event's message or a problem's; `object` is 0 for a problem that names none. */
export interface SearchHit {
  readonly source: 'NAME' | 'EVENT' | 'PROBLEM';
  readonly object: number;
  readonly text: string;
  readonly cursor: string;
}

/** Thrown by a Meter. `limit` is the setting's name. */
export class LimitError extends Error {
  readonly code: 'LIMIT_ROWS' | 'LIMIT_BYTES' | 'LIMIT_TIME';
  readonly limit: number;
  readonly value: number;
  readonly setting: string;
  constructor(options: { code: LimitError['code']; limit: number; value: number; setting: string; message: string }) {
    super(options.message);
    this.name = 'LimitError';
    this.code = options.code;
    this.limit = options.limit;
    this.value = options.value;
    this.setting = options.setting;
  }
}
