/**
 * The Reader: all that the rest of the program sees of a snapshot. It takes sets and returns sets; only this room knows SQL.
 * One promise a call, so that a reader over another database can stand beside SQLite's.
 */
import type { HealthStatus } from '../health/health.ts';
import type { KindKey } from '../kube/kind.ts';
import type { Requirement } from '../kube/requirement.ts';
import type { CaptureOutcome, JsonObject } from '../records/record.ts';
import type {
  Completeness,
  ConditionRow,
  ContainerRow,
  Edge,
  EventRow,
  FinalizerRow,
  HealthRow,
  KindRow,
  LogInfo,
  LogKey,
  LogPart,
  ObjectKey,
  ObjectRow,
  Presence,
  ProblemRow,
  ReferenceRow,
  ReferenceStatus,
  SearchHit,
  SnapshotInfo,
} from './rows.ts';

export { CursorError, LimitError } from './reader-errors.ts';
export type * from './rows.ts';

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
  /** Only objects that are so; what has no health is none of them. */
  readonly health?: readonly HealthStatus[];
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

export interface Snapshot {
  readonly info: SnapshotInfo;
  /** Kinds that have objects, ghosts, an outcome or a definition, by group and kind. Read once. */
  readonly kinds: readonly KindRow[];
}

export interface Reader extends Snapshot {
  /** The snapshot file that it reads. */
  readonly file: string;
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
  /** Filters, orders and pages given rows as `list` does with all objects. */
  select(rows: readonly ObjectRow[], query: ListQuery): Promise<ListResult>;
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
  }): Promise<{
    readonly references: readonly ReferenceRow[];
    readonly cursors: readonly string[];
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly totalCount: number;
  }>;
  conditions(ids: readonly number[]): Promise<readonly ConditionRow[]>;
  /** Where there is something to say of an object's health. */
  health(ids: readonly number[]): Promise<readonly HealthRow[]>;
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
  documents(): Promise<
    readonly { readonly name: string; readonly mediaType: string; readonly sizeBytes: number; readonly outcome: CaptureOutcome }[]
  >;
  close(): void;
}
