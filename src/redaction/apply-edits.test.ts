import { expect, test } from 'vitest';
import { applyEdits, type RuledEdit } from './apply-edits.ts';
import { createMarker } from './mark.ts';
import { KEY } from './testing/records.ts';

const marker = createMarker(KEY);
const bytes = Buffer.from('"abcdefgh"');

const edit = (rule: string, start: number, end: number): RuledEdit => ({
  rule,
  start,
  end,
  quote: '',
  value: () => bytes.subarray(start, end),
});

test('edits that overlap become one, what lies within another goes with it, and neighbours stay apart', () => {
  const edits = [edit('b', 3, 6), edit('a', 1, 4), edit('c', 4, 5), edit('d', 6, 8)];
  const applied = applyEdits({ bytes, edits, marker });
  const mark = (text: string): string => marker.mark(Buffer.from(text));
  expect(applied.bytes.toString()).toBe(`"${mark('abcde')}${mark('fg')}h"`);
  expect(applied.edits.map(({ rule }) => rule)).toEqual(['a', 'd']);
});
