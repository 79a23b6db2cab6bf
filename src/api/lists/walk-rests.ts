/**
 * What the completeness of a relation's list rests on (contract §4): a pointer by name on its source alone, for ghosts tell the rest;
 * a selector or a reverse step on the outcome of the kind at the other end, in the source's namespace where the relation stays in it.
 */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { Hop, Walk } from '../../relations/field.ts';
import type { ObjectRow, Reader, Snapshot } from '../../store/reader.ts';
import { isCaptured } from '../fields/needs.ts';
import { type RelationScope, relationScopes } from './relation-scopes.ts';
import type { Rest } from './rest.ts';

/** For each parent, in order, what the list that the walk gives rests on. */
export async function restsOfWalk(reader: Reader, walk: Walk, parents: readonly ObjectRow[]): Promise<readonly (readonly Rest[])[]> {
  if ('hops' in walk) return parents.map((parent) => restsOfHops(reader, walk.hops, parent));
  if ('closure' in walk) return parents.map((parent) => restsOfHops(reader, [walk.closure], parent).map(passedThrough));
  if ('walk' in walk) return restsOfWalk(reader, walk.walk, parents);
  if ('union' in walk) return restsOfUnion(reader, walk.union, parents);
  return restsOfChoice(reader, walk, parents);
}

/** What a list over one step of any of these relations (all: undefined) rests on. */
export function restsOfStep(
  snapshot: Snapshot,
  parent: ObjectRow,
  { directions, relations }: { readonly directions: readonly Hop['direction'][]; readonly relations: readonly string[] | undefined },
): Rest[] {
  const scopes = [...relationScopes(snapshot).values()].filter(({ relation }) => relations === undefined || relations.includes(relation));
  return directions.flatMap((direction) =>
    scopes
      .filter((scope) => runsFrom(direction === 'forward' ? scope.sources : scope.targets, parent))
      .flatMap((scope) => restOf(scope, { relation: scope.relation, direction }, parent.namespace) ?? []),
  );
}

async function restsOfUnion(reader: Reader, walks: readonly Walk[], parents: readonly ObjectRow[]): Promise<Rest[][]> {
  const all = await Promise.all(walks.map((walk) => restsOfWalk(reader, walk, parents)));
  return parents.map((_, index) => all.flatMap((rests) => rests[index] ?? []));
}

async function restsOfChoice(
  reader: Reader,
  walk: Extract<Walk, { readonly whenSelecting: string }>,
  parents: readonly ObjectRow[],
): Promise<Rest[][]> {
  const selecting = await reader.selecting(
    parents.map((parent) => parent.id).filter((id) => id > 0),
    walk.whenSelecting,
  );
  const [then, otherwise] = await Promise.all([restsOfWalk(reader, walk.then, parents), restsOfWalk(reader, walk.otherwise, parents)]);
  return parents.map((parent, index) => {
    const rests = (selecting.has(parent.id) ? then : otherwise)[index] ?? [];
    // Whether a ghost selects is not known: the list rests on itself too.
    return isCaptured(parent) ? [...rests] : [...rests, restOnItself(parent)];
  });
}

function restsOfHops(snapshot: Snapshot, hops: readonly Hop[], parent: ObjectRow): Rest[] {
  const rests: Rest[] = [];
  let { namespace } = parent;
  for (const hop of hops) {
    const scope = relationScopes(snapshot).get(hop.relation);
    const rest = scope === undefined ? null : restOf(scope, hop, namespace);
    if (rest !== null) rests.push(hop === hops.at(-1) ? rest : passedThrough(rest));
    if (!scope?.sameNamespace) namespace = null;
  }
  return rests;
}

function restOf(scope: RelationScope, hop: Hop, namespace: string | null): Rest | null {
  if (hop.direction === 'forward' && !scope.selects) return null;
  const kinds = hop.kinds ?? (hop.direction === 'forward' ? scope.targets : scope.sources);
  return { ...(kinds === null ? {} : { kinds }), namespace: scope.sameNamespace ? namespace : null };
}

/** A rest of what lies between a parent and what is listed of it. */
export function passedThrough(rest: Rest): Rest {
  return { ...rest, onTheWay: true };
}

/** What a ghost points at is not known: a list along its pointers rests on the ghost itself too. */
export function restOnItself({ group, kind, namespace }: ObjectRow): Rest {
  return passedThrough({ kinds: [{ group, kind }], namespace });
}

function runsFrom(kinds: readonly KindKey[] | null, parent: ObjectRow): boolean {
  return kinds === null || kinds.some((kind) => kindName(kind) === kindName(parent));
}
