/** Cuts runs of objects into pages: what is handed to a thread, and back, at once. */
import type { ObjectRecord } from '../../../records/record.ts';

/** Large enough that a message costs nothing beside its work, small enough that several in flight are little memory. */
const PAGE_BYTES = 1 << 20;

/** Pages of one snapshot each; only a page of one object may be larger than a MiB. */
export function pagesOf(records: readonly ObjectRecord[]): ObjectRecord[][] {
  const pages: ObjectRecord[][] = [];
  let page: ObjectRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    const length = record.raw?.length ?? 0;
    if (page.length > 0 && (bytes + length > PAGE_BYTES || page[0]?.snapshot !== record.snapshot)) {
      pages.push(page);
      page = [];
      bytes = 0;
    }
    page.push(record);
    bytes += length;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

export function bytesOf(page: readonly ObjectRecord[]): number {
  return page.reduce((sum, { raw }) => sum + (raw?.length ?? 0), 0);
}
