/** What becomes of objects, as the preview tells it. */
import type { ObjectRow } from '../../store/reader.ts';
import type { KeepReason } from './fate.ts';
import type { HeldReference } from './held-reference.ts';

/** Why an object goes: it was asked for, it lost its owners, its namespace goes, or the definition of its kind. */
export type Cause = 'ASKED' | 'OWNER' | 'NAMESPACE' | 'DEFINITION';

export interface Taken {
  readonly object: ObjectRow;
  readonly cause: Cause;
  /** The owner, namespace or definition that takes it along; null for what was asked for. */
  readonly by: ObjectRow | null;
}

export interface Kept {
  readonly object: ObjectRow;
  readonly reason: KeepReason;
  /** All its owner references, as they are before the deletion. */
  readonly owners: readonly HeldReference[];
}

export interface TakenAlong {
  /** By object id, with the object that was asked for. */
  readonly gone: ReadonlyMap<number, Taken>;
  readonly keeps: readonly Kept[];
  readonly undecided: readonly Kept[];
  /** Every owner reference of a dependent, going or not, that has blockOwnerDeletion: to the id of an owner. */
  readonly blocking: readonly { readonly dependent: ObjectRow; readonly owner: number }[];
}
