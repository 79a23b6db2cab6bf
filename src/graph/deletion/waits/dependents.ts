/** Dependents: what the garbage collector waits for before it lets an owner go, or takes an owner's name away. */
import { kindName } from '../../../kube/kind.ts';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { OWNER } from '../../owner-chain.ts';
import { listed, type WaitQuery, waitsFromEdges } from './wait.ts';

/**
 * `foregroundDeletion` waits for dependents with the owner's uid and blockOwnerDeletion: true, no others.
 * Source: kubernetes pkg/controller/garbagecollector/graph.go, blockingDependents.
 */
export const blockingDependents: WaitQuery = (context, held) => ownedBy(context, held, ReferenceFlag.blockOwnerDeletion);

/** `orphan` waits until no dependent names the owner any more. Source: garbagecollector.go, orphanDependents. */
export const allDependents: WaitQuery = (context, held) => ownedBy(context, held, 0);

async function ownedBy(...[context, held, flag]: [...Parameters<WaitQuery>, number]): ReturnType<WaitQuery> {
  const edges = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'reverse', relations: [OWNER] });
  const blocking = edges.filter(({ object, reference }) => object.presence === 'PRESENT' && (reference.flags & flag) === flag);
  // Any kind may be a dependent; which ones exist is only known where all were captured.
  const waits = new Map(await waitsFromEdges({ context, held, edges: blocking, kinds: [] }));
  for (const object of held) {
    const wait = waits.get(object.id);
    if (wait === undefined) continue;
    if (wait.objects.length > 0) {
      waits.set(object.id, { ...wait, attends: true });
      continue;
    }
    const open = await context.open(object.namespace);
    if (open.length > 0)
      waits.set(object.id, { ...wait, gaps: [`kinds that were not captured may hold dependents: ${listed(open.map(kindName))}`] });
  }
  return waits;
}
