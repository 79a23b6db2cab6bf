/** Up through the controllers: Pod → ReplicaSet → Deployment. */
import type { ObjectRow, Reader } from '../store/reader.ts';
import { distinct } from './steps.ts';

/** The relation of metadata.ownerReferences. */
export const OWNER = 'owner';

/**
 * For each object id its controllers, from the nearest to the root. The last may be a ghost: named as the owner and not in the snapshot.
 * A cycle ends before its first object comes again. Only pointers without flaw are followed.
 * Source: metav1.GetControllerOf.
 */
export async function ownerChain(reader: Reader, ids: readonly number[]): Promise<ReadonlyMap<number, readonly ObjectRow[]>> {
  const controllers = await controllersOf(reader, ids);
  return new Map(distinct(ids).map((id) => [id, chainFrom(id, controllers)]));
}

/** The controller of each object and of all above it. */
async function controllersOf(reader: Reader, ids: readonly number[]): Promise<Map<number, ObjectRow>> {
  const controllers = new Map<number, ObjectRow>();
  const asked = new Set<number>();
  let level = distinct(ids);
  while (level.length > 0) {
    for (const id of level) asked.add(id);
    const edges = await reader.edges({ parents: level, direction: 'forward', relations: [OWNER], controllersOnly: true });
    for (const { parent, object } of edges) if (!controllers.has(parent)) controllers.set(parent, object);
    level = distinct(edges.map((edge) => edge.object.id)).filter((id) => !asked.has(id));
  }
  return controllers;
}

function chainFrom(id: number, controllers: ReadonlyMap<number, ObjectRow>): ObjectRow[] {
  const chain: ObjectRow[] = [];
  const seen = new Set([id]);
  let above = controllers.get(id);
  while (above !== undefined && !seen.has(above.id)) {
    chain.push(above);
    seen.add(above.id);
    above = controllers.get(above.id);
  }
  return chain;
}
