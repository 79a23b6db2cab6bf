import type { Database } from 'better-sqlite3';
import { PresenceCode } from '../../codes.ts';

/** Finds the object that each pointer's words name, and makes a ghost of what is not there: one row a distinct identity. */
export function resolveTargets(db: Database): void {
  db.exec(FORGET_UNUSED);
  db.exec(BY_ALIAS);
  db.exec(BY_KEY);
  db.exec(GHOSTS);
  db.exec(BY_KEY);
}

/** What only merged or deleted objects pointed at. Their rows are the only ones that can have lost a pointer. */
const FORGET_UNUSED = `
DELETE FROM staging.target WHERE EXISTS (SELECT 1 FROM staging.removed) AND id NOT IN (SELECT target FROM staging.pointer)`;

const BY_ALIAS = `
UPDATE staging.target SET object = (SELECT a.object FROM alias a WHERE a.kind = target.kind AND a.namespace = target.namespace AND a.name = target.name)
WHERE EXISTS (SELECT 1 FROM alias)`;

const BY_KEY = `
UPDATE staging.target SET object = (SELECT o.id FROM object o WHERE o.kind = target.kind AND o.namespace = target.namespace AND o.name = target.name)
WHERE object IS NULL`;

/** Their presence is settled once the outcomes are known. */
const GHOSTS = `
INSERT INTO object(kind, namespace, name, presence)
SELECT DISTINCT kind, namespace, name, ${PresenceCode.NOT_CAPTURED} FROM staging.target WHERE object IS NULL ORDER BY kind, namespace, name`;
