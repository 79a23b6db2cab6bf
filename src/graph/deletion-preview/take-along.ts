/**
 * What goes with an object: what its controllers delete of themselves, and what the garbage collector then finds without an owner.
 * Source: kubernetes pkg/controller/garbagecollector/garbagecollector.go; contents.ts names the sources of the rest.
 */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Meter, ObjectRow, Reader } from '../../store/reader.ts';
import { judgeOwners } from '../collector/judge-owners.ts';
import type { DeletionContext } from '../deletion/context.ts';
import { OWNER } from '../owner-chain.ts';
import type { Cascade } from './cascade.ts';
import { contentsOf } from './contents.ts';
import { fateOf } from './fate.ts';
import { type HeldReference, heldReferences, OwnersByUid } from './held-reference.ts';
import type { Kept, Taken, TakenAlong } from './taken.ts';

/** With this finalizer the collector orphans the dependents of what it deletes. Source: meta/v1 FinalizerOrphanDependents. */
const ORPHAN = 'orphan';

export async function takeAlong(options: {
  readonly reader: Reader;
  readonly context: DeletionContext;
  readonly object: ObjectRow;
  readonly cascade: Cascade;
  readonly meter?: Meter;
}): Promise<TakenAlong> {
  const { reader, context, object, cascade, meter } = options;
  const gone = new Map<number, Taken>();
  const possible = new Set<number>();
  const orphaning = new Set<number>();
  const dependents = new Map<number, Dependent>();
  const ownersByUid = new OwnersByUid(reader);
  if (object.presence === 'PRESENT') gone.set(object.id, { object, cause: 'ASKED', by: null });
  else if (object.presence === 'NOT_CAPTURED') possible.add(object.id);
  let level: readonly ObjectRow[] = gone.size + possible.size === 0 ? [] : [object];
  while (level.length > 0) {
    for (const id of await orphaningOf({ reader, level, root: object.id, cascade })) orphaning.add(id);
    const next: ObjectRow[] = [];
    const take = (taken: Taken): void => {
      if (gone.has(taken.object.id)) return;
      meter?.rows(1);
      possible.delete(taken.object.id);
      gone.set(taken.object.id, taken);
      next.push(taken.object);
    };
    for (const taken of await contentsOf(
      context,
      level.filter(({ id }) => gone.has(id)),
    )) {
      take(taken);
    }
    for (const { dependent, by } of await dependentsOf({ reader, level, dependents, ownersByUid })) {
      if (gone.has(dependent.object.id)) continue;
      dependent.fate = fateOf({ ...dependent, gone, possible, orphaning });
      if (dependent.fate === 'GOES') take({ object: dependent.object, cause: 'OWNER', by });
      else if (dependent.fate === 'NOT_CAPTURED' && !possible.has(dependent.object.id)) {
        possible.add(dependent.object.id);
        next.push(dependent.object);
      }
    }
    level = next;
  }
  const left = [...dependents.values()].filter((dependent) => !gone.has(dependent.object.id));
  const keptFor = ({ object: kept, owners, fate }: Dependent): Kept[] =>
    fate === 'GOES' || fate === 'UNTOUCHED' ? [] : [{ object: kept, reason: fate, owners }];
  const kept = left.flatMap(keptFor);
  return {
    gone,
    keeps: kept.filter(({ reason }) => reason !== 'NOT_CAPTURED'),
    undecided: kept.filter(({ reason }) => reason === 'NOT_CAPTURED'),
    blocking: [...dependents.values()].flatMap(blockingOf),
  };
}

function blockingOf({ object, owners }: Dependent): TakenAlong['blocking'] {
  const blocking = owners.filter(({ edge }) => (edge.reference.flags & ReferenceFlag.blockOwnerDeletion) !== 0);
  return blocking.map(({ holds }) => ({ dependent: object, owner: holds }));
}

interface Dependent {
  readonly object: ObjectRow;
  readonly owners: readonly HeldReference[];
  fate: ReturnType<typeof fateOf>;
}

/** Objects of a level whose dependents lose the reference instead of their owner. */
async function orphaningOf(options: {
  readonly reader: Reader;
  readonly level: readonly ObjectRow[];
  readonly root: number;
  readonly cascade: Cascade;
}): Promise<readonly number[]> {
  const { reader, level, root, cascade } = options;
  // What was asked for goes as it was asked; what the collector deletes goes by the finalizer that it has.
  const finalizers = await reader.finalizers(level.map(({ id }) => id).filter((id) => id !== root));
  const orphans = finalizers.filter(({ name }) => name === ORPHAN).map(({ object }) => object);
  return cascade === 'ORPHAN' && level.some(({ id }) => id === root) ? [...orphans, root] : orphans;
}

/** The dependents of a level, each once, with the object of the level that it names first. Their owner references are read once for all levels. */
async function dependentsOf(options: {
  readonly reader: Reader;
  readonly level: readonly ObjectRow[];
  readonly dependents: Map<number, Dependent>;
  readonly ownersByUid: OwnersByUid;
}): Promise<readonly { readonly dependent: Dependent; readonly by: ObjectRow }[]> {
  const { reader, level, dependents, ownersByUid } = options;
  const owners = new Map(level.map((object) => [object.id, object]));
  const edges = await reader.edges({ parents: [...owners.keys()], direction: 'reverse', relations: [OWNER] });
  const named = new Map<number, { readonly object: ObjectRow; readonly by: number }>();
  for (const { parent, object } of [...edges, ...(await ownersByUid.dependentsOf(owners))]) {
    if (object.presence === 'PRESENT' && !named.has(object.id)) named.set(object.id, { object, by: parent });
  }
  const unread = [...named.keys()].filter((id) => !dependents.has(id));
  const references = await reader.edges({ parents: unread, direction: 'forward', relations: [OWNER], flawed: true });
  const held = heldReferences(await judgeOwners(reader, references));
  for (const id of unread) {
    const object = named.get(id)?.object;
    if (object !== undefined) dependents.set(id, { object, owners: held.get(id) ?? [], fate: 'UNTOUCHED' });
  }
  return [...named].flatMap(([id, { by }]) => {
    const dependent = dependents.get(id);
    const owner = owners.get(by);
    return dependent === undefined || owner === undefined ? [] : [{ dependent, by: owner }];
  });
}
