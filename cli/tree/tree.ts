/** A tree of objects, as data: what stands below or above one object, and where it ends. */
import type { Edge, ObjectRow, ReferenceRow } from '../../src/store/reader.ts';

export interface TreeNode {
  readonly object: ObjectRow;
  /** The pointers between this object and the one above it in the tree; none at the root. */
  readonly references: readonly ReferenceRow[];
  readonly children: readonly TreeNode[];
  /** Why nothing stands below it although something may: it closes a cycle, it is shown elsewhere in the tree, or the tree is too deep. */
  readonly ends: 'cycle' | 'shown-above' | 'too-deep' | null;
}

/** Deeper than this no real ownership goes; a made-up one must not fill the screen without end. */
const deepest = 50;

/** One step from each object to the next in the tree. */
export type Step = (ids: readonly number[]) => Promise<readonly Edge[]>;

/** Follows steps from the root, a level at a time. `holds` says whether a pointer is followed on: what it leads to is shown in any case. */
export async function buildTree(options: {
  readonly root: ObjectRow;
  readonly step: Step;
  /** The first step, where it is another one. */
  readonly firstStep?: Step;
  readonly holds: (reference: ReferenceRow) => boolean;
}): Promise<TreeNode> {
  const { root, step, firstStep = step, holds } = options;
  const below = new Map<number, readonly Branch[]>();
  let level: readonly number[] = [root.id];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const branches = branchesOf(await (depth === 0 ? firstStep : step)(level));
    for (const id of level) below.set(id, branches.get(id) ?? []);
    const reached = [...branches.values()].flat().filter((branch) => branch.references.some(holds));
    level = [...new Set(reached.map(({ object }) => object.id))].filter((id) => !below.has(id));
  }
  return plant({ root, below, holds });
}

interface Branch {
  readonly object: ObjectRow;
  readonly references: readonly ReferenceRow[];
}

/** Several pointers between two objects make one branch. */
function branchesOf(edges: readonly Edge[]): Map<number, Branch[]> {
  const byParent = new Map<number, Map<number, { object: ObjectRow; references: ReferenceRow[] }>>();
  for (const { parent, object, reference } of edges) {
    const branches = byParent.get(parent) ?? new Map<number, { object: ObjectRow; references: ReferenceRow[] }>();
    byParent.set(parent, branches);
    const known = branches.get(object.id);
    if (known) known.references.push(reference);
    else branches.set(object.id, { object, references: [reference] });
  }
  return new Map([...byParent].map(([parent, branches]) => [parent, [...branches.values()].sort(byName)]));
}

function byName({ object: a }: Branch, { object: b }: Branch): number {
  return compare(a.kind, b.kind) || compare(a.namespace ?? '', b.namespace ?? '') || compare(a.name, b.name);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Below = ReadonlyMap<number, readonly Branch[]>;

/** What the root leads to directly and by a detour too is shown at the end of the detour, with all its pointers. */
function plant(options: {
  readonly root: ObjectRow;
  readonly below: Below;
  readonly holds: (reference: ReferenceRow) => boolean;
}): TreeNode {
  const { root, below, holds } = options;
  const first = below.get(root.id) ?? [];
  const direct = new Map(first.map((branch) => [branch.object.id, branch]));
  const reached = new Set([...below].flatMap(([id, branches]) => (id === root.id ? [] : branches.map(({ object }) => object.id))));
  const shown = new Set([root.id]);
  const above = new Set([root.id]);
  const children: TreeNode[] = [];
  for (const branch of first.filter(({ object }) => !reached.has(object.id)))
    children.push(grow({ branch, below, holds, direct, shown, above }));
  /** Those that no detour showed: they lie on a cycle. */
  for (const branch of first.filter(({ object }) => reached.has(object.id))) {
    if (!shown.has(branch.object.id)) children.push(grow({ branch, below, holds, direct: new Map(), shown, above }));
  }
  return { object: root, references: [], children, ends: null };
}

interface GrowOptions {
  readonly branch: Branch;
  readonly below: Below;
  readonly holds: (reference: ReferenceRow) => boolean;
  /** What the root leads to directly. */
  readonly direct: ReadonlyMap<number, Branch>;
  /** Objects whose branches were shown already: this is what ends a cycle. */
  readonly shown: Set<number>;
  /** Those that the way from the root leads through. */
  readonly above: ReadonlySet<number>;
}

/** Never deeper than the levels that were read. */
function grow(options: GrowOptions): TreeNode {
  const { branch, below, holds, direct, shown, above } = options;
  const { object } = branch;
  if (!branch.references.some(holds)) return { ...branch, children: [], ends: null };
  if (above.has(object.id)) return { ...branch, children: [], ends: 'cycle' };
  const branches = below.get(object.id);
  if (branches === undefined) return { ...branch, children: [], ends: 'too-deep' };
  if (shown.has(object.id)) return { ...branch, children: [], ends: branches.length > 0 ? 'shown-above' : null };
  shown.add(object.id);
  const onward = new Set([...above, object.id]);
  const references = [...new Set([...branch.references, ...(direct.get(object.id)?.references ?? [])])];
  return { object, references, children: branches.map((next) => grow({ ...options, branch: next, above: onward })), ends: null };
}
