/** What becomes of a dependent when some objects go. */
import type { ObjectRow } from '../../store/reader.ts';
import type { CollectorStatus } from '../collector/collector-status.ts';
import { collectorVerdict } from '../collector/collector-verdict.ts';
import type { HeldReference } from './held-reference.ts';

/**
 * `OTHER_OWNER`: another owner is there · `ORPHANED`: it loses its reference and stands alone · `NOT_COLLECTED`: the collector cannot ask for
 * one of its owners, and so never deletes it · `TERMINATING`: it is being deleted already · `NOT_CAPTURED`: that decides, and is not known.
 */
export type KeepReason = 'OTHER_OWNER' | 'ORPHANED' | 'NOT_COLLECTED' | 'TERMINATING' | 'NOT_CAPTURED';

/** `UNTOUCHED`: nothing changes for it; without any owner that goes, or gone by itself before. */
export type Fate = KeepReason | 'GOES' | 'UNTOUCHED';

export function fateOf(options: {
  readonly object: ObjectRow;
  readonly owners: readonly HeldReference[];
  readonly gone: ReadonlyMap<number, unknown>;
  readonly possible: ReadonlySet<number>;
  readonly orphaning: ReadonlySet<number>;
}): Fate {
  const { object, owners, gone, possible, orphaning } = options;
  const left: CollectorStatus[] = [];
  for (const { status, holds } of owners) {
    if (gone.has(holds) && orphaning.has(holds)) continue;
    left.push(afterwards(status, { gone: gone.has(holds), possible: possible.has(holds) }));
  }
  if (left.length === 0) return 'ORPHANED';
  const verdict = collectorVerdict(left);
  if (verdict === 'COLLECTED') return 'GOES';
  if (object.deletion !== null) return 'TERMINATING';
  if (verdict === 'UNKNOWN') return 'NOT_CAPTURED';
  return left.includes('REFUSED') ? 'NOT_COLLECTED' : 'OTHER_OWNER';
}

/** What the reference is once its owner is gone, or perhaps gone. */
function afterwards(status: CollectorStatus, owner: { readonly gone: boolean; readonly possible: boolean }): CollectorStatus {
  if (status === 'REFUSED' || status === 'DANGLING') return status;
  if (owner.gone) return 'DANGLING';
  return owner.possible ? 'UNKNOWN' : status;
}
