/** What an API service or a webhook waits for: its Service, and behind a Service its pods that are not ready. */
import { pod, service } from '../../../relations/kinds.ts';
import type { ConditionRow, ObjectRow } from '../../../store/reader.ts';
import { gapTexts, type Wait, type WaitQuery } from './wait.ts';

/** The Service that it names, there or not. */
export const backingService: WaitQuery = async (context, held) => {
  const edges = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'forward', kinds: [service] });
  return new Map(
    held.map(({ id }) => [
      id,
      { objects: edges.filter(({ parent }) => parent === id).map(({ object }) => object), evidence: [], gaps: [] },
    ]),
  );
};

/** Of a Service with no ready pod: the pods that it selects, which are not ready. */
export const unreadyPods: WaitQuery = async (context, held) => {
  const edges = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'forward', relations: ['service-pod'] });
  const conditions = await context.reader.conditions([...new Set(edges.map(({ object }) => object.id))]);
  const unscheduled = new Map(conditions.filter(isUnscheduled).map((condition) => [condition.object, condition]));
  const waits = new Map<number, Wait>();
  for (const { id, namespace } of held) {
    const pods = edges.filter(({ parent }) => parent === id).map(({ object }) => object);
    const gaps = pods.length > 0 ? [] : gapTexts(await context.uncaptured([pod], namespace));
    const isServed = pods.some(({ ready }) => ready === true);
    waits.set(id, { objects: isServed ? [] : pods, evidence: evidenceOf(pods, unscheduled), gaps });
  }
  return waits;
};

function isUnscheduled({ type, status }: ConditionRow): boolean {
  return type === 'PodScheduled' && status === 'False';
}

/** So many pods are told one by one. */
const NAMED = 3;

function evidenceOf(pods: readonly ObjectRow[], unscheduled: ReadonlyMap<number, ConditionRow>): string[] {
  if (pods.length === 0) return ['it selects no pod'];
  const waiting = pods.filter((one) => one.ready !== true);
  const states = waiting.slice(0, NAMED).map((one) => `Pod ${one.name} is not ready: ${stateOf(one, unscheduled.get(one.id))}`);
  return [`${pods.length - waiting.length} of its ${pods.length} pods are ready`, ...states];
}

function stateOf({ phase, reason }: ObjectRow, condition: ConditionRow | undefined): string {
  if (condition !== undefined) return `${condition.reason ?? 'not scheduled'}${condition.message === null ? '' : `: ${condition.message}`}`;
  return [...new Set([phase, reason])].filter((text) => text !== null).join(', ');
}
