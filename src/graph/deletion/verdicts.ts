/** The verdict of every node: its own where it waits for nothing else, else the worst of what it waits for. */
import { USUAL_DELETION_TIME } from '../../health/common.ts';
import type { DeletionVerdict } from './blocker.ts';
import type { HeldNode } from './held-node.ts';
import { isPod } from './held-node.ts';

/** The first counts most: nobody will ever act, then what is proved to hold, then what is not known. */
const WORST_FIRST: readonly DeletionVerdict[] = ['ORPHANED', 'BLOCKED', 'UNKNOWN', 'SLOW'];

export function verdictsOf(options: {
  readonly nodes: readonly HeldNode[];
  readonly targetsOf: (node: HeldNode) => readonly HeldNode[];
  readonly now: number | null;
}): ReadonlyMap<HeldNode, DeletionVerdict> {
  const { nodes, targetsOf, now } = options;
  const waiting = new Map<HeldNode, HeldNode[]>();
  const verdicts = new Map<HeldNode, DeletionVerdict>();
  const attended = attendedSince(nodes, targetsOf);
  const own = new Map<DeletionVerdict, HeldNode[]>(WORST_FIRST.map((verdict) => [verdict, []]));
  for (const node of nodes) {
    const targets = targetsOf(node);
    for (const target of targets) {
      const sources = waiting.get(target);
      if (sources === undefined) waiting.set(target, [node]);
      else sources.push(node);
    }
    const verdict = ownVerdict({ node, isLeaf: targets.length === 0, now, attended: attended.get(node) });
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

/** For each object that nobody has touched yet and that what waits for it deletes by itself: when the latest such deletion was due. */
function attendedSince(nodes: readonly HeldNode[], targetsOf: (node: HeldNode) => readonly HeldNode[]): ReadonlyMap<HeldNode, number> {
  const since = new Map<HeldNode, number>();
  for (const node of nodes) {
    const { deletion } = node.object;
    if (node.wait.attends !== true || deletion === null || !isThere(node)) continue;
    for (const target of targetsOf(node)) {
      // An API service that does not answer is waited for by namespaces, and deleted by none.
      if (target.object.deletion === null && target.query === undefined)
        since.set(target, Math.max(deletion, since.get(target) ?? deletion));
    }
  }
  return since;
}

/** Its controller runs, or is a part of the control plane, without which there would be no snapshot. */
function isThere({ attribution, rule }: HeldNode): boolean {
  return attribution.controller?.state === 'RUNNING' || rule?.controller.runs === 'control-plane';
}

/** null where only what the node waits for can tell. */
function ownVerdict(options: {
  readonly node: HeldNode;
  readonly isLeaf: boolean;
  readonly now: number | null;
  readonly attended: number | undefined;
}): DeletionVerdict | null {
  const { node, isLeaf, now, attended } = options;
  if (node.attribution.controller?.state === 'ABSENT' || node.attribution.controller?.state === 'SCALED_DOWN') return 'ORPHANED';
  if (!isLeaf) return null;
  if (node.object.presence === 'NOT_CAPTURED' || node.wait.gaps.length > 0) return 'UNKNOWN';
  if (node.object.presence !== 'PRESENT') return 'BLOCKED';
  const since = node.object.deletion ?? attended;
  if (since === undefined) return 'BLOCKED';
  const isOverdue = now === null || now - since > USUAL_DELETION_TIME;
  if (node.object.deletion === null) return isOverdue ? 'BLOCKED' : 'SLOW';
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
