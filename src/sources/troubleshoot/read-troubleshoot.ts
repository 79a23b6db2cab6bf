/** A troubleshoot.sh support bundle, of any age, to snapshot records: docs/sources.md. */
import { CutError, type Entry, type FileEntry } from '../../bundle/entry.ts';
import type { RecordBatch } from '../../records/record.ts';
import type { LayoutInput } from '../layout.ts';
import { parsePath } from './paths.ts';
import { readDocumentFile, readJsonFile } from './read-files.ts';
import { readJoinedLog, readLog, readLogError, readWaitingLogs } from './read-logs.ts';
import { readCustomResources, readHeldCopies, readObjectFile } from './read-object-files.ts';
import { TroubleshootReading } from './troubleshoot-reading.ts';

export async function* readTroubleshoot(input: LayoutInput): AsyncGenerator<RecordBatch> {
  const reading = new TroubleshootReading(input);
  yield [reading.start()];
  for await (const entry of input.capture.entries({ keep: false })) {
    if (entry.type === 'cut') reading.cutOff(entry.message);
    else if (entry.type === 'problem') {
      reading.problems.add({ ...entry, origin: { entry: entry.path } });
      reading.unread(below(entry, input.root).path);
    } else if (entry.path.startsWith(input.root)) yield* readEntry(reading, below(entry, input.root));
    else reading.skipped('ENTRY_OUTSIDE_ROOT', entry.path, `it does not lie in the bundle's folder ${input.root}`);
  }
  yield* readHeldCopies(reading, { all: true });
  yield* readWaitingLogs(reading);
  yield reading.close();
}

function below<Given extends Entry & { readonly path: string }>(entry: Given, root: string): Given {
  return entry.type === 'link' && entry.target.startsWith(root)
    ? { ...entry, path: entry.path.slice(root.length), target: entry.target.slice(root.length) }
    : { ...entry, path: entry.path.slice(root.length) };
}

async function* readEntry(reading: TroubleshootReading, entry: Entry): AsyncGenerator<RecordBatch> {
  if (entry.type === 'link') reading.link(entry.path, entry.target);
  if (entry.type !== 'file' || !reading.isFirst(entry.path)) return;
  try {
    yield* readByKind(reading, entry);
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
    reading.entryCut(entry.path, error.message);
  }
  yield* readHeldCopies(reading, { all: false });
  const problems = reading.problems.take();
  if (problems.length > 0) yield problems;
}

function readByKind(reading: TroubleshootReading, file: FileEntry): AsyncIterable<RecordBatch> {
  const path = parsePath(file.path);
  switch (path.holds) {
    case 'objects':
      return readObjectFile(reading, file, path);
    case 'customResources':
      return readCustomResources(reading, file, path);
    case 'log':
      return readLog(reading, file, path);
    case 'joinedLog':
      return readJoinedLog(reading, file, path);
    case 'logError':
      return readLogError(reading, file, path);
    case 'document':
      return readDocumentFile(reading, file);
    default:
      return readJsonFile(reading, file, path);
  }
}
