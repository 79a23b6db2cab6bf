/** A page on its way between two threads: the objects' bytes, one behind the other, and where each ends. */
import type { ObjectRecord } from '../../../records/record.ts';
import { bytesOf } from './object-pages.ts';

export interface PackedPage {
  /** Of nobody else, so that it can be transferred. May be longer than what is in it. */
  readonly buffer: ArrayBuffer;
  readonly ends: Uint32Array;
}

/** Copies: a source may use its own memory again. `spare`: a buffer to use where it is large enough. */
export function packPage(page: readonly ObjectRecord[], spare: ArrayBuffer | undefined): PackedPage {
  const length = bytesOf(page);
  const buffer = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(length);
  const bytes = new Uint8Array(buffer);
  const ends = new Uint32Array(page.length);
  let end = 0;
  for (const [index, { raw }] of page.entries()) {
    if (raw === undefined) continue;
    bytes.set(raw, end);
    end += raw.length;
    ends[index] = end;
  }
  return { buffer, ends };
}

/** The bytes of each object, as views. */
export function* unpackPage({ buffer, ends }: PackedPage): Generator<Uint8Array> {
  let start = 0;
  for (const end of ends) {
    yield new Uint8Array(buffer, start, end - start);
    start = end;
  }
}
