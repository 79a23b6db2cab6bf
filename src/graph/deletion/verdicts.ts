/** The verdict of every node: its own where it waits for nothing else, else the worst of what it waits for. */
import type { DeletionVerdict } from './blocker.ts';
import type { HeldNode } from './held-node.ts';
import { isPod } from './held-node.ts';

/** The first counts most: nobody will ever act, then what is proved to hold, then what is not known. */
const WORST_FIRST: readonly DeletionVerdict[] = ['ORPHANED', 'BLOCKED', 'UNKNOWN', 'SLOW'];

/** Milliseconds within which a controller that runs is expected to have done its part. */
const USUAL_TIME = 5 * 60_000;

export function verdictsOf(options: {
  readonly nodes: readonly HeldNode[];
  readonly targetsOf: (node: HeldNode) => readonly HeldNode[];
  readonly now: number | null;
}): ReadonlyMap<HeldNode, DeletionVerdict> {
  const { nodes, targetsOf, now } = options;
  const waiting = new Map<HeldNode, HeldNode[]>();
  const verdicts = new Map<HeldNode, DeletionVerdict>();
  const own = new Map<DeletionVerdict, HeldNode[]>(WORST_FIRST.map((verdict) => [verdict, []]));
  for (const node of nodes) {
    const targets = targetsOf(node);
    for (const target of targets) {
      const sources = waiting.get(target);
      if (sources === undefined) waiting.set(target, [node]);
      else sources.push(node);
    }
    const verdict = ownVerdict({ node, isLeaf: targets.length === 0, now });
    if (verdict !== null) own.get(verdict)?.push(node);
  }
  for (const verdict of WORST_FIRST) spread(own.get(verdict) ?? [], verdict);
  // What is left waits in a circle that nothing leads out of.
  for (const node of nodes) if (!verdicts.has(node)) verdicts.set(node, 'BLOCKED');
  return verdicts;

  function spread(from: readonly HeldNode[], verdict: DeletionVerdict): void {
    const queue = [...from];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      if (verdicts.has(node)) continue;
      verdicts.set(node, verdict);
      for (const source of waiting.get(node) ?? []) queue.push(source);
    }
  }
}

export function worst(verdicts: readonly DeletionVerdict[]): DeletionVerdict {
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'UNKNOWN';
}

/** null where only what the node waits for can tell. */
function ownVerdict(options: { readonly node: HeldNode; readonly isLeaf: boolean; readonly now: number | null }): DeletionVerdict | null {
  const { node, isLeaf, now } = options;
  if (node.attribution.controller?.state === 'ABSENT' || node.attribution.controller?.state === 'SCALED_DOWN') return 'ORPHANED';
  if (!isLeaf) return null;
  if (node.object.presence === 'NOT_CAPTURED' || node.wait.gaps.length > 0) return 'UNKNOWN';
  if (node.object.presence !== 'PRESENT' || node.object.deletion === null) return 'BLOCKED';
  const isOverdue = now === null || now - node.object.deletion > USUAL_TIME;
  if (node.finalizer === null) return isOverdue ? (isPod(node.object) ? 'BLOCKED' : 'UNKNOWN') : 'SLOW';
  return finalizerVerdict(node, isOverdue);
}

/** A finalizer that waits for no object of the snapshot: all depends on who must take it away. */
function finalizerVerdict({ attribution, rule }: HeldNode, isOverdue: boolean): DeletionVerdict {
  if (attribution.gaps.length > 0) return 'UNKNOWN';
  const state = attribution.controller?.state;
  if (state === undefined || state === 'NOT_READY') return 'BLOCKED';
  if (state === 'RUNNING') return isOverdue ? 'BLOCKED' : 'SLOW';
  return rule?.controller.runs === 'control-plane' && !isOverdue ? 'SLOW' : 'UNKNOWN';
}
