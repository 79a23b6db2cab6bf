/** The containers of a Pod, each with what the kubelet last said of it. Source: Kubernetes, core/v1 types.go, ContainerStatus. */
import { integer, list, member, word } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';

export interface Termination {
  readonly reason: string | null;
  readonly message: string | null;
  readonly exitCode: number | null;
  readonly signal: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

export interface ContainerReport {
  readonly name: string;
  readonly isInit: boolean;
  /** An init container that restarts always: it runs beside the others. */
  readonly isSidecar: boolean;
  /** Counted from 1, among init containers or among the others; and how many those are. */
  readonly ordinal: number;
  readonly of: number;
  readonly spec: JsonValue;
  /** null: the kubelet has said nothing of it. */
  readonly waiting: { readonly reason: string | null; readonly message: string | null } | null;
  readonly running: { readonly startedAt: number | null } | null;
  readonly terminated: Termination | null;
  readonly last: Termination | null;
  readonly isReported: boolean;
  readonly isReady: boolean;
  readonly isStarted: boolean;
  readonly restarts: number;
}

/** A hostile Pod may name a hundred thousand; a server takes some hundreds. */
const MOST = 1000;

/** Init containers and sidecars first, in the order of the spec. Ephemeral ones are not part of a Pod's health. */
export function containerReports(pod: JsonObject): readonly ContainerReport[] {
  return [
    ...reports(list(member(pod['spec'], 'initContainers')), list(member(pod['status'], 'initContainerStatuses')), true),
    ...reports(list(member(pod['spec'], 'containers')), list(member(pod['status'], 'containerStatuses')), false),
  ];
}

function reports(specs: readonly JsonValue[], statuses: readonly JsonValue[], isInit: boolean): ContainerReport[] {
  const found: ContainerReport[] = [];
  for (const [index, spec] of specs.slice(0, MOST).entries()) {
    const name = word(member(spec, 'name'));
    if (name === null) continue;
    // Statuses stand in the order of the spec, mostly.
    const status =
      member(statuses[index], 'name') === name ? statuses[index] : statuses.slice(0, MOST).find((one) => member(one, 'name') === name);
    found.push(report({ name, spec, status, isInit, ordinal: index + 1, of: specs.length }));
  }
  return found;
}

function report(options: {
  readonly name: string;
  readonly spec: JsonValue;
  readonly status: JsonValue | undefined;
  readonly isInit: boolean;
  readonly ordinal: number;
  readonly of: number;
}): ContainerReport {
  const { name, spec, status, isInit, ordinal, of } = options;
  const state = member(status, 'state');
  const [waiting, running, terminated] = [member(state, 'waiting'), member(state, 'running'), member(state, 'terminated')];
  return {
    ...{ name, spec, isInit, ordinal, of },
    isSidecar: isInit && member(spec, 'restartPolicy') === 'Always',
    waiting: isThere(waiting) ? { reason: word(member(waiting, 'reason')), message: word(member(waiting, 'message')) } : null,
    running: isThere(running) ? { startedAt: parseTime(member(running, 'startedAt')) } : null,
    terminated: termination(terminated),
    last: termination(member(member(status, 'lastState'), 'terminated')),
    isReported: isThere(status),
    isReady: member(status, 'ready') === true,
    isStarted: member(status, 'started') === true,
    restarts: integer(member(status, 'restartCount')) ?? 0,
  };
}

function termination(value: JsonValue | undefined): Termination | null {
  if (!isThere(value)) return null;
  return {
    reason: word(member(value, 'reason')),
    message: word(member(value, 'message')),
    exitCode: integer(member(value, 'exitCode')),
    signal: integer(member(value, 'signal')),
    startedAt: parseTime(member(value, 'startedAt')),
    finishedAt: parseTime(member(value, 'finishedAt')),
  };
}

function isThere(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
