import type { Database } from 'better-sqlite3';

/** Counts how many objects have each label, then keeps each selector under its rarest one: by it the selector is asked, and found. */
export function anchorSelectors(db: Database): void {
  db.exec(COUNT_PAIRS);
  db.exec(SELECTORS);
}

const COUNT_PAIRS = `
UPDATE label_pair SET objects = counted.objects FROM (SELECT pair, count(*) AS objects FROM label GROUP BY pair) AS counted
WHERE counted.pair = label_pair.id`;

const SELECTORS = `
INSERT INTO selector(source, relation, ordinal, kind, namespace, anchor, requirements, path, indexes)
SELECT s.source, s.relation, s.ordinal, s.kind, s.namespace,
  (SELECT p.id FROM staging.selector_pair r JOIN label_pair p ON p.id = r.pair
   WHERE r.source = s.source AND r.relation = s.relation AND r.ordinal = s.ordinal ORDER BY p.objects, p.id LIMIT 1),
  s.requirements, s.path, s.indexes
FROM staging.selector s ORDER BY s.source, s.relation, s.ordinal`;
