import type { Database } from 'better-sqlite3';
import { EXTERNAL_GROUP } from '../../../kube/external-kinds.ts';
import { PresenceCode } from '../../codes.ts';

/**
 * Tells what is missing from what was never captured: only an `ok` list of the kind, in the ghost's namespace or else in all, proves absence.
 * Contract: docs/bundle.md, outcomes.
 */
export function settleGhosts(db: Database): void {
  db.exec(COVERAGE);
  db.exec(EXTERNAL);
  db.exec(MISSING);
}

/** The view's rows, once: the most specific row is found by its key. */
const COVERAGE = `
CREATE TABLE staging.coverage(kind INTEGER NOT NULL, namespace INTEGER NOT NULL, outcome TEXT NOT NULL, listed_from INTEGER,
  PRIMARY KEY(kind, namespace)) WITHOUT ROWID;
INSERT INTO staging.coverage SELECT kind, namespace, outcome, listed_from FROM main.coverage;`;

const EXTERNAL = `
UPDATE object SET presence = ${PresenceCode.EXTERNAL}
WHERE presence = ${PresenceCode.NOT_CAPTURED} AND kind IN (SELECT id FROM kind WHERE api_group = '${EXTERNAL_GROUP}')`;

const MISSING = `
UPDATE object SET presence = ${PresenceCode.MISSING}
WHERE presence = ${PresenceCode.NOT_CAPTURED} AND coalesce(
  (SELECT c.outcome FROM staging.coverage c WHERE c.kind = object.kind AND c.namespace = object.namespace),
  (SELECT c.outcome FROM staging.coverage c WHERE c.kind = object.kind AND c.namespace = -1)) = 'ok'`;
