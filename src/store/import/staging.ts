/**
 * What an import holds only until references are resolved: a second file beside the new one, removed at the end.
 * A pointer's target is stored once for all pointers that share it, as far as the importer remembers it (see targets.ts).
 */
import type { Database } from 'better-sqlite3';

export function attachStaging(db: Database, path: string): void {
  db.prepare('ATTACH ? AS staging').run(path);
  db.pragma('staging.journal_mode = OFF');
  db.pragma('staging.synchronous = OFF');
  db.pragma('staging.cache_size = -32768');
  db.exec(TABLES);
}

const TABLES = `
CREATE TABLE staging.target(
  id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, namespace INTEGER NOT NULL, name TEXT NOT NULL,
  uid TEXT,                               -- as the pointer says
  owner_of INTEGER NOT NULL,              -- of metadata.ownerReferences: the source's kind; else 0
  object INTEGER, flaw INTEGER NOT NULL DEFAULT 0,
  holder INTEGER,                         -- the object that has the uid
  since INTEGER);                         -- of what is missing: sources that changed later prove nothing
CREATE TABLE staging.pointer(              -- written in the order of source, relation and ordinal
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, target INTEGER NOT NULL, flags INTEGER NOT NULL,
  path INTEGER NOT NULL, indexes TEXT, target_key TEXT, written TEXT);
CREATE TABLE staging.needed_key(           -- keys of a ConfigMap or Secret that a pointer needs
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, target INTEGER NOT NULL, key TEXT NOT NULL);
CREATE TABLE staging.missing_key(
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, key TEXT NOT NULL,
  PRIMARY KEY(source, relation, ordinal)) WITHOUT ROWID;
CREATE TABLE staging.data_key(object INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY(object, key)) WITHOUT ROWID;
CREATE TABLE staging.pattern(
  source INTEGER NOT NULL, relation INTEGER NOT NULL, kind INTEGER NOT NULL, namespace INTEGER NOT NULL, prefix TEXT NOT NULL, flags INTEGER NOT NULL,
  path INTEGER NOT NULL, indexes TEXT);
CREATE TABLE staging.selector(
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, kind INTEGER NOT NULL, namespace INTEGER NOT NULL,
  requirements TEXT NOT NULL, path INTEGER NOT NULL, indexes TEXT, PRIMARY KEY(source, relation, ordinal)) WITHOUT ROWID;
CREATE TABLE staging.selector_pair(        -- the pairs that a selector requires
  source INTEGER NOT NULL, relation INTEGER NOT NULL, ordinal INTEGER NOT NULL, pair INTEGER NOT NULL,
  PRIMARY KEY(source, relation, ordinal, pair)) WITHOUT ROWID;
CREATE TABLE staging.other_uid(uid TEXT NOT NULL, object INTEGER NOT NULL, PRIMARY KEY(uid, object)) WITHOUT ROWID;
CREATE TABLE staging.operation(object INTEGER PRIMARY KEY, operation INTEGER NOT NULL);
CREATE TABLE staging.api_service(api_group TEXT NOT NULL, aggregated INTEGER NOT NULL);
CREATE TABLE staging.removed(object INTEGER PRIMARY KEY);
CREATE TABLE staging.merged(loser INTEGER PRIMARY KEY, winner INTEGER NOT NULL);
`;

/** Tables that hang on an object: whatever goes with it when it goes. */
export const DEPENDENT_TABLES: readonly (readonly [table: string, column: string])[] = [
  ['object_json', 'id'],
  ['label', 'object'],
  ['condition', 'object'],
  ['finalizer', 'object'],
  ['container', 'pod'],
  ['event', 'object'],
  ['health', 'object'],
  ['staging.pointer', 'source'],
  ['staging.needed_key', 'source'],
  ['staging.data_key', 'object'],
  ['staging.pattern', 'source'],
  ['staging.selector', 'source'],
  ['staging.selector_pair', 'source'],
];
