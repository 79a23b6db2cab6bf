import fc from 'fast-check';
import { expect, test } from 'vitest';
import { giveToBatch } from '../records/owned-buffers.ts';
import { joinLines } from './join-lines.ts';

const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.replaceAll('\n', ' ')));

/** The lines of one buffer, each with a newline behind it. */
function linesOf(given: readonly string[], isOwned: boolean): Uint8Array[] {
  const bytes = new Uint8Array(Buffer.from(given.map((text) => `${text}\n`).join('')));
  if (isOwned) giveToBatch(bytes.buffer);
  let end = 0;
  return given.map((text) => {
    const start = end;
    end += Buffer.byteLength(text) + 1;
    return bytes.subarray(start, end - 1);
  });
}

test('lines are joined as they are, wherever each stands', () => {
  fc.assert(
    fc.property(texts, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), (given, places) => {
      const owned = linesOf(given, true);
      const shared = linesOf(given, false);
      const lines = given.flatMap((text, index) => {
        const place = places.next().value;
        return [[owned[index] as Uint8Array], [shared[index] as Uint8Array], []][place] ?? [Buffer.from(text)];
      });
      expect(Buffer.from(joinLines(lines)).toString()).toBe(lines.map((line) => `${Buffer.from(line)}\n`).join(''));
    }),
  );
});

test('what stands in a buffer of its batch is not copied', () => {
  const owned = linesOf(['a', 'bc', ''], true);
  expect(joinLines(owned).buffer).toBe(owned[0]?.buffer);
  const shared = linesOf(['a', 'bc', ''], false);
  expect(joinLines(shared).buffer).not.toBe(shared[0]?.buffer);
});
