/**
 * The word that kubectl prints under STATUS for a Pod.
 * Source: Kubernetes, pkg/printers/internalversion/printers.go, printPod.
 */

import { integer, list, member, word } from '../../../kube/fixed-keys.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';
import { type Condition, conditionStatus } from './conditions.ts';

export function podReason(pod: JsonObject, conditions: readonly Condition[]): string | null {
  const status = pod['status'];
  const phase = word(member(status, 'phase'));
  const statusReason = word(member(status, 'reason'));
  if (word(member(pod['metadata'], 'deletionTimestamp')) !== null) {
    if (statusReason === 'NodeLost') return 'Unknown';
    if (phase !== 'Succeeded' && phase !== 'Failed') return 'Terminating';
  }
  const gated = conditions.some(({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated');
  const summary = gated ? 'SchedulingGated' : (statusReason ?? phase);
  const initializing = initReason(pod);
  if (initializing !== null && conditionStatus(conditions, 'Initialized') !== 'True') return initializing;
  return mainReason(list(member(status, 'containerStatuses')), initializing ?? summary, conditionStatus(conditions, 'Ready') === 'True');
}

/** What the first init container that holds the pod up says, or null where none does. */
function initReason(pod: JsonObject): string | null {
  const specs = list(member(pod['spec'], 'initContainers'));
  const sidecars = new Set(specs.filter((spec) => member(spec, 'restartPolicy') === 'Always').map((spec) => member(spec, 'name')));
  for (const [index, container] of list(member(pod['status'], 'initContainerStatuses')).entries()) {
    const state = member(container, 'state');
    const terminated = member(state, 'terminated');
    if (isThere(terminated) && member(terminated, 'exitCode') === 0) continue;
    if (member(container, 'started') === true && sidecars.has(member(container, 'name'))) continue;
    if (isThere(terminated)) return `Init:${terminationReason(terminated)}`;
    const waiting = word(member(member(state, 'waiting'), 'reason'));
    return waiting !== null && waiting !== 'PodInitializing' ? `Init:${waiting}` : `Init:${index}/${specs.length}`;
  }
  return null;
}

function mainReason(statuses: readonly JsonValue[], summary: string | null, isReady: boolean): string | null {
  let reason = summary;
  let hasRunning = false;
  for (const container of statuses.toReversed()) {
    const state = member(container, 'state');
    const waiting = word(member(member(state, 'waiting'), 'reason'));
    const terminated = member(state, 'terminated');
    if (waiting !== null) reason = waiting;
    else if (isThere(terminated)) reason = terminationReason(terminated);
    else if (member(container, 'ready') === true && isThere(member(state, 'running'))) hasRunning = true;
  }
  if (reason === 'Completed' && hasRunning) return isReady ? 'Running' : 'NotReady';
  return reason;
}

function terminationReason(terminated: JsonValue | undefined): string {
  const signal = integer(member(terminated, 'signal')) ?? 0;
  return (
    word(member(terminated, 'reason')) ?? (signal === 0 ? `ExitCode:${integer(member(terminated, 'exitCode')) ?? 0}` : `Signal:${signal}`)
  );
}

function isThere(value: JsonValue | undefined): boolean {
  return value !== undefined && value !== null;
}
