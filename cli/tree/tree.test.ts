import { expect, test } from 'vitest';
import type { Edge, ObjectRow, ReferenceRow } from '../../src/store/reader.ts';
import { holds } from './steps.ts';
import { buildTree, type Step, type TreeNode } from './tree.ts';

const object = (id: number): ObjectRow => ({ id, group: '', kind: 'Pod', namespace: null, name: `o${id}` }) as ObjectRow;

/** A step over these pairs, each with the status of its pointer. */
function stepOver(pairs: readonly (readonly [number, number, string?])[]): Step {
  return async (ids) =>
    pairs
      .filter(([parent]) => ids.includes(parent))
      .map(
        ([parent, to, status = 'OK']): Edge => ({ parent, object: object(to), reference: { relation: 'owner', status } as ReferenceRow }),
      );
}

const shape = ({ object: { id }, children, ends }: TreeNode): unknown => [id, ...(ends ? [ends] : []), ...children.map(shape)];
const tree = async (pairs: readonly (readonly [number, number, string?])[]) =>
  shape(await buildTree({ root: object(1), step: stepOver(pairs), holds }));

test('a tree', async () => {
  expect(
    await tree([
      [1, 2],
      [1, 3],
      [3, 4],
    ]),
  ).toEqual([1, [2], [3, [4]]]);
});

test('what is reached twice is shown where the way is longest, and named again elsewhere', async () => {
  expect(
    await tree([
      [1, 2],
      [1, 3],
      [2, 3],
    ]),
  ).toEqual([1, [2, [3]]]);
  expect(
    await tree([
      [1, 2],
      [1, 3],
      [2, 4],
      [3, 4],
      [4, 5],
    ]),
  ).toEqual([1, [2, [4, [5]]], [3, [4, 'shown-above']]]);
});

test('cycles end, and lose nothing', async () => {
  expect(await tree([[1, 1]])).toEqual([1, [1, 'cycle']]);
  expect(
    await tree([
      [1, 2],
      [2, 1],
    ]),
  ).toEqual([1, [2, [1, 'cycle']]]);
  expect(
    await tree([
      [1, 2],
      [1, 3],
      [2, 3],
      [3, 2],
    ]),
  ).toEqual([1, [2, [3, [2, 'cycle']]]]);
});

test('a pointer that does not hold is shown and not followed', async () => {
  expect(
    await tree([
      [1, 2, 'UID_MISMATCH'],
      [2, 3],
    ]),
  ).toEqual([1, [2]]);
});

test('a chain without end is cut', async () => {
  const text = JSON.stringify(await tree(Array.from({ length: 500 }, (_, index) => [index + 1, index + 2] as const)));
  expect(text).toContain('"too-deep"');
  expect(text).not.toContain('60');
});
