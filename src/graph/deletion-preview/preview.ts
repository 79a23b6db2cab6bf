/** What would happen if an object were deleted, as far as the snapshot tells: nothing is changed, and nothing outside the graph is asked. */
import type { Gap, Meter, ObjectRow, Reader, ReferenceRow } from '../../store/reader.ts';
import { DeletionContext } from '../deletion/context.ts';
import type { Cascade } from './cascade.ts';
import { whatWouldDangle } from './dangling.ts';
import type { Hold } from './hold.ts';
import { whatHolds } from './holds.ts';
import { takeAlong } from './take-along.ts';
import type { Kept, Taken } from './taken.ts';

export interface DeletionPreview {
  readonly object: ObjectRow;
  readonly cascade: Cascade;
  /** What goes with it, without the object itself, in the order in which it is reached. */
  readonly deletes: readonly Taken[];
  /** Dependents of what goes that stay. */
  readonly keeps: readonly Kept[];
  /** Dependents that go or stay by something that was not captured. */
  readonly undecided: readonly Kept[];
  /** What would keep the object, or something that goes with it, from being gone. */
  readonly holds: readonly Hold[];
  /** Pointers of what stays to what goes, without owner references and weak pointers. */
  readonly dangling: readonly ReferenceRow[];
  /** What was not captured and may hold more that goes. */
  readonly gaps: readonly Gap[];
}

/**
 * A set a level, whatever the size of the tree. Of a ghost that is missing nothing is said; of one that was not captured all is undecided.
 * @throws LimitError where the meter of the reader, or the one given for what is held in memory, stops it.
 */
export async function previewDeletion(options: {
  readonly reader: Reader;
  readonly object: ObjectRow;
  readonly cascade: Cascade;
  readonly meter?: Meter;
}): Promise<DeletionPreview> {
  const { reader, object, cascade } = options;
  const context = new DeletionContext(reader);
  const along = await takeAlong({ ...options, context });
  const gone = new Map([...along.gone].map(([id, taken]) => [id, taken.object]));
  const { gaps } = await reader.completeness({ namespace: object.namespace });
  return {
    object,
    cascade,
    deletes: [...along.gone.values()].filter((taken) => taken.cause !== 'ASKED'),
    keeps: along.keeps,
    undecided: along.undecided,
    holds: await whatHolds({ context, cascade, along }),
    dangling: await whatWouldDangle(reader, gone),
    gaps,
  };
}
