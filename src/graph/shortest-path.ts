/** The shortest chain of pointers between two objects, whichever way each pointer points. */
import type { ObjectRow, Reader, ReferenceRow } from '../store/reader.ts';

/** One step of a path: the object it leads to, and every pointer between it and the object before, in either direction. */
export interface PathStep {
  readonly object: ObjectRow;
  readonly references: readonly ReferenceRow[];
}

export interface PathQuery {
  readonly from: number;
  readonly to: number;
  /** All where absent. */
  readonly relations?: readonly string[];
  /** Steps at most. */
  readonly maxDepth: number;
}

/** A search from one end: for each object reached the one before it (null at the end itself). */
interface Side {
  readonly before: Map<number, number | null>;
  frontier: number[];
  depth: number;
}

/**
 * The steps from `from` to `to`, without `from` itself: [] where they are the same, null where no chain of at most `maxDepth` steps leads there.
 * Searches from both ends, the smaller frontier first, a level at a time. Among chains of one length the first found is given, the same at every run.
 */
export async function shortestPath(reader: Reader, query: PathQuery): Promise<readonly PathStep[] | null> {
  if (query.from === query.to) return [];
  const start = startAt(query.from);
  const end = startAt(query.to);
  while (start.depth + end.depth < query.maxDepth) {
    const [near, far] = start.frontier.length <= end.frontier.length ? [start, end] : [end, start];
    if (near.frontier.length === 0) return null;
    const met = await grow(reader, near, far, query.relations);
    if (met !== null) return describeSteps(reader, [...chain(start, met).reverse(), ...chain(end, met).slice(1)], query.relations);
  }
  return null;
}

function startAt(id: number): Side {
  return { before: new Map([[id, null]]), frontier: [id], depth: 0 };
}

/** One level more of a side; the object where it meets the other, or null. */
async function grow(reader: Reader, side: Side, other: Side, relations: readonly string[] | undefined): Promise<number | null> {
  const next: number[] = [];
  for (const direction of ['forward', 'reverse'] as const) {
    const edges = await reader.edges({ parents: side.frontier, direction, ...relationsIf(relations) });
    for (const { parent, object } of edges) {
      if (side.before.has(object.id)) continue;
      side.before.set(object.id, parent);
      next.push(object.id);
    }
  }
  side.frontier = next;
  side.depth += 1;
  return next.find((id) => other.before.has(id)) ?? null;
}

/** From an object back to the end that the side began at. */
function chain(side: Side, from: number): number[] {
  const ids: number[] = [];
  for (let at: number | null | undefined = from; at !== null && at !== undefined; at = side.before.get(at)) ids.push(at);
  return ids;
}

async function describeSteps(reader: Reader, path: readonly number[], relations: readonly string[] | undefined): Promise<PathStep[]> {
  const place = new Map(path.map((id, index) => [id, index]));
  const references: ReferenceRow[][] = path.map(() => []);
  for (const { parent, object, reference } of await reader.edges({ parents: path, direction: 'forward', ...relationsIf(relations) })) {
    const from = place.get(parent);
    const to = place.get(object.id);
    if (from === undefined || to === undefined || Math.abs(from - to) !== 1) continue;
    references[Math.max(from, to)]?.push(reference);
  }
  const objects = new Map((await reader.objects(path)).map((object) => [object.id, object]));
  return path.flatMap((id, index) => {
    const object = objects.get(id);
    return index === 0 || object === undefined ? [] : [{ object, references: references[index] ?? [] }];
  });
}

function relationsIf(relations: readonly string[] | undefined): { readonly relations?: readonly string[] } {
  return relations === undefined ? {} : { relations };
}
