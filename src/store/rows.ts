/** What the Reader gives: rows of objects, pointers, kinds and all that hangs on them. Times are epoch milliseconds. */
import type { HealthStatus } from '../health/health.ts';
import type { KindKey } from '../kube/kind.ts';
import type { CaptureOutcome, JsonObject, LogOutcome, ProblemSeverity } from '../records/record.ts';
import type { RelationRule } from '../relations/rule.ts';

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
  /** null: the kind has none, or the object says nothing of it. */
  readonly health: HealthStatus | null;
}

/** Why an object is as it is. */
export interface HealthRow {
  readonly object: number;
  readonly reason: string | null;
  readonly message: string | null;
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
  /** Relation rules of the user's own under which it was imported, beside the built-in ones. */
  readonly userRules: readonly RelationRule[];
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

/** A hit in a name, an event's message or a problem's; `object` is 0 for a problem that names none. */
export interface SearchHit {
  readonly source: 'NAME' | 'EVENT' | 'PROBLEM';
  readonly object: number;
  readonly text: string;
  readonly cursor: string;
}
