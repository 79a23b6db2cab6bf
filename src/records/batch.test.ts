import { expect, test } from 'vitest';
import { batched } from './batch.ts';
import { joinChunks, splitChunks } from './chunks.ts';
import { MAX_CHUNK_BYTES, type ObjectRecord } from './record.ts';

const object = (bytes: number): ObjectRecord => ({
  type: 'object',
  snapshot: 0,
  operation: 'present',
  raw: new Uint8Array(bytes),
  origin: { entry: 'x' },
});

async function sizes(records: readonly ObjectRecord[]): Promise<number[]> {
  const found: number[] = [];
  for await (const batch of batched(records)) found.push(batch.length);
  return found;
}

test('a batch ends at 500 records or a MiB, and none is empty', async () => {
  expect(await sizes(Array.from({ length: 1001 }, () => object(10)))).toEqual([500, 500, 1]);
  expect(await sizes([object(1 << 20), object(1), object(1)])).toEqual([1, 2]);
  expect(await sizes([])).toEqual([]);
});

test('chunks are views of at most a MiB, and at least one', () => {
  const bytes = new Uint8Array(2 * MAX_CHUNK_BYTES + 1);
  const chunks = splitChunks(bytes);
  expect(chunks.map((chunk) => chunk.length)).toEqual([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES, 1]);
  expect(chunks.every((chunk) => chunk.buffer === bytes.buffer)).toBe(true);
  expect(splitChunks(new Uint8Array()).map((chunk) => chunk.length)).toEqual([0]);
  expect(Buffer.compare(joinChunks(chunks), bytes)).toBe(0);
  expect(joinChunks([bytes])).toBe(bytes);
});
