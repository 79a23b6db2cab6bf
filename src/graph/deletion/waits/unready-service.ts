/** What an API service or a webhook waits for: its Service, and behind a Service its pods that are not ready. */
import { pod, service } from '../../../relations/kinds.ts';
import type { ObjectRow } from '../../../store/reader.ts';
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
  const waits = new Map<number, Wait>();
  for (const { id, namespace } of held) {
    const pods = edges.filter(({ parent }) => parent === id).map(({ object }) => object);
    const gaps = pods.length > 0 ? [] : gapTexts(await context.uncaptured([pod], namespace));
    waits.set(id, { objects: pods.some(({ ready }) => ready === true) ? [] : pods, evidence: evidenceOf(pods), gaps });
  }
  return waits;
};

/** So many pods are told one by one. */
const NAMED = 3;

function evidenceOf(pods: readonly ObjectRow[]): string[] {
  const ready = pods.filter((one) => one.ready === true).length;
  const states = pods
    .filter((one) => one.ready !== true)
    .slice(0, NAMED)
    .map(({ name, phase, reason }) => `Pod ${name} is not ready: ${[phase, reason].filter(Boolean).join(', ')}`);
  return [pods.length === 0 ? 'it selects no pod' : `${ready} of its ${pods.length} pods are ready`, ...states];
}
