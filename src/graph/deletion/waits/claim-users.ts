/**
 * Pods that use a PersistentVolumeClaim: those with a node, whatever their phase (a Completed one blocks, an unscheduled one does not);
 * of a generic ephemeral volume not a pod whose grace period is down to 0.
 * Source: kubernetes pkg/controller/volume/pvcprotection/pvc_protection_controller.go.
 */
import { persistentVolumeClaim, pod } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import { groupBy } from '../../group-by.ts';
import type { DeletionContext } from '../context.ts';
import { gapTexts, type Wait, type WaitQuery } from './wait.ts';

export const claimUsers: WaitQuery = async (context, held) => {
  const claims = held.filter(({ group, kind }) => group === persistentVolumeClaim.group && kind === persistentVolumeClaim.kind);
  const edges = await context.reader.edges({
    parents: claims.map(({ id }) => id),
    direction: 'reverse',
    relations: ['pod-persistent-volume-claim'],
    kinds: [pod],
  });
  const there = edges.filter(({ object }) => object.presence === 'PRESENT');
  const scheduled = await withNode(
    context,
    there.map(({ object }) => object),
  );
  const byClaim = groupBy(there, ({ parent }) => parent);
  const waits = new Map<number, Wait>();
  for (const claim of claims) {
    const users = new Map<number, ObjectRow>();
    for (const { object, reference } of byClaim.get(claim.id) ?? []) {
      if (!scheduled.has(object.id)) continue;
      const goesItself = reference.path.endsWith('.ephemeral') && object.deletion !== null && object.deletionGrace === 0;
      if (!goesItself) users.set(object.id, object);
    }
    const evidence = [...users.values()].map(
      ({ name, phase }) => `Pod ${name} mounts it${phase === null ? '' : ` (${phase})`}: a pod counts until it is gone, whatever its phase`,
    );
    waits.set(claim.id, { objects: [...users.values()], evidence, gaps: gapTexts(await context.uncaptured([pod], claim.namespace)) });
  }
  return waits;
};

async function withNode(context: DeletionContext, pods: readonly ObjectRow[]): Promise<ReadonlySet<number>> {
  const nodes = await context.reader.edges({
    parents: pods.map(({ id }) => id),
    direction: 'forward',
    relations: ['pod-node'],
    flawed: true,
  });
  return new Set(nodes.map(({ parent }) => parent));
}
