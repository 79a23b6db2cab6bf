/** Something that a deletion would wait for. */
import type { ObjectRow } from '../../store/reader.ts';

export type HoldReason = 'FINALIZER' | 'IN_USE' | 'FOREGROUND_DEPENDENT' | 'UNAVAILABLE_API';

export interface Hold {
  readonly object: ObjectRow;
  readonly reason: HoldReason;
  readonly finalizer: string | null;
  /** Who takes the finalizer away, and what it waits until, where it is known. */
  readonly controller: string | null;
  readonly until: string | null;
  /** What it would wait for: objects that stay. Of a finalizer that only its own controller takes away, none. */
  readonly blockers: readonly ObjectRow[];
  readonly evidence: readonly string[];
  /** False where what would decide was not captured. */
  readonly certain: boolean;
}
