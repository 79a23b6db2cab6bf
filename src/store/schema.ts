/** schema/store.sql, read when first needed and cut into its sections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root.ts';

/** PRAGMA application_id of a snapshot file: "SnGr". */
export const APPLICATION_ID = 1399736178;

/** PRAGMA user_version of the files that this program writes and reads. */
export const SCHEMA_VERSION = 2;

/** Raised whenever an import of the same bytes would give other rows: the cache then imports again. */
export const IMPORTER_VERSION = 7;

export interface Schema {
  /** Pragmas and tables. */
  readonly tables: string;
  /** Indexes that resolving needs. */
  readonly keys: string;
  /** All other indexes, and the full-text search. */
  readonly indexes: string;
  readonly views: string;
}

let schema: Schema | undefined;

export function storeSchema(): Schema {
  schema ??= sectionsOf(readFileSync(join(packageRoot(), 'schema', 'store.sql'), 'utf8'));
  return schema;
}

function sectionsOf(text: string): Schema {
  const [head = '', ...parts] = text.split(/^-- section: /m);
  const sections = new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n'))]));
  const section = (name: string): string => {
    const found = sections.get(name);
    if (found === undefined)
      throw new Error(`schema/store.sql has no section "${name}": the installation is damaged; install snapgraph again.`);
    return found;
  };
  return { tables: head + section('tables'), keys: section('keys'), indexes: section('indexes'), views: section('views') };
}
