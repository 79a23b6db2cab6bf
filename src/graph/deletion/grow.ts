/** Grows the graph of what waits for what: a level at a time, each question once for all objects of a level. */
import type { ObjectRow } from '../../store/reader.ts';
import { groupBy } from '../group-by.ts';
import type { DeletionContext } from './context.ts';
import { ControllerFinder, type HeldBy } from './controllers/find-controllers.ts';
import { type HeldNode, isPod, nodesOf } from './held-node.ts';
import { backingService, unreadyPods } from './waits/unready-service.ts';
import { NOTHING } from './waits/wait.ts';

/** By object id. Every object is looked at once, so that cycles end. */
export async function growGraph(context: DeletionContext, roots: readonly ObjectRow[]): Promise<ReadonlyMap<number, readonly HeldNode[]>> {
  const graph = new Map<number, readonly HeldNode[]>();
  const finder = new ControllerFinder(context);
  /** Services, and their pods, that others wait for because nothing answers there; others are only left over. */
  const mustAnswer = new Set<number>();
  let level = distinctRows(roots);
  while (level.length > 0) {
    const nodes = await levelNodes({ context, level, mustAnswer });
    await askAll(context, nodes);
    for (const { query, wait } of nodes)
      if (query === backingService || query === unreadyPods) for (const { id } of wait.objects) mustAnswer.add(id);
    await attribute(finder, nodes);
    const byObject = groupBy(nodes, ({ object }) => object.id);
    for (const { id } of level) graph.set(id, withoutIdleKubelets(byObject.get(id) ?? []));
    level = distinctRows(nodes.flatMap(({ wait }) => wait.objects)).filter(({ id }) => !graph.has(id));
  }
  return graph;
}

async function levelNodes(options: {
  readonly context: DeletionContext;
  readonly level: readonly ObjectRow[];
  readonly mustAnswer: ReadonlySet<number>;
}): Promise<readonly HeldNode[]> {
  const { context, level, mustAnswer } = options;
  const finalizers = await context.reader.finalizers(level.map(({ id }) => id));
  const byObject = groupBy(finalizers, (row) => row.object);
  return level.flatMap((object) => nodesOf({ object, finalizers: byObject.get(object.id) ?? [], mustAnswer: mustAnswer.has(object.id) }));
}

async function askAll(context: DeletionContext, nodes: readonly HeldNode[]): Promise<void> {
  const byQuery = groupBy(nodes, ({ query }) => query);
  for (const [query, group] of byQuery) {
    if (query === undefined) continue;
    const waits = await query(
      context,
      group.map(({ object }) => object),
    );
    for (const node of group) node.wait = waits.get(node.object.id) ?? NOTHING;
  }
}

async function attribute(finder: ControllerFinder, nodes: readonly HeldNode[]): Promise<void> {
  for (const [attribution, held] of await finder.find(nodes.filter(isHeldBy))) for (const node of held) node.attribution = attribution;
}

function isHeldBy(node: HeldNode): node is HeldNode & HeldBy {
  return node.finalizer !== null;
}

/** A kubelet is a reason of its own only where it is gone, or where nothing else holds the pod. */
function withoutIdleKubelets(nodes: readonly HeldNode[]): readonly HeldNode[] {
  if (nodes.length === 1) return nodes;
  const telling = nodes.filter((node) => node.finalizer !== null || !isPod(node.object) || node.wait.objects.length > 0);
  return telling.length > 0 ? telling : nodes;
}

function distinctRows(rows: readonly ObjectRow[]): ObjectRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
