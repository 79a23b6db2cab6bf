/** What a pointer that does not hold breaks, as data: a table of rows in rows/, the first that fits a pointer is its judgement. */
import type { ReferenceStatus } from '../../store/reader.ts';
import type { CollectorVerdict } from '../collector/collector-verdict.ts';

/**
 * `ERROR`: something does not work, or will be lost · `WARNING`: it works, and something is amiss or will be when it starts anew ·
 * `INFO`: it is as it should be, or nothing depends on it any more.
 */
export type Severity = 'ERROR' | 'WARNING' | 'INFO';

export const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'INFO'];

/** Faults that are proved. Optional pointers never count, and what was not captured proves nothing. */
export const FAULTS: readonly ReferenceStatus[] = [
  'MISSING',
  'UID_MISMATCH',
  'NAME_MISMATCH',
  'KIND_MISMATCH',
  'KIND_UNKNOWN',
  'CROSS_NAMESPACE',
  'NAMESPACED_OWNER_OF_CLUSTER_SCOPED',
  'NOT_PERMITTED',
  'KEY_MISSING',
];

/** All that a row says of a pointer must hold; what it does not say does not matter. */
export interface DanglingRow {
  readonly relations?: readonly string[];
  /** Kinds of the object that the pointer stands in, of any group. */
  readonly kinds?: readonly string[];
  readonly statuses?: readonly ReferenceStatus[];
  /** Is part of the pointer's path. */
  readonly at?: string;
  /** What the garbage collector does with the object that the pointer stands in. */
  readonly collector?: CollectorVerdict;
  readonly when?: readonly SourceCondition[];
  readonly severity: Severity;
  /** What does not work, or why it does not matter: one sentence without its full stop. */
  readonly consequence: string;
  /** Kubernetes document or source that says so. */
  readonly source: string;
}

/**
 * A value of the object that the pointer stands in is one of these; `null` stands for one that is absent. Of a path that yields a list, any of its values.
 * Each `[#]` of the path takes the number that stands at its place in the pointer's own path: of the very webhook that holds it, say.
 */
export interface SourceCondition {
  readonly path: string;
  readonly in: readonly (string | number | boolean | null)[];
}
