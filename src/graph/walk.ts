/** Runs the walk of a relation field from a set of parents, a level at a time: each step asks the Reader once for all of them. */
import { type KindKey, kindName } from '../kube/kind.ts';
import type { Hop, Walk } from '../relations/field.ts';
import type { Meter, Reader } from '../store/reader.ts';
import { distinct, edgesByParent, Steps, type WalkEdge } from './steps.ts';

type Closure = Extract<Walk, { readonly closure: Hop }>;

interface WalkContext {
  readonly reader: Reader;
  readonly meter: Meter | undefined;
}

/**
 * What each parent (an object id) reaches: every object once a parent, with the pointers on the way, ghosts included.
 * Flawed pointers are never followed, but for KEY_MISSING, whose target is there. Cycles end: no object is visited twice from one parent.
 * @throws LimitError where the meter of the reader, or the one given for what is held in memory, stops it.
 */
export async function walk(
  reader: Reader,
  query: { readonly parents: readonly number[]; readonly walk: Walk; readonly meter?: Meter },
): Promise<readonly WalkEdge[]> {
  const parents = distinct(query.parents);
  if (parents.length === 0) return [];
  return run({ reader, meter: query.meter }, parents, query.walk);
}

function run(context: WalkContext, parents: readonly number[], walk: Walk): Promise<readonly WalkEdge[]> {
  if ('hops' in walk) return runHops(context, parents, walk.hops);
  if ('union' in walk) return runUnion(context, parents, walk.union);
  if ('closure' in walk) return walk.topmost ? runTopmost(context, parents, walk) : runClosure(context, parents, walk);
  if ('whenSelecting' in walk) return runWhenSelecting(context, parents, walk);
  return runKeepSelecting(context, parents, walk);
}

async function runHops(context: WalkContext, parents: readonly number[], hops: readonly Hop[]): Promise<readonly WalkEdge[]> {
  const [first, ...rest] = hops;
  if (first === undefined) return [];
  let edges = await firstHop(context, parents, first);
  for (const hop of rest) edges = await nextHop(context, edges, hop);
  return edges;
}

async function firstHop(context: WalkContext, parents: readonly number[], hop: Hop): Promise<readonly WalkEdge[]> {
  const steps = new Steps(context.meter);
  for (const edge of await hopEdges(context.reader, parents, hop)) steps.add(edge.parent, edge.object, [edge.reference]);
  return steps.edges();
}

async function nextHop(context: WalkContext, reached: readonly WalkEdge[], hop: Hop): Promise<readonly WalkEdge[]> {
  const from = distinct(reached.map((edge) => edge.object.id));
  const onward = edgesByParent(await hopEdges(context.reader, from, hop));
  const steps = new Steps(context.meter);
  for (const before of reached) {
    for (const edge of onward.get(before.object.id) ?? []) {
      steps.add(before.parent, edge.object, [...before.references, edge.reference]);
    }
  }
  return steps.edges();
}

async function runUnion(context: WalkContext, parents: readonly number[], walks: readonly Walk[]): Promise<readonly WalkEdge[]> {
  const steps = new Steps(context.meter);
  for (const part of walks) steps.addAll(await run(context, parents, part));
  return steps.edges();
}

/** The hop again and again; what it passes through is visited, and what is of the kinds asked for is kept. */
async function runClosure(context: WalkContext, parents: readonly number[], walk: Closure): Promise<readonly WalkEdge[]> {
  const visited = new Steps(context.meter);
  const found = new Steps();
  const isWanted = kindTest(walk.kinds);
  let frontier: readonly WalkEdge[] = await closureEdges(context, parents, walk);
  while (frontier.length > 0) {
    const fresh = frontier.filter((edge) => edge.object.id !== edge.parent && visited.add(edge.parent, edge.object, edge.references));
    found.addAll(fresh.filter((edge) => isWanted(edge.object)));
    const onward = edgesByParent(await hopEdges(context.reader, distinct(fresh.map((edge) => edge.object.id)), walk.closure, walk));
    frontier = fresh.flatMap((before) =>
      (onward.get(before.object.id) ?? []).map((edge) => ({
        parent: before.parent,
        object: edge.object,
        references: [...before.references, edge.reference],
      })),
    );
  }
  return found.edges();
}

/** Of a closure only the last object of the kinds on each way: with one controller an object, the topmost one. */
async function runTopmost(context: WalkContext, parents: readonly number[], walk: Closure): Promise<readonly WalkEdge[]> {
  const all = await runClosure(context, parents, walk);
  const last = new Map<number, WalkEdge>();
  for (const edge of all) {
    const before = last.get(edge.parent);
    if (before === undefined || edge.references.length > before.references.length) last.set(edge.parent, edge);
  }
  return [...last.values()];
}

async function closureEdges(context: WalkContext, parents: readonly number[], walk: Closure): Promise<WalkEdge[]> {
  const edges = await hopEdges(context.reader, parents, walk.closure, walk);
  return edges.map(({ parent, object, reference }) => ({ parent, object, references: [reference] }));
}

async function runWhenSelecting(
  context: WalkContext,
  parents: readonly number[],
  walk: Extract<Walk, { readonly whenSelecting: string }>,
): Promise<readonly WalkEdge[]> {
  const selecting = await context.reader.selecting(parents, walk.whenSelecting);
  const by = (wanted: boolean) => parents.filter((id) => selecting.has(id) === wanted);
  const runPart = (part: readonly number[], onward: Walk) => (part.length > 0 ? run(context, part, onward) : []);
  return [...(await runPart(by(true), walk.then)), ...(await runPart(by(false), walk.otherwise))];
}

async function runKeepSelecting(
  context: WalkContext,
  parents: readonly number[],
  walk: Extract<Walk, { readonly keepSelecting: string }>,
): Promise<readonly WalkEdge[]> {
  const edges = await run(context, parents, walk.walk);
  const ends = distinct(edges.map((edge) => edge.object.id));
  const selecting = await context.reader.selecting(ends, walk.keepSelecting);
  return edges.filter((edge) => selecting.has(edge.object.id) === walk.selecting);
}

function hopEdges(reader: Reader, parents: readonly number[], hop: Hop, closure?: { readonly controllersOnly: boolean }) {
  if (parents.length === 0) return [];
  return reader.edges({
    parents,
    direction: hop.direction,
    relations: [hop.relation],
    ...(hop.kinds === undefined ? {} : { kinds: hop.kinds }),
    ...(hop.controllersOnly || closure?.controllersOnly ? { controllersOnly: true } : {}),
  });
}

function kindTest(kinds: readonly KindKey[]): (object: KindKey) => boolean {
  const names = new Set(kinds.map(kindName));
  return (object) => names.has(kindName(object));
}
