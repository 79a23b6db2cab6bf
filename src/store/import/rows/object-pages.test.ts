import { expect, test } from 'vitest';
import type { ObjectRecord } from '../../../records/record.ts';
import { pagesOf } from './object-pages.ts';
import { packPage, unpackPage } from './packed-page.ts';

const object = (bytes: number, snapshot = 0): ObjectRecord => ({
  type: 'object',
  snapshot,
  operation: 'present',
  raw: new Uint8Array(bytes).fill(bytes),
  origin: { entry: 'x' },
});

test('a page has at most a MiB unless it is one object, and one snapshot', () => {
  const sizes = (records: readonly ObjectRecord[]): number[] => pagesOf(records).map(({ length }) => length);
  expect(sizes([])).toEqual([]);
  expect(sizes([object(1 << 19), object(1 << 19), object(1)])).toEqual([2, 1]);
  expect(sizes([object(1), object(2 << 20), object(1)])).toEqual([1, 1, 1]);
  expect(sizes([object(1), object(1, 7), object(1)])).toEqual([1, 1, 1]);
});

test('a page is copied, and comes back object by object; a buffer is used again where it is large enough', () => {
  const page = [object(3), object(0), object(5)];
  const packed = packPage(page, new ArrayBuffer(4));
  expect(packed.buffer.byteLength).toBe(8);
  expect([...unpackPage(packed)]).toEqual(page.map(({ raw }) => raw));
  const spare = new ArrayBuffer(100);
  expect(packPage(page, spare).buffer).toBe(spare);
});
