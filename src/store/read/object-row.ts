import { healthOf, presenceOf } from '../codes.ts';
import type { ObjectRow } from '../reader.ts';
import type { Names } from './names.ts';

/** The columns of an ObjectRow, of a table or subquery named `o`. */
export const OBJECT_COLUMNS =
  'o.id, o.kind, o.namespace, o.name, o.presence, o.uid, o.api_version, o.resource_version, o.created, o.deletion, o.deletion_grace, o.phase, o.ready, o.reason, o.health';

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
  health: number | null,
];

/** One literal, by place: taking the columns apart costs more than reading them. */
export function objectRow(names: Names, columns: ObjectColumns): ObjectRow {
  const { group, kind } = names.kind(columns[1]);
  const ready = columns[12];
  return {
    id: columns[0],
    group,
    kind,
    namespace: names.namespace(columns[2]),
    name: columns[3],
    presence: presenceOf(columns[4]),
    uid: columns[5],
    apiVersion: columns[6],
    resourceVersion: columns[7],
    created: columns[8],
    deletion: columns[9],
    deletionGrace: columns[10],
    phase: columns[11],
    ready: ready === null ? null : ready === 1,
    reason: columns[13],
    health: healthOf(columns[14]),
  };
}
