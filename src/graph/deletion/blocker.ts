/** What holds a deletion up, as the graph knows it. Texts are for people. */
import type { FinalizerRow, ObjectRow } from '../../store/reader.ts';

/**
 * BLOCKED: it waits for objects, or for a finalizer, that are proved to be there · SLOW: what must act is there and within its usual time ·
 * ORPHANED: what must act is proved to be gone · UNKNOWN: what would decide it was not captured.
 */
export type DeletionVerdict = 'BLOCKED' | 'SLOW' | 'ORPHANED' | 'UNKNOWN';

/** Who must take a finalizer away, as far as the snapshot tells. */
export interface BlockerController {
  readonly name: string;
  /** The workload that runs it; null where none was found, or where it is part of the control plane. */
  readonly object: ObjectRow | null;
  /** ABSENT only where it is proved that no workload of the snapshot is it. */
  readonly state: 'RUNNING' | 'NOT_READY' | 'SCALED_DOWN' | 'ABSENT' | 'UNKNOWN';
  /** Replicas, where a workload was found. */
  readonly desired: number | null;
  readonly ready: number | null;
  readonly evidence: readonly string[];
}

/** One reason why an object is still there: a finalizer on it, or (finalizer null) the object itself, which others wait for. */
export interface Blocker {
  readonly object: ObjectRow;
  readonly finalizer: string | null;
  readonly field: FinalizerRow['field'] | null;
  readonly controller: BlockerController | null;
  readonly waitsFor: string;
  readonly evidence: readonly string[];
  readonly verdict: DeletionVerdict;
}

export interface BlockerEdge {
  readonly from: Blocker;
  readonly to: Blocker;
}

export interface BlockerGraph {
  readonly items: readonly Blocker[];
  readonly edges: readonly BlockerEdge[];
  /** What waits for nothing else in the snapshot: where somebody must act. */
  readonly roots: readonly Blocker[];
}

export interface DeletionReport {
  readonly object: ObjectRow;
  /** Epoch milliseconds: the deletionTimestamp less the grace period. */
  readonly requestedAt: number;
  readonly verdict: DeletionVerdict;
  readonly explanation: string;
  readonly blockers: BlockerGraph;
}

/** `Pod shop/web-1`. */
export function objectName(object: ObjectRow): string {
  return `${object.kind} ${object.namespace === null ? '' : `${object.namespace}/`}${object.name}`;
}
