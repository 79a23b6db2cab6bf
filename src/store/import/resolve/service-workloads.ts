/**
 * From Services to the workloads whose templates make pods that their selectors select. Each row is a reference like any other, so that it is
 * found from both ends; the labels of a template are read once, from what the workload says, and are nobody's labels otherwise.
 */
import type { Database } from 'better-sqlite3';
import { SERVICE_WORKLOAD } from '../../../relations/coded/service-workloads.ts';
import { podSpecs, workloadKinds } from '../../../relations/kinds.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { PresenceCode } from '../../codes.ts';

/** After the references, which say who is controlled, and the selectors. */
export function joinServiceWorkloads(db: Database): void {
  const relation = db.prepare<[string], number>('SELECT id FROM relation WHERE name = ?').pluck();
  const [selects, joins] = [relation.get('service-pod'), relation.get(SERVICE_WORKLOAD)];
  if (selects === undefined || joins === undefined) return;
  db.exec(TEMPLATE_LABELS);
  for (const { kind, path } of podSpecs) {
    if (!workloadKinds.includes(kind)) continue;
    db.prepare(READ_TEMPLATES).run({
      group: kind.group,
      kind: kind.kind,
      labels: `$.${path.replace(/spec$/, 'metadata.labels')}`,
      selects,
    });
  }
  db.prepare(JOIN).run({ selects, joins });
}

const TEMPLATE_LABELS = `
CREATE TABLE staging.template_label(namespace INTEGER NOT NULL, pair INTEGER NOT NULL, object INTEGER NOT NULL,
  PRIMARY KEY(namespace, pair, object)) WITHOUT ROWID;`;

/** Only where a Service could ask. What nests too deep for SQLite has no labels. */
const READ_TEMPLATES = `
INSERT OR IGNORE INTO staging.template_label
SELECT o.namespace, p.id, o.id
FROM kind k CROSS JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT} CROSS JOIN object_json j ON j.id = o.id
  CROSS JOIN json_each(CASE WHEN json_valid(j.json) THEN j.json ELSE '{}' END, $labels) label
  CROSS JOIN label_pair p ON p.key = label.key AND p.value = label.value
WHERE k.api_group = $group AND k.kind = $kind AND label.type = 'text'
  AND o.namespace IN (SELECT s.namespace FROM selector s WHERE s.relation = $selects)
  AND NOT EXISTS (SELECT 1 FROM reference r WHERE r.source = o.id AND r.flags & ${ReferenceFlag.controller}
    AND r.relation = (SELECT x.id FROM relation x WHERE x.name = 'owner'))`;

/** A Service's selector is a map: it requires pairs and nothing else. */
const JOIN = `
INSERT INTO reference(source, relation, ordinal, target, path, indexes, written)
SELECT s.source, $joins, row_number() OVER (PARTITION BY s.source ORDER BY t.object) - 1, t.object, s.path, s.indexes,
  (SELECT json_extract(j.json, '$.spec.selector') FROM object_json j WHERE j.id = s.source AND json_valid(j.json))
FROM selector s CROSS JOIN staging.template_label t ON t.namespace = s.namespace AND t.pair = s.anchor
WHERE s.relation = $selects AND NOT EXISTS (
  SELECT 1 FROM staging.selector_pair r WHERE r.source = s.source AND r.relation = s.relation AND r.ordinal = s.ordinal
    AND NOT EXISTS (SELECT 1 FROM staging.template_label o WHERE o.namespace = t.namespace AND o.pair = r.pair AND o.object = t.object))`;
