import type { Database } from 'better-sqlite3';
import type { JsonObject } from '../../records/record.ts';
import type { RelationRule } from '../../relations/rule.ts';
import { readStoredRules } from '../../relations/user-rules/read-stored-rules.ts';
import type { SnapshotInfo } from '../reader.ts';
import { damaged, openDatabase } from './open-database.ts';

/** What the catalogue of a store says of one file. */
export interface SnapshotFile {
  readonly path: string;
  readonly info: SnapshotInfo;
  /** What was skipped or damaged, counted. */
  readonly problems: number;
}

/** The snapshot row of a file, which is opened and closed again. Throws as openDatabase does. */
export function readSnapshotFile(path: string): SnapshotFile {
  const db = openDatabase(path);
  try {
    const problems = db.prepare<[], number>('SELECT problems FROM snapshot').pluck().get() ?? 0;
    return { path, info: snapshotInfo(db, path), problems };
  } finally {
    db.close();
  }
}

export function snapshotInfo(db: Database, path: string): SnapshotInfo {
  const row = db.prepare<[], SnapshotRow>('SELECT * FROM snapshot').get();
  if (row === undefined) throw damaged(path, new Error('it has no snapshot row'));
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    tool: row.tool,
    cluster: parsed(row.cluster),
    context: row.context,
    user: row.user,
    serverVersion: parsed(row.server_version),
    capturedFrom: row.captured_from,
    capturedTo: row.captured_to,
    timeSource: row.time_source,
    finished: row.finished === 1,
    reason: row.reason,
    options: parsed(row.options),
    redaction: parsed(row.redaction),
    contentHash: row.content_hash,
    userRules: row.user_rules === null || row.user_rules === undefined ? NO_RULES : readStoredRules(JSON.parse(row.user_rules)),
    objects: row.objects,
    references: row.pointers,
    logs: row.logs,
    documents: row.documents,
  };
}

interface SnapshotRow {
  readonly id: string;
  readonly name: string;
  readonly format: string;
  readonly tool: string | null;
  readonly cluster: string | null;
  readonly context: string | null;
  readonly user: string | null;
  readonly server_version: string | null;
  readonly captured_from: number | null;
  readonly captured_to: number | null;
  readonly time_source: 'CAPTURE' | 'INFERRED';
  readonly finished: number;
  readonly reason: string | null;
  readonly options: string | null;
  readonly redaction: string | null;
  readonly content_hash: string;
  /** Files of earlier versions have no such column. */
  readonly user_rules?: string | null;
  readonly objects: number;
  readonly pointers: number;
  readonly logs: number;
  readonly documents: number;
}

/** One list for all that have none: what is derived from the rules is remembered by it. */
const NO_RULES: readonly RelationRule[] = [];

function parsed(json: string | null): JsonObject | null {
  return json === null ? null : (JSON.parse(json) as JsonObject);
}
