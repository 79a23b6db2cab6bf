/** What stands behind a Service: its endpoints, the pods behind those, and, where there are none, what would make them. */
import type { EndpointFacts } from '../../../../health/input.ts';
import { toCanonicalForm } from '../../../../kube/canonical-form.ts';
import { EndpointTally } from '../../../../kube/endpoint-tally.ts';
import { integer, member } from '../../../../kube/fixed-keys.ts';
import type { JsonObject } from '../../../../records/record.ts';
import { SERVICE_WORKLOAD } from '../../../../relations/coded/service-workloads.ts';
import { endpointSlice, pod } from '../../../../relations/kinds.ts';
import { PresenceCode } from '../../../codes.ts';
import { keyColumns } from '../../../read/objects.ts';
import { selectedBy } from '../../../read/selector-forward.ts';
import type { Gather, HealthContext, Subject } from '../health-context.ts';
import { isCapturedKind } from './is-captured-kind.ts';
import { NEIGHBOUR_COLUMNS, type NeighbourRow, neighbour, worstOf } from './neighbours.ts';

export const endpoints: Gather<'endpoints'> = (context, subject): EndpointFacts | null => {
  const tally = tallyOf(context, subject);
  if (tally === null) return null;
  const { counts } = tally;
  if (counts.ready > 0) return { ...counts, worst: null, selected: null, workloads: [] };
  const selected = selectedPods(context, subject);
  const behind = counts.notReady > 0 ? podsNamed(context, subject, tally.notReadyPods) : (selected ?? []);
  return { ...counts, worst: worstOf(context, behind), selected: selected?.length ?? null, workloads: workloadsOf(context, subject) };
};

/** By slices where all of them are there, or one is enough; else by the one Endpoints object; null where neither tells. */
function tallyOf(context: HealthContext, { id, namespace }: Subject): EndpointTally | null {
  const { names } = context.read;
  const bySlices = new EndpointTally();
  for (const slice of objectsNaming(context, id, names.relationId('endpoint-slice-service'))) bySlices.addSlice(slice);
  if (bySlices.counts.ready > 0 || isCapturedKind(context, endpointSlice, namespace)) return bySlices;
  const [legacy] = objectsNaming(context, id, names.relationId('endpoints-service'));
  if (legacy === undefined) return null;
  const byEndpoints = new EndpointTally();
  byEndpoints.addLegacy(legacy);
  return byEndpoints;
}

function objectsNaming({ read }: HealthContext, id: number, relation: number | undefined): JsonObject[] {
  const texts = read.statements.pluck<string>(NAMING).all(id, relation ?? 0);
  return texts.map((json) => toCanonicalForm(JSON.parse(json) as JsonObject).object);
}

const NAMING = `
SELECT j.json FROM reference r CROSS JOIN object o ON o.id = r.source CROSS JOIN object_json j ON j.id = o.id
WHERE r.target = ? AND r.relation = ? AND r.flaw = 0 AND o.presence = ${PresenceCode.PRESENT} LIMIT 10000`;

/** null: that there are none is not proved, or too much was asked already. */
function selectedPods(context: HealthContext, { id, namespace }: Subject): readonly number[] | null {
  if (!context.maySelect()) return null;
  const relation = context.read.names.relationId('service-pod');
  const edges = relation === undefined ? [] : selectedBy(context.read, { objects: [id], relations: [relation], kinds: null });
  return edges.length === 0 && !isCapturedKind(context, pod, namespace) ? null : edges.map(({ object }) => object.id);
}

function podsNamed({ read }: HealthContext, { namespace }: Subject, podNames: ReadonlySet<string>): readonly number[] {
  const find = read.statements.pluck<number>('SELECT id FROM object WHERE kind = ? AND namespace = ? AND name = ?');
  return [...podNames].slice(0, MOST_PODS).flatMap((name) => {
    const key = keyColumns(read, { ...pod, namespace, name });
    return key === null ? [] : (find.get(...key) ?? []);
  });
}

const MOST_PODS = 1000;

function workloadsOf(context: HealthContext, { id }: Subject): EndpointFacts['workloads'] {
  const { statements, names } = context.read;
  const rows = statements.raw<[...NeighbourRow, string]>(WORKLOADS).all(id, names.relationId(SERVICE_WORKLOAD) ?? 0);
  return rows.flatMap(([...columns]) => {
    const json = columns.pop() as string;
    const found = neighbour(context, columns as unknown as NeighbourRow);
    return found === null ? [] : [{ ...found, desired: integer(member((JSON.parse(json) as JsonObject)['spec'], 'replicas')) }];
  });
}

const WORKLOADS = `
SELECT ${NEIGHBOUR_COLUMNS}, j.json FROM reference r CROSS JOIN object o ON o.id = r.target CROSS JOIN object_json j ON j.id = o.id
  LEFT JOIN health h ON h.object = o.id
WHERE r.source = ? AND r.relation = ? ORDER BY r.ordinal LIMIT 10`;
