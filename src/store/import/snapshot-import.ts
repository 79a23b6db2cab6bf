/** The import of one snapshot into one new file. Rows are written as records come; what needs them all is done at the end, in SQL. */
import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { ObjectRecord, SnapshotEnd, SnapshotRecord, SnapshotStart } from '../../records/record.ts';
import type { Extractor } from '../../relations/extractor.ts';
import { openSqlite } from '../open-sqlite.ts';
import { storeSchema } from '../schema.ts';
import { createDocumentWriter } from './document-writer.ts';
import { createIds } from './ids.ts';
import { createLogWriter } from './log-writer.ts';
import { createObjectImporter, type ObjectImporter } from './object-importer.ts';
import { createOutcomeWriter } from './outcome-writer.ts';
import { createProblemWriter } from './problem-writer.ts';
import { finishSnapshot } from './resolve/finish-snapshot.ts';
import type { TapeReader } from './rows/tape.ts';
import type { SnapshotIdentity } from './snapshot-identity.ts';
import { attachStaging } from './staging.ts';

export interface SnapshotImport {
  write(record: Exclude<SnapshotRecord, ObjectRecord>): void;
  /** Objects with their rows, which pack-object.ts made; the memory of both may be used again afterwards. */
  writeObjects(page: readonly ObjectRecord[], tape: TapeReader): void;
  readonly counts: ImportCounts;
  /** Resolves, indexes and closes the file, which is then whole; still under its temporary name. */
  finish(identity: SnapshotIdentity): void;
  abort(): void;
}

export interface ImportCounts {
  readonly objects: number;
  readonly logs: number;
  readonly documents: number;
  readonly problems: number;
}

export function createSnapshotImport(options: { readonly path: string; readonly extractor: Extractor }): SnapshotImport {
  const { path, extractor } = options;
  const staging = `${path}-staging`;
  const db = openForImport(path, staging);
  const ids = createIds(db, extractor);
  const problems = createProblemWriter(db);
  const objects: ObjectImporter = createObjectImporter({ db, ids, problems });
  const outcomes = createOutcomeWriter(db, ids);
  const logs = createLogWriter(db);
  const documents = createDocumentWriter(db);
  let start: SnapshotStart | undefined;
  let end: SnapshotEnd | undefined;
  let logRecords = 0;
  let documentRecords = 0;

  const write: SnapshotImport['write'] = (record) => {
    switch (record.type) {
      case 'resource':
        outcomes.write(record);
        break;
      case 'log':
        logRecords++;
        if (!logs.write(record)) problems.write(logSeenTwice(record));
        break;
      case 'document':
        documentRecords++;
        if (!documents.write(record)) problems.write(documentSeenTwice(record));
        break;
      case 'problem':
        problems.write(record);
        break;
      case 'snapshot':
        start = record;
        break;
      case 'end':
        end = record;
        break;
      case 'sync':
        break;
    }
  };

  return {
    write,
    writeObjects(page, tape) {
      for (const record of page) {
        const isKept = objects.write(record, tape);
        if (!isKept && record.resource !== undefined) outcomes.lost(record.resource);
      }
      objects.flushTexts();
    },
    get counts() {
      return { objects: objects.count, logs: logRecords, documents: documentRecords, problems: problems.count };
    },
    finish(identity) {
      db.pragma(`cache_size = -${RESOLVING_KIB}`);
      objects.finish();
      outcomes.finish();
      logs.finish();
      finishSnapshot({ db, identity, start, end, extractor, problems });
      db.exec('COMMIT; DETACH staging');
      db.close();
      rmSync(staging, { force: true });
    },
    abort() {
      if (db.open) db.close();
      rmSync(staging, { force: true });
      rmSync(path, { force: true });
    },
  };
}

/** Rows are put behind one another: pages that are full are not looked at again. */
const WRITING_KIB = 24 * 1024;
/** Indexes are sorted in it, and by then the threads that read objects have ended. */
const RESOLVING_KIB = 64 * 1024;

/** No journal and no waiting for the disk: a file is seen under its own name only once it is whole. */
function openForImport(path: string, staging: string): Database {
  const db = openSqlite(path);
  try {
    db.pragma('page_size = 32768');
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma(`cache_size = -${WRITING_KIB}`);
    db.exec(storeSchema().tables);
    db.exec(storeSchema().views);
    attachStaging(db, staging);
    db.exec('BEGIN');
    return db;
  } catch (error) {
    db.close();
    rmSync(staging, { force: true });
    rmSync(path, { force: true });
    throw error;
  }
}

function documentSeenTwice(record: Extract<SnapshotRecord, { type: 'document' }>): Extract<SnapshotRecord, { type: 'problem' }> {
  const { snapshot, name, origin } = record;
  const message = `The document ${name} came twice; the first one is kept.`;
  return { type: 'problem', snapshot, severity: 'info', code: 'DUPLICATE_DOCUMENT', message, origin };
}

function logSeenTwice(record: Extract<SnapshotRecord, { type: 'log' }>): Extract<SnapshotRecord, { type: 'problem' }> {
  const { snapshot, namespace, pod, container, previous, origin } = record;
  const name = `${namespace}/${pod}/${container}${previous ? ' (previous)' : ''}`;
  const message = `The log of ${name} came twice; the first one is kept.`;
  return { type: 'problem', snapshot, severity: 'info', code: 'DUPLICATE_LOG', message, origin };
}
