/**
 * Objects on their way into the store. The first few MiB are made into rows here and at once; a larger input has threads for that, while this
 * one reads and writes. Either way the pages are written in the order in which they came.
 */
import type { ObjectRecord } from '../../../records/record.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { bytesOf, pagesOf } from './object-pages.ts';
import { createObjectPacker } from './pack-object.ts';
import type { PageRows } from './pack-thread.ts';
import { hasPackThreads, type PackThreads, startPackThreads } from './pack-threads.ts';
import { packPage, unpackPage } from './packed-page.ts';
import { TapeReader } from './tape.ts';

export interface ObjectStream {
  /** Resolves when there is room for more; then the records' memory may be used again. */
  add(records: readonly ObjectRecord[]): Promise<void>;
  /** All objects added so far are written. */
  drain(): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** To start a thread costs as much as making rows of about so many bytes. */
const BYTES_WITHOUT_THREADS = 4 * 2 ** 20;

/** For each thread: one at work, and others that wait for it or for us. */
const PAGES_UNDER_WAY = 4;

export function createObjectStream(options: {
  readonly extractor: Extractor;
  /** Writes objects of one snapshot; their `raw` may be used again afterwards. */
  readonly write: (page: readonly ObjectRecord[], tape: TapeReader) => void;
}): ObjectStream {
  const { extractor, write } = options;
  const packer = createObjectPacker(extractor);
  const recipe = hasPackThreads() ? extractor.recipe : null;
  const underWay: { readonly page: readonly ObjectRecord[]; readonly rows: Promise<PageRows> }[] = [];
  const spare: ArrayBuffer[] = [];
  let threads: PackThreads | undefined;
  let bytes = 0;

  const writeHere = (page: readonly ObjectRecord[]): void => {
    for (const record of page) packer.add(record);
    write(page, new TapeReader(packer.take()));
  };

  const writeOldest = async (): Promise<void> => {
    const oldest = underWay.shift();
    if (oldest === undefined) return;
    const rows = await oldest.rows;
    const raws = [...unpackPage(rows)];
    write(
      oldest.page.map((record, index) => ({ ...record, raw: raws[index] ?? NO_BYTES })),
      new TapeReader(rows.tape),
    );
    spare.push(rows.buffer);
  };

  const drain = async (): Promise<void> => {
    while (underWay.length > 0) await writeOldest();
  };

  const add = async (page: readonly ObjectRecord[]): Promise<void> => {
    if (threads === undefined && recipe !== null && bytes > BYTES_WITHOUT_THREADS) threads = startPackThreads(recipe);
    bytes += bytesOf(page);
    if (threads === undefined || !page.every(isPlain)) {
      await drain();
      writeHere(page);
      return;
    }
    const rows = threads.pack(packPage(page, spare.pop()));
    // Whoever waits for it hears of a failure; until somebody does, it must not count as unhandled.
    rows.catch(() => undefined);
    underWay.push({ page, rows });
    while (underWay.length > PAGES_UNDER_WAY * threads.count) await writeOldest();
  };

  return {
    async add(records) {
      for (const page of pagesOf(records)) await add(page);
    },
    drain,
    async close() {
      await drain();
      await threads?.close();
    },
    async abort() {
      await threads?.abort();
    },
  };
}

const NO_BYTES = new Uint8Array();

/** Bytes and nothing else: values would have to be copied from thread to thread. */
function isPlain({ raw, value }: ObjectRecord): boolean {
  return raw !== undefined && value === undefined;
}
