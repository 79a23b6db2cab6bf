/** Takes object records with their rows, and writes them; what cannot be kept becomes a problem that names its place. */
import type { Database } from 'better-sqlite3';
import type { ObjectRecord, Problem } from '../../records/record.ts';
import type { Ids } from './ids.ts';
import { createObjectWriter, type ObjectIdentity } from './object-writer.ts';
import { named, problemOf } from './parse-object.ts';
import type { ProblemWriter } from './problem-writer.ts';
import type { TapeReader } from './rows/tape.ts';

export interface ObjectImporter {
  /** Reads the record's rows from the tape. False where the object could not be kept. */
  write(record: ObjectRecord, tape: TapeReader): boolean;
  flushTexts(): void;
  finish(): void;
  readonly count: number;
}

export function createObjectImporter(options: {
  readonly db: Database;
  readonly ids: Ids;
  readonly problems: ProblemWriter;
}): ObjectImporter {
  const { db, ids, problems } = options;
  const writer = createObjectWriter(db, ids);
  const unknownVersions = new Set<string>();
  let count = 0;

  /** One problem a version, not one an object. */
  const noteUnknownVersion = (record: ObjectRecord, { apiVersion, kind, name, namespace }: ObjectIdentity): void => {
    const version = `${apiVersion} ${kind}`;
    if (unknownVersions.has(version)) return;
    unknownVersions.add(version);
    const message = `${version} is a version without a known conversion: its objects are kept, of their references only those in metadata (owners, labels) are read.`;
    problems.write({ ...problemOf(record, 'warning', 'UNKNOWN_VERSION', message), object: named({ apiVersion, kind, name, namespace }) });
  };

  return {
    write(record, tape) {
      const problem = readProblem(record, tape);
      const isKept = tape.number() === 1;
      if (!isKept) {
        if (problem !== null) problems.write(problem);
        return false;
      }
      const identity = { apiVersion: tape.text(), kind: tape.text(), name: tape.text(), namespace: tape.text() };
      if (problem !== null) problems.write({ ...problem, object: named(identity) });
      const { form, extractionError } = writer.write(record, identity, tape);
      if (form === 'unknown_version') noteUnknownVersion(record, identity);
      if (extractionError !== null) {
        const message = `The object is kept, its references could not be read: ${extractionError.slice(0, 200)}`;
        problems.write({ ...problemOf(record, 'warning', 'REFERENCES_UNREADABLE', message), object: named(identity) });
      }
      count++;
      return true;
    },
    flushTexts: () => writer.flushTexts(),
    finish: () => writer.finish(),
    get count() {
      return count;
    },
  };
}

function readProblem(record: ObjectRecord, tape: TapeReader): Problem | null {
  const code = tape.textOrNull();
  return code === null ? null : problemOf(record, tape.text() as Problem['severity'], code, tape.text());
}
