/** Objects around one, as they were judged so far. */
import type { Neighbour } from '../../../../health/input.ts';
import { ReferenceFlag } from '../../../../relations/rule.ts';
import { healthCode, healthOf, PresenceCode } from '../../../codes.ts';
import { idSet } from '../../../read/id-sets.ts';
import type { Gather, HealthContext } from '../health-context.ts';

export const controller: Gather<'controller'> = (context, { id }) => {
  const owner = context.read.names.relationId('owner');
  return neighbour(context, context.read.statements.raw<NeighbourRow>(CONTROLLER).get(id, owner ?? 0));
};

export const newest: Gather<'newest'> = (context, { id }) => {
  const owner = context.read.names.relationId('owner');
  return neighbour(context, context.read.statements.raw<NeighbourRow>(NEWEST).get(id, owner ?? 0));
};

/** Only through what is not well itself: a ReplicaSet of long ago does not hold its Deployment up. */
export const worst: Gather<'worst'> = (context, { id }) => {
  const owner = context.read.names.relationId('owner');
  return neighbour(context, context.read.statements.raw<NeighbourRow>(WORST).get({ id, owner: owner ?? 0 }));
};

/** Of these objects; null where all are well. */
export function worstOf(context: HealthContext, ids: readonly number[]): Neighbour | null {
  return neighbour(context, context.read.statements.raw<NeighbourRow>(WORST_OF).get(idSet(ids)));
}

export type NeighbourRow = [
  kind: number,
  name: string,
  health: number | null,
  reason: string | null,
  message: string | null,
  phase: string | null,
];

export function neighbour({ read }: HealthContext, row: NeighbourRow | undefined): Neighbour | null {
  if (row === undefined) return null;
  const [kind, name, health, reason, message, phase] = row;
  return { kind: read.names.kind(kind).kind, name, status: healthOf(health), reason, message, phase };
}

/** Of a table `o`, with `h` beside it. */
export const NEIGHBOUR_COLUMNS = 'o.kind, o.name, o.health, h.reason, h.message, o.phase';

const CONTROLS = `r.flags & ${ReferenceFlag.controller} AND r.flaw = 0`;

const CONTROLLER = `
SELECT ${NEIGHBOUR_COLUMNS} FROM reference r CROSS JOIN object o ON o.id = r.target LEFT JOIN health h ON h.object = o.id
WHERE r.source = ? AND r.relation = ? AND ${CONTROLS} AND o.presence = ${PresenceCode.PRESENT} LIMIT 1`;

const NEWEST = `
SELECT ${NEIGHBOUR_COLUMNS} FROM reference r CROSS JOIN object o ON o.id = r.source LEFT JOIN health h ON h.object = o.id
WHERE r.target = ? AND r.relation = ? AND ${CONTROLS} AND o.presence = ${PresenceCode.PRESENT} ORDER BY o.created DESC, o.id DESC LIMIT 1`;

/** What is ill now, then what is under way, then what ended for good or goes away. */
const RANK = `
CASE WHEN o.health = ${healthCode('DEGRADED')} AND o.phase IS NOT 'Failed' AND o.deletion IS NULL THEN 0 WHEN o.health = ${healthCode('PROGRESSING')} THEN 1
  WHEN o.health = ${healthCode('DEGRADED')} THEN 2 ELSE 3 END`;

/** Of an object's owners one controls it: a capture that was made to harm may say so of thousands. */
const MOST_CONTROLLERS = 10;

/** Steps down: CronJob, Job, Pod; or a custom resource, Deployment, ReplicaSet and no further, for that tells of its Pods. */
const MOST_STEPS = 3;
const MOST_OBJECTS = 1000;

const WORST = `
WITH RECURSIVE below(id, depth) AS (
  SELECT $id, 0
  UNION
  SELECT r.source, b.depth + 1 FROM below b CROSS JOIN reference r ON r.target = b.id AND r.relation = $owner CROSS JOIN object o ON o.id = r.source
  WHERE b.depth < ${MOST_STEPS} AND ${CONTROLS} AND r.ordinal < ${MOST_CONTROLLERS} AND o.health > 1
  LIMIT ${MOST_OBJECTS})
SELECT ${NEIGHBOUR_COLUMNS} FROM below b CROSS JOIN object o ON o.id = b.id LEFT JOIN health h ON h.object = o.id
WHERE b.depth > 0 AND b.id <> $id ORDER BY ${RANK}, b.depth DESC, o.name, o.id LIMIT 1`;

const WORST_OF = `
SELECT ${NEIGHBOUR_COLUMNS} FROM json_each(?) i CROSS JOIN object o ON o.id = i.value LEFT JOIN health h ON h.object = o.id
WHERE o.health > 1 ORDER BY ${RANK}, o.name, o.id LIMIT 1`;
