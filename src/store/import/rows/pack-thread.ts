/** The thread that makes rows from objects: it is sent pages, and sends back each with its tape, in order. It begins with the recipe of the extractor. */
import { parentPort, workerData } from 'node:worker_threads';
import { createExtractor, type ExtractorRecipe } from '../../../relations/extractor.ts';
import { createObjectPacker } from './pack-object.ts';
import { type PackedPage, unpackPage } from './packed-page.ts';
import type { TapeValue } from './tape.ts';

/** What comes back for a page: its bytes, to be written, and the rows. */
export interface PageRows extends PackedPage {
  readonly tape: readonly TapeValue[];
}

const packer = createObjectPacker(createExtractor(workerData as ExtractorRecipe));
const port = parentPort;
if (port === null) throw new Error('pack-thread runs as a worker thread only.');

port.on('message', (page: PackedPage | null) => {
  if (page === null) {
    port.close();
    return;
  }
  // Where a record stands is known to who wrote the page.
  for (const raw of unpackPage(page)) packer.add({ type: 'object', snapshot: 0, operation: 'present', raw, origin: { entry: '' } });
  const rows: PageRows = { ...page, tape: packer.take() };
  port.postMessage(rows, [page.buffer, page.ends.buffer as ArrayBuffer]);
});
