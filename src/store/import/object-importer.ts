/** Takes object records: checks each, makes its rows and writes them; what cannot be kept becomes a problem that names its place. */
import type { Database } from 'better-sqlite3';
import type { ObjectRecord } from '../../records/record.ts';
import type { Extractor } from '../../relations/extractor.ts';
import type { Ids } from './ids.ts';
import { objectRows } from './object-rows.ts';
import { createObjectWriter } from './object-writer.ts';
import { named, type ParsedObject, parseObject, problemOf } from './parse-object.ts';
import type { ProblemWriter } from './problem-writer.ts';

export interface ObjectImporter {
  write(record: ObjectRecord): void;
  flushTexts(): void;
  finish(): void;
  readonly count: number;
}

export function createObjectImporter(options: {
  readonly db: Database;
  readonly ids: Ids;
  readonly extractor: Extractor;
  readonly problems: ProblemWriter;
}): ObjectImporter {
  const { db, ids, extractor, problems } = options;
  const writer = createObjectWriter(db, ids);
  const unknownVersions = new Set<string>();
  let count = 0;

  /** One problem a version, not one an object. */
  const noteUnknownVersion = (record: ObjectRecord, parsed: ParsedObject): void => {
    const version = `${parsed.apiVersion} ${parsed.kind}`;
    if (unknownVersions.has(version)) return;
    unknownVersions.add(version);
    const message = `${parsed.apiVersion} ${parsed.kind} is a version without a known conversion: its objects are kept, of their references only those in metadata (owners, labels) are read.`;
    problems.write({ ...problemOf(record, 'warning', 'UNKNOWN_VERSION', message), object: named(parsed) });
  };

  return {
    write(record) {
      const { parsed, problem } = parseObject(record);
      if (problem !== undefined) problems.write(problem);
      if (parsed === undefined) return;
      const rows = objectRows(parsed, extractor);
      if (rows.form === 'unknown_version') noteUnknownVersion(record, parsed);
      if (rows.extractionError !== null) {
        const message = `The object is kept, its references could not be read: ${rows.extractionError.slice(0, 200)}`;
        problems.write({ ...problemOf(record, 'warning', 'REFERENCES_UNREADABLE', message), object: named(parsed) });
      }
      writer.write(record, parsed, rows);
      count++;
    },
    flushTexts: () => writer.flushTexts(),
    finish: () => writer.finish(),
    get count() {
      return count;
    },
  };
}
