import { expect, test } from 'vitest';
import { formatTable } from './table.ts';

test('columns are three spaces apart, and no line ends in spaces', async () => {
  const table = await formatTable({
    headers: ['NAME', 'READY', 'NODE'],
    rows: [
      ['web-1', '1/1', ''],
      ['a', '10/10', 'n1'],
    ],
  });
  expect(table).toBe('NAME    READY   NODE\nweb-1   1/1\na       10/10   n1\n');
});

test('wide characters count as two columns', async () => {
  expect(
    await formatTable({
      rows: [
        ['日本', 'x'],
        ['abcd', 'y'],
      ],
    }),
  ).toBe('日本   x\nabcd   y\n');
});

test('colours do not count as width', async () => {
  const paint = (text: string): string => `<${text}>`;
  expect(
    await formatTable({
      rows: [
        [{ text: 'ab', paint }, 'x'],
        ['abc', 'y'],
      ],
    }),
  ).toBe('<ab>    x\nabc   y\n');
});

test('captured text cannot break out of its cell', async () => {
  expect(await formatTable({ rows: [['a\nb\u001b[2J', 'x']] })).toBe('a\\nb\\x1b[2J   x\n');
});

test('nothing is nothing', async () => {
  expect(await formatTable({ rows: [] })).toBe('');
});
