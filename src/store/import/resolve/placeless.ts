import type { Database } from 'better-sqlite3';

/**
 * A pointer from a cluster-scoped object to a kind that lies in namespaces, which says neither namespace nor uid, names nothing: it goes,
 * and no ghost is made of it, for that would be called missing. Owners are judged by their flaw. A namespaced object without a namespace is a loose one, and may name its like.
 */
export function forgetPlaceless(db: Database): void {
  if (db.prepare(`SELECT 1 FROM staging.target WHERE ${PLACELESS} LIMIT 1`).get() === undefined) return;
  for (const table of ['pointer', 'needed_key'])
    db.exec(`DELETE FROM staging.${table} WHERE target IN (${TARGETS}) AND source IN (${SOURCES})`);
  db.exec(`DELETE FROM staging.target WHERE ${PLACELESS} AND id NOT IN (SELECT target FROM staging.pointer)`);
}

const PLACELESS = 'namespace = 0 AND owner_of = 0 AND uid IS NULL AND kind IN (SELECT id FROM kind WHERE namespaced = 1)';
const TARGETS = `SELECT id FROM staging.target WHERE ${PLACELESS}`;
const SOURCES = 'SELECT id FROM object WHERE kind IN (SELECT id FROM kind WHERE namespaced = 0)';
