/**
 * What holds deletions up: for each object with a deletionTimestamp its verdict, and the graph of what it waits for, down to the roots.
 * Source: the controllers that the catalogue names; docs/deletion.md.
 */
import type { ObjectRow, Reader } from '../../store/reader.ts';
import type { Blocker, BlockerEdge, DeletionReport } from './blocker.ts';
import { DeletionContext } from './context.ts';
import { growGraph } from './grow.ts';
import type { HeldNode } from './held-node.ts';
import { verdictsOf, worst } from './verdicts.ts';
import { explanationText, waitsForText } from './words.ts';

/** By object id; only objects that are present and being deleted have one. */
export async function deletionReports(reader: Reader, objects: readonly ObjectRow[]): Promise<ReadonlyMap<number, DeletionReport>> {
  const terminating = objects.filter(({ presence, deletion }) => presence === 'PRESENT' && deletion !== null);
  if (terminating.length === 0) return new Map();
  const context = new DeletionContext(reader);
  const graph = await growGraph(context, terminating);
  const nodes = [...graph.values()].flat();
  const targets = new Map(nodes.flatMap((node) => targetsIn(graph, node)));
  const targetsOf = (node: HeldNode): readonly HeldNode[] => targets.get(node) ?? NONE;
  const verdicts = verdictsOf({ nodes, targetsOf, now: context.now });
  const blockers = new Map<HeldNode, Blocker>(nodes.map((node) => [node, new NodeBlocker(node, verdicts.get(node) ?? 'UNKNOWN')]));
  return new Map(terminating.map((object) => [object.id, report({ object, graph, targetsOf, blockers })]));
}

const NONE: readonly HeldNode[] = [];

/** What a node waits for, with the node before it; nothing for one that waits for nothing. */
function targetsIn(graph: ReadonlyMap<number, readonly HeldNode[]>, node: HeldNode): [HeldNode, readonly HeldNode[]][] {
  return node.wait.objects.length === 0 ? [] : [[node, node.wait.objects.flatMap(({ id }) => graph.get(id) ?? NONE)]];
}

/** Its texts are made for who reads them: of thousands of blockers only a few are. */
class NodeBlocker implements Blocker {
  readonly #node: HeldNode;
  readonly verdict: Blocker['verdict'];

  constructor(node: HeldNode, verdict: Blocker['verdict']) {
    this.#node = node;
    this.verdict = verdict;
  }

  get object(): Blocker['object'] {
    return this.#node.object;
  }

  get finalizer(): Blocker['finalizer'] {
    return this.#node.finalizer;
  }

  get field(): Blocker['field'] {
    return this.#node.field;
  }

  get controller(): Blocker['controller'] {
    return this.#node.attribution.controller;
  }

  get waitsFor(): string {
    return waitsForText(this.#node, this.verdict);
  }

  get evidence(): readonly string[] {
    const { wait, attribution } = this.#node;
    return [...new Set([wait.evidence, wait.gaps, attribution.evidence, attribution.gaps, attribution.controller?.evidence ?? []].flat())];
  }
}

function report(options: {
  readonly object: ObjectRow;
  readonly graph: ReadonlyMap<number, readonly HeldNode[]>;
  readonly targetsOf: (node: HeldNode) => readonly HeldNode[];
  readonly blockers: ReadonlyMap<HeldNode, Blocker>;
}): DeletionReport {
  const { object, graph, targetsOf, blockers } = options;
  const own = graph.get(object.id) ?? [];
  const reached = new Set(own);
  const edges: BlockerEdge[] = [];
  const roots: Blocker[] = [];
  for (const node of reached) {
    const from = blockers.get(node);
    const targets = targetsOf(node);
    for (const target of targets) {
      reached.add(target);
      const to = blockers.get(target);
      if (from !== undefined && to !== undefined) edges.push({ from, to });
    }
    if (targets.length === 0 && from !== undefined) roots.push(from);
  }
  const items = [...reached].flatMap((node) => blockers.get(node) ?? []);
  const ends = roots.length > 0 ? roots : items;
  const ownBlockers = own.flatMap((node) => blockers.get(node) ?? []);
  const verdict = worst(ownBlockers.map((blocker) => blocker.verdict));
  return {
    object,
    requestedAt: (object.deletion ?? 0) - (object.deletionGrace ?? 0) * 1000,
    verdict,
    explanation: explanationText({ verdict, own: ownBlockers, roots: ends }),
    blockers: { items, edges, roots: ends },
  };
}
