/** Objects by their keys, with ghosts in the place of what is not there. */
import type { ObjectKey, ObjectRow, Presence } from '../../store/reader.ts';
import type { Scope } from '../model/scope.ts';

/**
 * A row for each key, in order. What no row holds is a ghost without one (id 0): MISSING where its kind was captured there, so that its
 * absence is proved, else NOT_CAPTURED.
 */
export async function lookUp(scope: Scope, keys: readonly ObjectKey[]): Promise<readonly ObjectRow[]> {
  const rows = await scope.reader.find(keys);
  return Promise.all(
    keys.map(async (key, index) => {
      const row = rows[index];
      if (row !== null && row !== undefined) return row;
      const outcome = await scope.reader.outcome(key, key.namespace);
      return ghostRow(key, outcome === 'ok' ? 'MISSING' : 'NOT_CAPTURED');
    }),
  );
}

/** True where nothing names the object and its kind was captured: it does not exist. */
export function isProvedAbsent(row: ObjectRow): boolean {
  return row.id === 0 && row.presence === 'MISSING';
}

function ghostRow(key: ObjectKey, presence: Presence): ObjectRow {
  return {
    id: 0,
    group: key.group,
    kind: key.kind,
    namespace: key.namespace,
    name: key.name,
    presence,
    uid: null,
    apiVersion: null,
    resourceVersion: null,
    created: null,
    deletion: null,
    deletionGrace: null,
    phase: null,
    ready: null,
    reason: null,
    health: null,
  };
}
