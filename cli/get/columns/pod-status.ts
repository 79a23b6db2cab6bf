/**
 * What kubectl shows as STATUS, READY and RESTARTS of a Pod.
 * Source: kubernetes, pkg/printers/internalversion/printers.go, printPod.
 */
import { arrayAt, isObject, objectAt, stringAt, valueAt } from '../../../src/kube/safe.ts';
import { parseTime } from '../../../src/kube/time.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import { count } from '../column.ts';

export interface PodStatus {
  readonly status: string;
  readonly ready: number;
  readonly containers: number;
  readonly restarts: number;
  /** Epoch milliseconds of the last restart. */
  readonly restartedAt: number | null;
}

export function podStatus(pod: JsonObject): PodStatus {
  const sidecars = sidecarNames(pod);
  const init = initPhase({ pod, sidecars });
  const statuses = statusesOf(pod, 'containerStatuses');
  const past = init.reason === null || conditionOf(pod, 'Initialized')?.['status'] === 'True';
  const counted = past ? [...init.gone.filter((status) => isNamed(status, sidecars)), ...statuses] : init.gone;
  const reason = init.reason ?? phaseReason(pod);
  return {
    status: deletionReason(pod) ?? (past ? mainReason({ pod, statuses, reason }) : reason),
    ready: init.readySidecars + (past ? statuses.filter(isRunning).length : 0),
    containers: arrayAt(pod, 'spec', 'containers').length + sidecars.size,
    restarts: counted.reduce((sum, status) => sum + count(status, 'restartCount'), 0),
    restartedAt: latest(counted.map((status) => parseTime(valueAt(status, 'lastState', 'terminated', 'finishedAt')))),
  };
}

/** Init containers that go on running beside the others. */
function sidecarNames(pod: JsonObject): ReadonlySet<string> {
  const sidecars = arrayAt(pod, 'spec', 'initContainers').filter((container) => stringAt(container, 'restartPolicy') === 'Always');
  return new Set(sidecars.map((container) => stringAt(container, 'name') ?? ''));
}

function statusesOf(pod: JsonObject, field: string): readonly JsonObject[] {
  return arrayAt(pod, 'status', field).filter(isObject);
}

function isNamed(status: JsonObject, names: ReadonlySet<string>): boolean {
  return names.has(stringAt(status, 'name') ?? '');
}

interface InitPhase {
  /** What the first init container that keeps the others waiting says; null where none does. */
  readonly reason: string | null;
  /** The init containers up to that one. */
  readonly gone: readonly JsonObject[];
  readonly readySidecars: number;
}

function initPhase(options: { readonly pod: JsonObject; readonly sidecars: ReadonlySet<string> }): InitPhase {
  const { pod, sidecars } = options;
  const statuses = statusesOf(pod, 'initContainerStatuses');
  let readySidecars = 0;
  for (const [index, status] of statuses.entries()) {
    const terminated = objectAt(status, 'state', 'terminated');
    if (terminated !== undefined && count(terminated, 'exitCode') === 0) continue;
    if (isNamed(status, sidecars) && valueAt(status, 'started') === true) {
      if (valueAt(status, 'ready') === true) readySidecars += 1;
      continue;
    }
    const total = arrayAt(pod, 'spec', 'initContainers').length;
    return { reason: `Init:${initReason(status) ?? `${index}/${total}`}`, gone: statuses.slice(0, index + 1), readySidecars };
  }
  return { reason: null, gone: statuses, readySidecars };
}

function initReason(status: JsonObject): string | null {
  const terminated = objectAt(status, 'state', 'terminated');
  if (terminated !== undefined) return terminationReason(terminated);
  const waiting = stringAt(status, 'state', 'waiting', 'reason');
  return waiting && waiting !== 'PodInitializing' ? waiting : null;
}

/** The first container that has something to say; kubectl goes through them from the end and lets each overwrite. */
function mainReason(options: { readonly pod: JsonObject; readonly statuses: readonly JsonObject[]; readonly reason: string }): string {
  const { pod, statuses } = options;
  const reason = statuses.map(containerReason).find((each) => each !== null) ?? options.reason;
  if (reason !== 'Completed' || !statuses.some(isRunning)) return reason;
  return conditionOf(pod, 'Ready')?.['status'] === 'True' ? 'Running' : 'NotReady';
}

function containerReason(status: JsonObject): string | null {
  const waiting = stringAt(status, 'state', 'waiting', 'reason');
  if (waiting) return waiting;
  const terminated = objectAt(status, 'state', 'terminated');
  return terminated === undefined ? null : terminationReason(terminated);
}

function isRunning(status: JsonObject): boolean {
  return containerReason(status) === null && valueAt(status, 'ready') === true && objectAt(status, 'state', 'running') !== undefined;
}

function phaseReason(pod: JsonObject): string {
  if (conditionOf(pod, 'PodScheduled')?.['reason'] === 'SchedulingGated') return 'SchedulingGated';
  return stringAt(pod, 'status', 'reason') || stringAt(pod, 'status', 'phase') || 'Unknown';
}

function terminationReason(terminated: JsonObject): string {
  const reason = stringAt(terminated, 'reason');
  if (reason) return reason;
  const signal = count(terminated, 'signal');
  return signal === 0 ? `ExitCode:${count(terminated, 'exitCode')}` : `Signal:${signal}`;
}

function deletionReason(pod: JsonObject): string | null {
  if (stringAt(pod, 'metadata', 'deletionTimestamp') === undefined) return null;
  if (stringAt(pod, 'status', 'reason') === 'NodeLost') return 'Unknown';
  const phase = stringAt(pod, 'status', 'phase');
  return phase === 'Succeeded' || phase === 'Failed' ? null : 'Terminating';
}

function conditionOf(object: JsonObject, type: string): JsonObject | undefined {
  return arrayAt(object, 'status', 'conditions')
    .filter(isObject)
    .find((condition) => condition['type'] === type);
}

function latest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}
