import { expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import { customColumns } from './custom-columns.ts';

const pod = {
  metadata: { name: 'a' },
  spec: { containers: [{ image: 'x' }, { image: 'y' }] },
  status: { conditions: [{ type: 'Ready', status: 'True' }] },
};
const cells = (spec: string) => customColumns(spec).map(({ header, cell }) => [header, cell(pod, { now: null })]);

test('paths, lists, filters with commas in them, and what is not there', () => {
  expect(
    cells(
      "N:.metadata.name,I:.spec.containers[*].image,R:.status.conditions[?(@.type=='Ready')].status,X:.nope,L:.spec.containers['image','x']",
    ),
  ).toEqual([
    ['N', 'a'],
    ['I', 'x,y'],
    ['R', 'True'],
    ['X', '<none>'],
    ['L', '<none>'],
  ]);
});

test.each(['', 'NAME', ':.a', 'A:', 'A:.a,'])('%j is refused', (spec) => {
  expect(() => customColumns(spec)).toThrow(UsageError);
});
