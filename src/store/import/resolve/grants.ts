/**
 * References into another namespace that no ReferenceGrant there permits. Judged only where the grants of the target's namespace were
 * listed `ok`, and the source did not change after that: whoever has not seen all grants cannot say that there is none.
 */
import type { Database } from 'better-sqlite3';
import { grantedRelations } from '../../../relations/granted-relations.ts';
import { referenceGrant } from '../../../relations/rules/gateway-kinds.ts';
import { CLUSTER_SCOPE, FlawCode, PresenceCode } from '../../codes.ts';

/** After the references and the coverage. Of a snapshot without grants that were listed it reads next to nothing. */
export function judgeGrants(db: Database, capturedFrom: number | null): void {
  const kind = db
    .prepare<[string, string], number>('SELECT id FROM kind WHERE api_group = ? AND kind = ?')
    .pluck()
    .get(referenceGrant.group, referenceGrant.kind);
  if (kind === undefined) return;
  if (db.prepare("SELECT 1 FROM staging.coverage WHERE kind = ? AND outcome = 'ok' LIMIT 1").get(kind) === undefined) return;
  db.exec(TABLES);
  db.prepare(FROM).run(kind);
  db.prepare(TO).run(kind);
  const relation = db.prepare(GRANTED);
  for (const { relation: name, from } of grantedRelations) {
    for (const source of from) relation.run({ name, group: source.group, kind: source.kind });
  }
  db.prepare(JUDGE).run({ grants: kind, capturedFrom });
}

const TABLES = `
CREATE TABLE staging.grant_from(id INTEGER NOT NULL, namespace INTEGER NOT NULL, api_group TEXT NOT NULL, kind TEXT NOT NULL, source_namespace TEXT NOT NULL);
CREATE INDEX staging.grant_from_key ON grant_from(namespace, kind, source_namespace);
CREATE TABLE staging.grant_to(id INTEGER NOT NULL, api_group TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL);
CREATE INDEX staging.grant_to_key ON grant_to(id, kind, name);
CREATE TABLE staging.granted_relation(relation INTEGER NOT NULL, kind INTEGER NOT NULL);`;

/** Each item of a list in the grants; what nests too deep for SQLite says nothing, and nothing else is no text. */
const items = (list: string) => `
FROM object g JOIN object_json j ON j.id = g.id
  CROSS JOIN json_each(CASE WHEN json_valid(j.json) THEN j.json ELSE '{}' END, '$.spec.${list}') item
WHERE g.kind = ? AND g.presence = ${PresenceCode.PRESENT} AND item.type = 'object'`;

const FROM = `
INSERT INTO staging.grant_from
SELECT g.id, g.namespace, coalesce(item.value ->> '$.group', ''), coalesce(item.value ->> '$.kind', ''), coalesce(item.value ->> '$.namespace', '')
${items('from')}`;

const TO = `
INSERT INTO staging.grant_to
SELECT g.id, coalesce(item.value ->> '$.group', ''), coalesce(item.value ->> '$.kind', ''), coalesce(item.value ->> '$.name', '')
${items('to')}`;

const GRANTED = `
INSERT INTO staging.granted_relation
SELECT r.id, k.id FROM relation r, kind k WHERE r.name = $name AND k.api_group = $group AND k.kind = $kind`;

const JUDGE = `
UPDATE reference SET flaw = ${FlawCode.NOT_PERMITTED}
WHERE (source, relation, ordinal) IN (
  SELECT r.source, r.relation, r.ordinal
  FROM staging.granted_relation g
  CROSS JOIN object s ON s.kind = g.kind AND s.presence = ${PresenceCode.PRESENT}
  CROSS JOIN reference r ON r.source = s.id AND r.relation = g.relation
  CROSS JOIN object t ON t.id = r.target
  CROSS JOIN kind source ON source.id = s.kind
  CROSS JOIN namespace home ON home.id = s.namespace
  CROSS JOIN kind target ON target.id = t.kind
  WHERE r.flaw IN (0, ${FlawCode.KEY_MISSING}) AND t.namespace NOT IN (${CLUSTER_SCOPE}, s.namespace)
    AND coalesce((SELECT c.outcome FROM staging.coverage c WHERE c.kind = $grants AND c.namespace = t.namespace),
      (SELECT c.outcome FROM staging.coverage c WHERE c.kind = $grants AND c.namespace = -1)) = 'ok'
    AND coalesce(s.changed <= coalesce((SELECT c.listed_from FROM staging.coverage c WHERE c.kind = $grants AND c.namespace = t.namespace),
      (SELECT c.listed_from FROM staging.coverage c WHERE c.kind = $grants AND c.namespace = -1), $capturedFrom), 1)
    AND NOT EXISTS (SELECT 1 FROM staging.grant_from f JOIN staging.grant_to o ON o.id = f.id
      WHERE f.namespace = t.namespace AND f.kind = source.kind AND f.source_namespace = home.name AND f.api_group = source.api_group
        AND o.kind = target.kind AND o.name IN ('', t.name) AND o.api_group = target.api_group))`;
