/** What is wrong with a pointer though its words name something: contract docs/graphql.md §3. Judged once for all pointers with the same words. */
import type { Database } from 'better-sqlite3';
import { EXTERNAL_GROUP } from '../../../kube/external-kinds.ts';
import { FlawCode, PresenceCode } from '../../codes.ts';

/** Also notes from when on a change of the source makes an absence prove nothing: the list's own start, else the capture's. */
export function findFlaws(db: Database, capturedFrom: number | null): void {
  db.exec(KNOWN_KINDS);
  db.exec(OTHER_CASES);
  db.exec(UID_HOLDERS);
  db.exec(FLAWS);
  db.prepare(SINCE).run(capturedFrom);
}

/** A kind is known to be unknown only where all kinds were named (by discovery, or by CRDs and API services together) and it is not among them. */
const KNOWN_KINDS = `
CREATE TABLE staging.unknown_kind(kind INTEGER PRIMARY KEY);
INSERT INTO staging.unknown_kind
WITH discovery(captured) AS (SELECT EXISTS (SELECT 1 FROM outcome WHERE served = 1)),
  declared(captured) AS (SELECT count(*) = 2 FROM staging.coverage c JOIN kind k ON k.id = c.kind
    WHERE c.namespace = -1 AND c.outcome = 'ok' AND (k.api_group, k.kind) IN (
      VALUES ('apiextensions.k8s.io', 'CustomResourceDefinition'), ('apiregistration.k8s.io', 'APIService')))
SELECT k.id FROM kind k, discovery, declared
WHERE k.api_group <> '${EXTERNAL_GROUP}' AND k.served = 0 AND k.custom = 0
  AND NOT EXISTS (SELECT 1 FROM object o WHERE o.kind = k.id AND o.presence = ${PresenceCode.PRESENT})
  AND NOT EXISTS (SELECT 1 FROM alias a WHERE a.kind = k.id)
  AND k.api_group NOT IN (SELECT api_group FROM outcome WHERE resource = '*')
  AND (discovery.captured OR declared.captured AND NOT built_in(k.api_group, k.kind)
    AND k.api_group NOT IN (SELECT s.api_group FROM staging.api_service s
      WHERE s.aggregated OR s.api_group NOT IN (SELECT c.api_group FROM kind c WHERE c.custom = 1)))`;

/** Kinds that are there under another case: found once, not for each pointer, of which one object may hold many thousands. */
const OTHER_CASES = `
CREATE TABLE staging.other_case(kind INTEGER PRIMARY KEY);
INSERT INTO staging.other_case
WITH spelt(id, api_group, kind) AS MATERIALIZED (SELECT id, api_group, lower(kind) FROM kind),
  there(id, api_group, kind) AS MATERIALIZED (SELECT s.id, s.api_group, s.kind FROM spelt s JOIN kind k ON k.id = s.id
    WHERE s.id NOT IN (SELECT u.kind FROM staging.unknown_kind u) AND (k.served = 1 OR k.custom = 1 OR built_in(k.api_group, k.kind)
      OR EXISTS (SELECT 1 FROM object o WHERE o.kind = k.id AND o.presence = ${PresenceCode.PRESENT})))
SELECT DISTINCT s.id FROM spelt s JOIN there t ON t.api_group = s.api_group AND t.kind = s.kind AND t.id <> s.id`;

/** Who has the uid that the pointer says. A kubelet names its Node by name where the uid should be: that is no uid. */
const UID_HOLDERS = `
UPDATE staging.target SET uid = NULL WHERE uid = name;
UPDATE staging.target SET holder = object WHERE uid = (SELECT o.uid FROM object o WHERE o.id = target.object);
UPDATE staging.target SET holder = coalesce((SELECT u.object FROM staging.other_uid u WHERE u.uid = target.uid AND u.object = target.object),
  (SELECT min(o.id) FROM object o WHERE o.uid = target.uid))
WHERE uid IS NOT NULL AND holder IS NULL`;

const FLAWS = `
UPDATE staging.target SET flaw = (
  SELECT CASE
    WHEN t.owner_of <> 0 AND source.namespaced = 0 AND coalesce(holder.namespace <> 0, kind.namespaced = 1)
      THEN ${FlawCode.NAMESPACED_OWNER_OF_CLUSTER_SCOPED}
    WHEN holder.kind <> t.kind THEN ${FlawCode.KIND_MISMATCH}
    WHEN holder.namespace <> t.namespace THEN ${FlawCode.CROSS_NAMESPACE}
    WHEN holder.name <> t.name THEN ${FlawCode.NAME_MISMATCH}
    WHEN object.presence = ${PresenceCode.PRESENT} AND object.uid <> t.uid THEN ${FlawCode.UID_MISMATCH}
    WHEN object.presence = ${PresenceCode.PRESENT} THEN 0
    WHEN t.kind IN (SELECT c.kind FROM staging.other_case c) THEN ${FlawCode.KIND_MISMATCH}
    WHEN t.kind IN (SELECT u.kind FROM staging.unknown_kind u) THEN ${FlawCode.KIND_UNKNOWN}
    ELSE 0 END
  FROM staging.target t JOIN kind ON kind.id = t.kind JOIN object ON object.id = t.object
  LEFT JOIN kind source ON source.id = t.owner_of LEFT JOIN object holder ON holder.id = t.holder
  WHERE t.id = target.id)
WHERE holder IS NOT object AND (uid IS NOT NULL OR owner_of <> 0
  OR kind IN (SELECT k.id FROM kind k WHERE k.api_group <> '${EXTERNAL_GROUP}' AND k.served = 0))`;

const SINCE = `
UPDATE staging.target SET since = (
  SELECT coalesce((SELECT c.listed_from FROM staging.coverage c WHERE c.kind = o.kind AND c.namespace = o.namespace),
    (SELECT c.listed_from FROM staging.coverage c WHERE c.kind = o.kind AND c.namespace = -1), ?)
  FROM object o WHERE o.id = target.object AND o.presence = ${PresenceCode.MISSING})
WHERE object IN (SELECT o.id FROM object o WHERE o.presence = ${PresenceCode.MISSING})`;
