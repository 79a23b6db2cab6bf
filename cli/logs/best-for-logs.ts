/** Which of several Pods kubectl takes for its log. Source: kubectl, pkg/util/podutils/podutils.go, ByLogging. */
import { arrayAt, isObject, stringAt, valueAt } from '../../src/kube/safe.ts';
import { parseTime } from '../../src/kube/time.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { FoundObject } from '../get/fetch-objects.ts';

const PHASES: Readonly<Record<string, number>> = { Running: 0, Unknown: 1, Pending: 2 };

/** Less than 0 where the first is the better one. */
export function bestForLogs({ object: one }: FoundObject, { object: other }: FoundObject): number {
  for (const measure of MEASURES) {
    const difference = measure(one) - measure(other);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

/** Small is good: it has a node, its phase, it is ready, for long, its container started anew often, it is old. */
const MEASURES: readonly ((pod: JsonObject) => number)[] = [
  (pod) => Number((stringAt(pod, 'spec', 'nodeName') ?? '') === ''),
  (pod) => PHASES[stringAt(pod, 'status', 'phase') ?? ''] ?? 0,
  (pod) => Number(!isReady(pod)),
  (pod) => (isReady(pod) ? time(stringAt(readyCondition(pod), 'lastTransitionTime')) : 0),
  (pod) => -Math.max(0, ...arrayAt(pod, 'status', 'containerStatuses').map(restarts)),
  (pod) => time(stringAt(pod, 'metadata', 'creationTimestamp')),
];

function readyCondition(pod: JsonObject): unknown {
  return arrayAt(pod, 'status', 'conditions').find((condition) => stringAt(condition, 'type') === 'Ready');
}

function isReady(pod: JsonObject): boolean {
  return stringAt(readyCondition(pod), 'status') === 'True';
}

/** What has no time comes last. */
function time(text: string | undefined): number {
  return parseTime(text ?? '') ?? Number.MAX_SAFE_INTEGER;
}

function restarts(status: unknown): number {
  const value = isObject(status) ? valueAt(status, 'restartCount') : 0;
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
