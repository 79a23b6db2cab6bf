import { presenceOf } from '../codes.ts';
import type { ObjectRow } from '../reader.ts';
import type { Names } from './names.ts';

/** The columns of an ObjectRow, of a table or subquery named `o`. */
export const OBJECT_COLUMNS =
  'o.id, o.kind, o.namespace, o.name, o.presence, o.uid, o.api_version, o.resource_version, o.created, o.deletion, o.deletion_grace, o.phase, o.ready, o.reason';

export type ObjectColumns = [
  id: number,
  kind: number,
  namespace: number,
  name: string,
  presence: number,
  uid: string | null,
  apiVersion: string | null,
  resourceVersion: string | null,
  created: number | null,
  deletion: number | null,
  deletionGrace: number | null,
  phase: string | null,
  ready: number | null,
  reason: string | null,
];

export function objectRow(names: Names, columns: ObjectColumns): ObjectRow {
  const [id, kindId, namespace, name, presence, uid, apiVersion, resourceVersion, created, deletion, deletionGrace, phase, ready, reason] =
    columns;
  const { group, kind } = names.kind(kindId);
  return {
    id,
    group,
    kind,
    namespace: names.namespace(namespace),
    name,
    presence: presenceOf(presence),
    uid,
    apiVersion,
    resourceVersion,
    created,
    deletion,
    deletionGrace,
    phase,
    ready: ready === null ? null : ready === 1,
    reason,
  };
}
