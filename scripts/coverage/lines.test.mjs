import { expect, test } from 'vitest';
import { judge, linesOf, sharesOf, union } from './lines.mjs';

const at = (/** @type {number} */ line) => ({ start: { line } });

test('a line ran where one of its statements did', () => {
  const lines = linesOf({ statementMap: { 0: at(1), 1: at(1), 2: at(3) }, s: { 0: 0, 1: 2, 2: 0 } });
  expect([...lines]).toEqual([
    [1, true],
    [3, false],
  ]);
});

test('lines that ran elsewhere count, lines that only the other knows do not', () => {
  const lines = union(
    new Map([
      [1, false],
      [2, true],
      [3, false],
    ]),
    new Map([
      [1, true],
      [2, false],
      [9, true],
    ]),
  );
  expect([...lines.values()]).toEqual([true, true, false]);
});

test('a room under its floor, one without a floor and one without lines are problems', () => {
  const shares = sharesOf([
    ['kube', new Map([[1, true]])],
    ['kube', new Map([[1, false]])],
    ['api', new Map([[1, true]])],
    ['news', new Map([[1, true]])],
  ]);
  const { lines, problems } = judge(shares, { kube: 51, api: 100, store: 90 });
  expect(lines[0]).toBe('kube          50.0 % of 2 lines (1 not run), floor 51');
  expect(problems).toEqual([
    'The tests run 50.0 % of the lines of kube; its floor is 51 %.',
    'The room news has no floor in scripts/coverage/floors.mjs.',
    'Nothing of the room store was measured.',
  ]);
});
