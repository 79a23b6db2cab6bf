/**
 * The node of a Pod that is being deleted, where its kubelet can no longer confirm that the containers have ended: the node is not ready,
 * or not there any more. Source: https://kubernetes.io/docs/concepts/architecture/nodes/, node failure; kubelet status manager, which removes the Pod.
 */
import { stringAt } from '../../../kube/safe.ts';
import type { ConditionRow, ObjectRow } from '../../../store/reader.ts';
import type { DeletionContext } from '../context.ts';
import { NOTHING, type Wait, type WaitQuery } from './wait.ts';

export const absentKubelet: WaitQuery = async (context, held) => {
  const edges = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'forward', relations: ['pod-node'] });
  const nodes = new Map(edges.map(({ parent, object }) => [parent, object]));
  const conditions = await context.reader.conditions([...new Set([...nodes.values()].map(({ id }) => id))]);
  const readiness = new Map(conditions.filter(({ type }) => type === 'Ready').map((condition) => [condition.object, condition]));
  const hints = await hintsOf(context, [...nodes.values()]);
  const waits = new Map<number, Wait>();
  for (const pod of held) {
    const node = nodes.get(pod.id);
    if (node !== undefined) waits.set(pod.id, waitFor({ pod, node, ready: readiness.get(node.id), hint: hints.get(node.name) }));
  }
  return waits;
};

function waitFor(options: {
  readonly pod: ObjectRow;
  readonly node: ObjectRow;
  readonly ready: ConditionRow | undefined;
  readonly hint: string | undefined;
}): Wait {
  const { pod, node, ready, hint } = options;
  const hinted = hint === undefined ? [] : [hint];
  if (node.presence === 'NOT_CAPTURED') {
    return { ...NOTHING, evidence: hinted, gaps: [`Node ${node.name} was not captured: whether its kubelet lives is not known`] };
  }
  if (node.presence !== 'PRESENT') return { ...NOTHING, objects: [node], evidence: [`Node ${node.name} is not there any more`] };
  if (ready === undefined || ready.status === 'True') return NOTHING;
  const why = ready.reason === null ? '' : ` (${ready.reason})`;
  const since = ready.lastTransitionTime === null ? '' : ` since ${new Date(ready.lastTransitionTime).toISOString()}`;
  const evidence = `Node ${node.name} has Ready=${ready.status}${why}${since}: its kubelet cannot confirm that ${pod.name} has ended`;
  return { ...NOTHING, objects: [node], evidence: [evidence, ...hinted] };
}

/** What the Lease of a node says, by its name: it is often there where nodes were denied. Source: kubelet nodelease. */
async function hintsOf(context: DeletionContext, nodes: readonly ObjectRow[]): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(nodes.map(({ name }) => name))];
  const keys = names.map((name) => ({ group: 'coordination.k8s.io', kind: 'Lease', namespace: 'kube-node-lease', name }));
  const leases = (await context.reader.find(keys)).filter((row) => row !== null);
  const contents = await context.contents(leases);
  return new Map(
    leases.flatMap(({ id, name }): [string, string][] => {
      const renewed = Date.parse(stringAt(contents.get(id), 'spec', 'renewTime') ?? '');
      if (Number.isNaN(renewed) || context.now === null) return [];
      const seconds = Math.max(0, Math.round((context.now - renewed) / 1000));
      return [[name, `its kubelet renewed Lease kube-node-lease/${name} ${seconds} s before the time of the snapshot`]];
    }),
  );
}
