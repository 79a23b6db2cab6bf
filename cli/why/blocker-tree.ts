/** What a deletion waits for, as a tree: each blocker below what waits for it, and once only. */
import type { Blocker, BlockerEdge, BlockerGraph } from '../../src/graph/deletion/blocker.ts';
import { groupBy } from '../../src/graph/group-by.ts';
import type { ObjectRow } from '../../src/store/reader.ts';

export interface BlockerNode {
  readonly blocker: Blocker;
  readonly children: readonly BlockerNode[];
  /** So many of its children are not shown. */
  readonly more: number;
  /** It stands elsewhere in the tree, with what it waits for. */
  readonly shownAbove: boolean;
}

/** So many children of one line are shown. */
const MOST = 20;

/** The trees of all blockers of the object itself. */
export function blockerTrees(graph: BlockerGraph, object: ObjectRow): readonly BlockerNode[] {
  const targets = groupBy(graph.edges, ({ from }) => from);
  const shown = new Set<Blocker>();
  return graph.items.filter((item) => item.object.id === object.id).map((blocker) => grow({ blocker, targets, shown }));
}

/** Owners and what they own may be a long chain: deeper than this nobody reads on. */
const DEEPEST = 30;

function grow(options: {
  readonly blocker: Blocker;
  readonly targets: ReadonlyMap<Blocker, readonly BlockerEdge[]>;
  readonly shown: Set<Blocker>;
  readonly depth?: number;
}): BlockerNode {
  const { blocker, targets, shown, depth = 0 } = options;
  const all = [...new Set(targets.get(blocker)?.map(({ to }) => to))];
  if (shown.has(blocker)) return { blocker, children: [], more: 0, shownAbove: all.length > 0 };
  shown.add(blocker);
  if (depth >= DEEPEST) return { blocker, children: [], more: all.length, shownAbove: false };
  const children = all.slice(0, MOST).map((target) => grow({ blocker: target, targets, shown, depth: depth + 1 }));
  return { blocker, children, more: all.length - children.length, shownAbove: false };
}
