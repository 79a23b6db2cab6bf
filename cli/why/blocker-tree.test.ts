import { expect, test } from 'vitest';
import type { Blocker } from '../../src/graph/deletion/blocker.ts';
import type { ObjectRow } from '../../src/store/reader.ts';
import { type BlockerNode, blockerTrees } from './blocker-tree.ts';

const blockers = Array.from({ length: 40 }, (_, id) => ({ object: { id, name: `o${id}` } }) as unknown as Blocker);

/** Trees of the first, over these pairs. */
function trees(pairs: readonly (readonly [number, number])[]): readonly BlockerNode[] {
  const at = (index: number): Blocker => blockers[index] as Blocker;
  const edges = pairs.map(([from, to]) => ({ from: at(from), to: at(to) }));
  return blockerTrees({ items: blockers, edges, roots: [] }, { id: 0 } as ObjectRow);
}

const shape = ({ blocker, children, more, shownAbove }: BlockerNode): unknown => [
  blocker.object.id,
  ...(shownAbove ? ['shown above'] : []),
  ...children.map(shape),
  ...(more > 0 ? [`and ${more} more`] : []),
];

test('each stands below what waits for it; what waits for more stands in full once', () => {
  expect(
    trees([
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [3, 4],
    ]).map(shape),
  ).toEqual([[0, [1, [3, [4]]], [2, [3, 'shown above']]]]);
});

test('a circle ends', () => {
  expect(
    trees([
      [0, 1],
      [1, 0],
    ]).map(shape),
  ).toEqual([[0, [1, [0, 'shown above']]]]);
});

test('of very many some are shown, and the others counted', () => {
  const [tree] = trees(blockers.slice(1).map((_, index) => [0, index + 1] as const));
  expect(tree).toMatchObject({ more: 19 });
  expect(tree?.children).toHaveLength(20);
});

test('a long chain is cut', () => {
  const text = JSON.stringify(trees(blockers.slice(1).map((_, index) => [index, index + 1] as const)).map(shape));
  expect(text).toContain('and 1 more');
  expect(text).not.toContain('[31');
});
