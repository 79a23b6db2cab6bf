/** The sink that imports: one new snapshot file for each snapshot of the source, seen under its name only once it is whole. */
import { mkdirSync, renameSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InputError } from '../records/input-error.ts';
import type { Sink } from '../records/pipe.ts';
import type { ObjectRecord, RecordBatch, SnapshotRecord } from '../records/record.ts';
import type { Extractor } from '../relations/extractor.ts';
import { createObjectStream } from './import/rows/object-stream.ts';
import { createSnapshotImport, type ImportCounts, type SnapshotImport } from './import/snapshot-import.ts';
import { removeStaleFiles, temporaryPath } from './import/temporary-files.ts';
import { readSnapshotFile, type SnapshotFile } from './read/snapshot-info.ts';

export interface ImportResult {
  /** In the order in which they came. */
  readonly snapshots: readonly SnapshotFile[];
}

export interface ImportProgress extends ImportCounts {
  /** streaming: rows are written · resolving: records are over, the graph is made. */
  readonly stage: 'streaming' | 'resolving';
  /** The entry under way. */
  readonly entry: string | null;
}

export interface ImportSinkOptions {
  /** Snapshots become `<id>.db` in this folder. */
  readonly folder?: string;
  /** Or the one snapshot becomes this file; a source with several is then refused. */
  readonly file?: string;
  /** Hex SHA-256 of what is read: its first 12 digits are the snapshot's id. */
  readonly contentHash: string;
  /** In place of those digits. */
  readonly id?: string;
  readonly extractor: Extractor;
  /** Of a snapshot that does not name itself. */
  readonly name?: string;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** A source that mixes more clusters than this at once is none that we know. */
const MOST_SNAPSHOTS = 64;

/**
 * Rejects in finish() where the source yielded nothing at all (InputError NO_OBJECTS). After an abort, or a kill at any time, no file
 * lies under a final name; temporary files of processes that are gone are removed by the next import into the folder.
 */
export function importSink(options: ImportSinkOptions): Sink<ImportResult> {
  const { contentHash, extractor, onProgress } = options;
  const folder = folderOf(options);
  mkdirSync(folder, { recursive: true });
  removeStaleFiles(folder);
  const imports = new Map<
    number,
    { readonly path: string; readonly temporary: string; readonly id: string; readonly writer: SnapshotImport }
  >();

  const importOf = ({ snapshot }: SnapshotRecord): SnapshotImport => {
    const known = imports.get(snapshot);
    if (known !== undefined) return known.writer;
    if (imports.size > 0 && options.file !== undefined) throw severalClusters(options.file);
    if (imports.size >= MOST_SNAPSHOTS)
      throw new InputError('SEVERAL_CLUSTERS', `The input holds more than ${MOST_SNAPSHOTS} clusters; split it.`);
    const number = imports.size + 1;
    const id = (options.id ?? contentHash.slice(0, 12)) + (number === 1 ? '' : `-${number}`);
    const path = options.file === undefined ? join(folder, `${id}.db`) : resolve(options.file);
    const temporary = temporaryPath(folder, basename(path));
    const writer = createSnapshotImport({ path: temporary, extractor });
    imports.set(snapshot, { path, temporary, id, writer });
    return writer;
  };

  const objects = createObjectStream({
    extractor,
    write(page, tape) {
      const [first] = page;
      if (first !== undefined) importOf(first).writeObjects(page, tape);
    },
  });

  /** Rows are written in the order of the records, whatever their type. */
  const write = async (batch: RecordBatch): Promise<void> => {
    let run: ObjectRecord[] = [];
    for (const record of batch) {
      if (record.type === 'object') {
        run.push(record);
        continue;
      }
      await objects.add(run);
      await objects.drain();
      run = [];
      importOf(record).write(record);
    }
    await objects.add(run);
  };

  const report = (stage: ImportProgress['stage'], entry: string | null): void => {
    if (onProgress === undefined) return;
    const counts = { objects: 0, logs: 0, documents: 0, problems: 0 };
    for (const { writer } of imports.values()) {
      for (const key of COUNTED) counts[key] += writer.counts[key];
    }
    onProgress({ ...counts, stage, entry });
  };

  const finish = async (): Promise<ImportResult> => {
    await objects.close();
    report('resolving', null);
    if (![...imports.values()].some(({ writer }) => holdsAnything(writer.counts))) throw nothingFound([...imports.values()]);
    const name = options.name ?? 'snapshot';
    for (const { id, writer } of imports.values()) writer.finish({ id, name, contentHash });
    const snapshots = [...imports.values()].map(({ path, temporary }) => {
      renameSync(temporary, path);
      return readSnapshotFile(path);
    });
    return { snapshots };
  };

  return {
    async write(batch) {
      await write(batch);
      const last = batch.at(-1);
      report('streaming', last !== undefined && 'origin' in last ? (last.origin?.entry ?? null) : null);
    },
    finish,
    async abort() {
      await objects.abort();
      for (const { writer } of imports.values()) writer.abort();
    },
  };
}

const COUNTED = ['objects', 'logs', 'documents', 'problems'] as const;

function folderOf({ folder, file }: ImportSinkOptions): string {
  if (folder !== undefined) return resolve(folder);
  if (file !== undefined) return dirname(resolve(file));
  throw new Error('importSink needs a folder or a file.');
}

function holdsAnything({ objects, logs, documents }: ImportCounts): boolean {
  return objects + logs + documents > 0;
}

function severalClusters(file: string): InputError {
  return new InputError(
    'SEVERAL_CLUSTERS',
    `The input holds several clusters, and ${file} can hold one: import it with --store FOLDER instead.`,
  );
}

function nothingFound(imports: readonly { readonly writer: SnapshotImport }[]): InputError {
  const problems = imports.reduce((sum, { writer }) => sum + writer.counts.problems, 0);
  const why = problems === 0 ? '' : ` ${problems} ${problems === 1 ? 'entry was' : 'entries were'} skipped as damaged.`;
  return new InputError('NO_OBJECTS', `The input holds no object, log or document that could be read.${why} Is it a Kubernetes capture?`);
}
