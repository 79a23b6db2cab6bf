/**
 * What a Lease says of its holder is a host name: of a Pod, or on the host's network of a Node. Where a Node has it and no Pod, the pointer is
 * one to the Node.
 */
import type { Database } from 'better-sqlite3';
import type { KindKey } from '../../../kube/kind.ts';
import { LEASE_HOLDER, LEASE_HOLDER_NODE } from '../../../relations/coded/lease-nodes.ts';
import { node, pod } from '../../../relations/kinds.ts';
import { PresenceCode } from '../../codes.ts';

/** Before targets are looked up. */
export function turnLeasesToNodes(db: Database): void {
  const relation = db.prepare<[string], number>('SELECT id FROM relation WHERE name = ?').pluck();
  const kind = db.prepare<[string, string], number>('SELECT id FROM kind WHERE api_group = ? AND kind = ?').pluck();
  const idOf = ({ group, kind: name }: KindKey): number | undefined => kind.get(group, name);
  const [from, to, pods, nodes] = [relation.get(LEASE_HOLDER), relation.get(LEASE_HOLDER_NODE), idOf(pod), idOf(node)];
  if (from === undefined || to === undefined || pods === undefined || nodes === undefined) return;
  db.prepare(TURNED).run({ relation: from, pods, nodes });
  if (db.prepare('SELECT 1 FROM staging.turned LIMIT 1').get() === undefined) return;
  db.prepare(TARGETS).run({ nodes });
  db.prepare(POINTERS).run({ to });
  db.exec(FORGET);
}

const TURNED = `
CREATE TABLE staging.turned AS
SELECT p.rowid AS pointer, t.id AS target, t.name AS name FROM staging.pointer p JOIN staging.target t ON t.id = p.target
WHERE p.relation = $relation AND t.kind = $pods
  AND EXISTS (SELECT 1 FROM object o WHERE o.kind = $nodes AND o.namespace = 0 AND o.name = t.name AND o.presence = ${PresenceCode.PRESENT})
  AND NOT EXISTS (SELECT 1 FROM object o WHERE o.kind = t.kind AND o.namespace = t.namespace AND o.name = t.name AND o.presence = ${PresenceCode.PRESENT})`;

const TARGETS = `
INSERT INTO staging.target(kind, namespace, name, owner_of) SELECT DISTINCT $nodes, 0, name, 0 FROM staging.turned`;

/** The newest target of that name is the one just made. Pointers have no index: each statement reads them once, whatever their number. */
const POINTERS = `
UPDATE staging.pointer SET relation = $to, target = (
  SELECT max(t.id) FROM staging.target t WHERE t.name = (SELECT n.name FROM staging.turned n WHERE n.pointer = pointer.rowid))
WHERE rowid IN (SELECT pointer FROM staging.turned)`;

const FORGET = `
DELETE FROM staging.target WHERE id IN (
  SELECT target FROM staging.turned
  EXCEPT SELECT p.target FROM staging.pointer p WHERE p.target IN (SELECT target FROM staging.turned))`;
