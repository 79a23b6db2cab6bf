/** Our bundle, as its entries stream by, to snapshot records: contract §2, docs/bundle.md. */
import type { InputLimits } from '../records/input-limits.ts';
import type { RecordBatch } from '../records/record.ts';
import { BundleReading } from './bundle-reading.ts';
import { CutError, type Entry, type FileEntry } from './entry.ts';
import { parsePath } from './layout.ts';
import { readChanges } from './read-changes.ts';
import { readDocument, readJsonDocument } from './read-document.ts';
import { readLogPart } from './read-log.ts';
import { readPage } from './read-page.ts';

export interface BundleInput {
  /** As messages call it: the file's name. */
  readonly name: string;
  /** The folder inside the archive that all entries lie in, with its slash; '' where there is none. */
  readonly root: string;
  readonly entries: AsyncIterable<Entry>;
  readonly limits: InputLimits;
}

/** Yields the records of one snapshot; the last is its `end`, after a cut too. Throws InputError for what cannot be read at all. */
export async function* readBundle(input: BundleInput): AsyncGenerator<RecordBatch> {
  const reading = new BundleReading(input);
  for await (const entry of input.entries) {
    if (entry.type === 'cut') reading.cutOff(entry.message);
    else if (entry.type === 'problem') reading.problems.add({ ...entry, origin: { entry: entry.path } });
    else if (entry.type === 'link') reading.refuseLink(entry.path);
    else if (!entry.path.startsWith(input.root)) reading.outsideRoot(entry.path);
    else yield* readEntry(reading, { ...entry, path: entry.path.slice(input.root.length) });
  }
  yield* reading.close();
}

/** A batch for each page; what belongs to an entry that is cut is dropped, and the entry named in a problem. */
async function* readEntry(reading: BundleReading, file: FileEntry): AsyncGenerator<RecordBatch> {
  if (!reading.isFirst(file.path)) return;
  try {
    for await (const batch of readByKind(reading, file)) yield* reading.started(batch);
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
    reading.entryCut(file.path, error.message);
  }
  yield* reading.waitingProblems();
}

function readByKind(reading: BundleReading, file: FileEntry): AsyncIterable<RecordBatch> {
  const path = parsePath(file.path);
  switch (path.holds) {
    case 'objects':
      return readPage(reading, file, path.resource);
    case 'log':
      return readLogPart(reading, file, path.log);
    case 'changes':
      return readChanges(reading, file);
    case 'document':
      return readDocument(reading, file);
    default:
      return readJsonDocument(reading, file, path.holds);
  }
}
