import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LogParts, MAX_PART_BYTES, type StoredPart } from './log-parts.ts';

function store(chunks: readonly Uint8Array[]): StoredPart[] {
  const parts = new LogParts();
  return [...chunks.flatMap((chunk) => parts.add(chunk).map(copied)), ...parts.finish()];
}

/** Chunks may be used again by their source. */
function copied(part: StoredPart): StoredPart {
  return { ...part, bytes: Buffer.from(part.bytes) };
}

const text = (parts: readonly StoredPart[]): string => Buffer.concat(parts.map((part) => part.bytes)).toString();

test('parts are whole lines, numbered, and together the log', () => {
  const line = (n: number): string => `2026-01-01T00:00:${String(n % 60).padStart(2, '0')}Z line ${n} ${'x'.repeat(90)}\n`;
  const log = Array.from({ length: 5000 }, (_, index) => line(index)).join('');
  const parts = store([Buffer.from(log.slice(0, 300_001)), Buffer.from(log.slice(300_001))]);
  expect(text(parts)).toBe(log);
  expect(parts.every((part) => part.bytes.length <= MAX_PART_BYTES && Buffer.from(part.bytes).toString().endsWith('\n'))).toBe(true);
  expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
  expect(parts.reduce((sum, { lines }) => sum + lines, 0)).toBe(5000);
  const second = parts[1];
  expect(
    Buffer.from(second?.bytes ?? [])
      .toString()
      .startsWith(`${line((second?.firstLine ?? 0) - 1)}`),
  ).toBe(true);
  expect(parts[0]?.firstAt).toBe(Date.parse('2026-01-01T00:00:00Z'));
  expect(parts.at(-1)?.lastAt).toBe(Date.parse('2026-01-01T00:00:19Z'));
});

test('a line longer than a part is cut between characters and counted once', () => {
  const log = `${'é'.repeat(100_000)}\nend`;
  const parts = store([Buffer.from(log)]);
  expect(parts.map((part) => Buffer.from(part.bytes).toString()).join('')).toBe(log);
  expect(parts.reduce((sum, { lines }) => sum + lines, 0)).toBe(2);
  expect(parts.map(({ firstLine }) => firstLine).at(-1)).toBe(1);
});

test('an empty log has no part', () => {
  expect(store([Buffer.alloc(0)])).toEqual([]);
});

test('whatever the chunks, the parts are the log and count its lines', () => {
  const bytes = fc
    .array(fc.constantFrom('a', '\n', 'é', '2026-01-01T00:00:00Z ', 'x'.repeat(40_000)), { maxLength: 30 })
    .map((pieces) => Buffer.from(pieces.join('')));
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(200_000), { maxLength: 4 }), (log, cuts) => {
      const places = [0, ...cuts.map((cut) => Math.min(cut, log.length)).sort((a, b) => a - b), log.length];
      const parts = store(places.slice(1).map((end, index) => log.subarray(places[index], end)));
      expect(Buffer.concat(parts.map((part) => part.bytes)).equals(log)).toBe(true);
      const lines = log.toString().split('\n').length - (log.length === 0 || log.at(-1) === 10 ? 1 : 0);
      expect(parts.reduce((sum, part) => sum + part.lines, 0)).toBe(lines);
      expect(parts.every((part) => part.bytes.length <= MAX_PART_BYTES)).toBe(true);
    }),
  );
});
