/** Objects that two kinds serve under one uid become one; the other key stays as an alias. */
import type { Database } from 'better-sqlite3';
import { builtInKind } from '../../../kube/built-in-kinds.ts';
import type { ProblemWriter } from '../problem-writer.ts';
import { removeLosers } from './duplicates.ts';

/** The built-in kind wins, then the first group by name. Equal uids under different names are no such pair: both stay, with a problem. */
export function mergeUids(db: Database, problems: ProblemWriter): void {
  db.function('built_in', { deterministic: true }, (group, kind) =>
    Number(builtInKind({ group: String(group), kind: String(kind) }) !== undefined),
  );
  db.exec('DELETE FROM staging.merged');
  db.exec(FIND_ALIASES);
  db.exec(KEEP_ALIASES);
  removeLosers(db);
  // Not one by one: problems are rows as well, and the connection can write none while it reads.
  for (const { uid, objects, names } of db.prepare<[], { uid: string; objects: number; names: string }>(SHARED_UIDS).all()) {
    problems.write({
      type: 'problem',
      snapshot: 0,
      severity: 'warning',
      code: 'SHARED_UID',
      message: `One uid, ${uid.slice(0, 100)}, stands on ${objects} objects: ${names}${objects > MOST_NAMED ? ', …' : ''}.`,
    });
  }
}

const SHARED = 'SELECT uid FROM object WHERE uid IS NOT NULL GROUP BY uid HAVING count(*) > 1';

const FIND_ALIASES = `
INSERT INTO staging.merged
SELECT id, winner FROM (
  SELECT o.id, first_value(o.id) OVER (PARTITION BY o.uid, o.namespace, o.name ORDER BY built_in(k.api_group, k.kind) DESC, k.api_group, k.kind) AS winner
  FROM (${SHARED}) s CROSS JOIN object o ON o.uid = s.uid JOIN kind k ON k.id = o.kind)
WHERE id <> winner`;

const KEEP_ALIASES = `
INSERT INTO alias(kind, namespace, name, object)
SELECT o.kind, o.namespace, o.name, m.winner FROM staging.merged m JOIN object o ON o.id = m.loser`;

/** Named in a problem: a damaged capture may have one uid on everything. */
const MOST_NAMED = 10;

const SHARED_UIDS = `
SELECT s.uid, (SELECT count(*) FROM object o WHERE o.uid = s.uid) AS objects, (
  SELECT group_concat(k.kind || ' ' || o.name, ', ')
  FROM (SELECT kind, name FROM object WHERE uid = s.uid ORDER BY id LIMIT ${MOST_NAMED}) o JOIN kind k ON k.id = o.kind) AS names
FROM (${SHARED}) s`;
