import type { Database } from 'better-sqlite3';
import { builtInKinds } from '../../../kube/built-in-kinds.ts';

/**
 * Says of each kind whether it is namespaced, and how its resource is called: a built-in kind by our table, else by its CRD, else by
 * discovery, else by its objects (the later ones were written as they came). A namespace written on a cluster-scoped object or pointer goes.
 */
export function settleKinds(db: Database): void {
  const update = db.prepare('UPDATE kind SET plural = ?, singular = ?, short_names = ?, namespaced = ? WHERE api_group = ? AND kind = ?');
  for (const { group, kind, plural, singular, shortNames, namespaced } of builtInKinds) {
    update.run(plural, singular, JSON.stringify(shortNames), Number(namespaced), group, kind);
  }
  db.exec(CLUSTER_SCOPE_OF_OBJECTS);
  db.exec(CLUSTER_SCOPE_OF_POINTERS);
}

const CLUSTER_SCOPED = '(SELECT id FROM kind WHERE namespaced = 0)';

const CLUSTER_SCOPE_OF_OBJECTS = `
UPDATE label SET namespace = 0 WHERE namespace <> 0 AND kind IN ${CLUSTER_SCOPED};
UPDATE object SET namespace = 0 WHERE namespace <> 0 AND kind IN ${CLUSTER_SCOPED};`;

const CLUSTER_SCOPE_OF_POINTERS = ['target', 'pattern', 'selector']
  .map((table) => `UPDATE staging.${table} SET namespace = 0 WHERE namespace <> 0 AND kind IN ${CLUSTER_SCOPED};`)
  .join('\n');
