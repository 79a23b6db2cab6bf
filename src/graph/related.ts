/** What lies around objects: everything within some steps of them, over the relations, forward, in reverse or both. */
import { type KindKey, kindName } from '../kube/kind.ts';
import type { Edge, Meter, ObjectRow, Reader, ReferenceRow } from '../store/reader.ts';
import { OWNER } from './owner-chain.ts';
import { distinct, edgesByParent, type WalkEdge } from './steps.ts';

export type Direction = 'forward' | 'reverse';

export interface RelatedQuery {
  readonly parents: readonly number[];
  readonly directions: readonly Direction[];
  /** All where absent. */
  readonly relations?: readonly string[];
  /** Keeps only these kinds in the answer; the way there may lead through others. */
  readonly kinds?: readonly KindKey[];
  /** Steps at most; Infinity for as far as it goes. */
  readonly maxDepth: number;
  readonly meter?: Meter;
}

/** Each object once a parent (never the parent itself), with the pointers of a shortest way there. */
export async function related(reader: Reader, query: RelatedQuery): Promise<readonly WalkEdge[]> {
  const { parents, directions, relations, maxDepth, meter } = query;
  const visited = new Visited(meter);
  const isWanted = kindTest(query.kinds);
  const found: WalkEdge[] = [];
  let frontier: Pending[] = distinct(parents).map((id) => ({ parent: id, at: id, references: [] }));
  for (let depth = 0; depth < maxDepth && frontier.length > 0; depth += 1) {
    const onward = edgesByParent(await edgesAround(reader, distinct(frontier.map((step) => step.at)), directions, relations));
    const fresh = frontier.flatMap((step) => nextSteps(step, onward.get(step.at) ?? NONE)).filter((edge) => visited.add(edge));
    for (const edge of fresh) if (isWanted(edge)) found.push(edge);
    frontier = fresh.map((edge) => ({ parent: edge.parent, at: edge.object.id, references: edge.references }));
  }
  return found;
}

/** All that an object owns, and what those own: the tree that the garbage collector would take with it. */
export function descendants(
  reader: Reader,
  query: { readonly parents: readonly number[]; readonly kinds?: readonly KindKey[]; readonly maxDepth: number; readonly meter?: Meter },
): Promise<readonly WalkEdge[]> {
  return related(reader, { ...query, directions: ['reverse'], relations: [OWNER] });
}

const NONE: readonly Edge[] = [];

interface Pending {
  readonly parent: number;
  readonly at: number;
  readonly references: WalkEdge['references'];
}

/** Pointers between one pair of objects, in one step, make one edge. */
function nextSteps({ parent, references }: Pending, edges: readonly Edge[]): readonly WalkEdge[] {
  const byObject = new Map<number, { readonly parent: number; readonly object: ObjectRow; readonly references: ReferenceRow[] }>();
  for (const { object, reference } of edges) {
    const known = byObject.get(object.id);
    if (known === undefined) byObject.set(object.id, { parent, object, references: [...references, reference] });
    else known.references.push(reference);
  }
  return [...byObject.values()];
}

/** What each parent has reached; the meter counts each pair once. */
class Visited {
  readonly #byParent = new Map<number, Set<number>>();
  readonly #meter: Meter | undefined;

  constructor(meter: Meter | undefined) {
    this.#meter = meter;
  }

  /** True where the parent had not reached the object yet. */
  add({ parent, object }: WalkEdge): boolean {
    let reached = this.#byParent.get(parent);
    if (reached === undefined) {
      reached = new Set([parent]);
      this.#byParent.set(parent, reached);
    }
    if (reached.has(object.id)) return false;
    reached.add(object.id);
    this.#meter?.rows(1);
    return true;
  }
}

async function edgesAround(
  reader: Reader,
  ids: readonly number[],
  directions: readonly Direction[],
  relations: readonly string[] | undefined,
): Promise<Edge[]> {
  const all: Edge[] = [];
  for (const direction of directions) {
    for (const edge of await reader.edges({ parents: ids, direction, ...(relations === undefined ? {} : { relations }) })) all.push(edge);
  }
  return all;
}

function kindTest(kinds: readonly KindKey[] | undefined): (edge: WalkEdge) => boolean {
  if (kinds === undefined) return () => true;
  const names = new Set(kinds.map(kindName));
  return (edge) => names.has(kindName(edge.object));
}
