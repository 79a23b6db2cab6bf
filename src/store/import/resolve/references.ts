import type { Database } from 'better-sqlite3';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { FlawCode, PresenceCode } from '../../codes.ts';

/** From staged pointers to references. They were staged in the order of the key, so that rows are only ever appended. */
export function resolveReferences(db: Database): void {
  db.exec(MISSING_KEYS);
  db.exec(REFERENCES);
  db.exec(BY_PATTERN);
}

/** The first key, in the pointer's order, that a captured ConfigMap or Secret does not hold. */
const MISSING_KEYS = `
INSERT OR IGNORE INTO staging.missing_key
SELECT n.source, n.relation, n.ordinal, n.key FROM staging.needed_key n JOIN staging.target t ON t.id = n.target JOIN object o ON o.id = t.object
WHERE o.presence = ${PresenceCode.PRESENT} AND NOT EXISTS (SELECT 1 FROM staging.data_key d WHERE d.object = o.id AND d.key = n.key)
ORDER BY n.rowid`;

/**
 * Raced: the source changed strictly later than the target's kind was listed. Times of objects are whole seconds, cut off: a change
 * in the second of the list may have come before or after it, and is not called later.
 */
const REFERENCES = `
INSERT INTO reference(source, relation, ordinal, target, flaw, flags, path, indexes, target_key, written)
SELECT p.source, p.relation, p.ordinal, t.object,
  CASE WHEN t.flaw <> 0 THEN t.flaw WHEN m.key IS NOT NULL THEN ${FlawCode.KEY_MISSING} ELSE 0 END,
  p.flags | CASE WHEN t.since IS NOT NULL AND (SELECT s.changed FROM object s WHERE s.id = p.source) > t.since THEN ${ReferenceFlag.raced} ELSE 0 END,
  p.path, p.indexes, coalesce(m.key, p.target_key), p.written
FROM staging.pointer p CROSS JOIN staging.target t ON t.id = p.target
LEFT JOIN staging.missing_key m ON m.source = p.source AND m.relation = p.relation AND m.ordinal = p.ordinal
ORDER BY p.rowid`;

/** Objects whose name is the prefix, a hyphen and digits, but for those that a reference of the relation names already. */
const BY_PATTERN = `
INSERT INTO reference(source, relation, ordinal, target, flags, path, indexes, written)
SELECT p.source, p.relation,
  (SELECT coalesce(max(r.ordinal) + 1, 0) FROM reference r WHERE r.source = p.source AND r.relation = p.relation)
    + row_number() OVER (PARTITION BY p.source, p.relation ORDER BY p.path, length(o.name), o.name) - 1,
  o.id, p.flags, p.path, p.indexes, json_quote(p.prefix)
FROM (SELECT * FROM staging.pattern GROUP BY source, relation, kind, namespace, prefix) p
CROSS JOIN object o ON o.kind = p.kind AND o.namespace = p.namespace AND o.name > p.prefix || '-' AND o.name < p.prefix || '.'
WHERE o.presence = ${PresenceCode.PRESENT} AND substr(o.name, length(p.prefix) + 2) NOT GLOB '*[^0-9]*'
  AND NOT EXISTS (SELECT 1 FROM reference r WHERE r.source = p.source AND r.relation = p.relation AND r.target = o.id)`;
