/**
 * A Pod. The first that decides, in the order in which a Pod comes to life: deletion, end, scheduling, init containers, containers, readiness.
 * Source: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/.
 */
import { list, member, word } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import type { JsonObject } from '../../records/record.ts';
import { finalizersText, PROGRESS_DEADLINE, terminating, timeText } from '../common.ts';
import { type Condition, conditionOf, isTrue, sentence } from '../conditions.ts';
import { changingAt, HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { containerTrouble } from './container-health.ts';
import { type ContainerReport, containerReports } from './containers.ts';
import { failedPod } from './failed-pod.ts';
import { readinessTrouble } from './readiness.ts';
import { startTrouble } from './starting.ts';

/** What the scheduler, or a kubelet that was told, should need no longer than. Milliseconds. */
const ATTENTION_TIME = 60_000;

export function judgePod(input: HealthInput): Health {
  const { object } = input;
  const phase = word(member(object['status'], 'phase'));
  if (phase === 'Succeeded') return HEALTHY;
  if (phase === 'Failed') return failedPod(input);
  if (phase === 'Unknown') return health('UNKNOWN', 'NodeLost', `The state of the pod cannot be learnt from its node${nodeText(object)}.`);
  if (phase !== 'Pending' && phase !== 'Running') return health('UNKNOWN', 'NoStatus', 'Its status says no phase.');
  return unscheduled(input) ?? judgeContainers(input);
}

/** The kubelet ends a pod at the end of its grace period; a few seconds later it is gone. */
export function terminatingPod(input: HealthInput): Health | null {
  const { object, now } = input;
  const deletion = parseTime(member(object['metadata'], 'deletionTimestamp'));
  const phase = word(member(object['status'], 'phase'));
  if (deletion === null || phase === 'Succeeded' || phase === 'Failed') return terminating(input);
  const held = finalizersText(object);
  if (isNodeSilent(object)) {
    const text = `Its node${nodeText(object)} does not report: nobody confirms that it has ended.${held} It goes when the node comes back, or is deleted.`;
    return health('DEGRADED', 'NodeLost', text);
  }
  return changingAt({
    at: deletion + ATTENTION_TIME / 2,
    now,
    first: health('PROGRESSING', 'Terminating', `It is being deleted.${held}`),
    after: health(
      'DEGRADED',
      'Terminating',
      held === ''
        ? `Its grace period ended at ${timeText(deletion)}, and its node${nodeText(object)} has not confirmed its end.`
        : `Its grace period ended at ${timeText(deletion)}.${held}`,
    ),
  });
}

/** null where it has a node, or nothing says that it needs one. */
function unscheduled({ object, now }: HealthInput): Health | null {
  if (word(member(object['spec'], 'nodeName')) !== null) return null;
  const scheduled = conditionOf(object, 'PodScheduled');
  if (scheduled?.status === 'True') return null;
  if (scheduled?.reason === 'SchedulingGated' || list(member(object['spec'], 'schedulingGates')).length > 0) {
    return health('SUSPENDED', 'SchedulingGated', 'It is not scheduled before its scheduling gates are taken away.');
  }
  if (scheduled?.status === 'False' && scheduled.reason !== null) {
    return health('DEGRADED', scheduled.reason, `No node can take it: ${sentence(scheduled.message ?? scheduled.reason)}`);
  }
  const created = parseTime(member(object['metadata'], 'creationTimestamp'));
  const scheduler = word(member(object['spec'], 'schedulerName')) ?? 'default-scheduler';
  return changingAt({
    at: created === null ? null : created + ATTENTION_TIME,
    now,
    first: health('PROGRESSING', 'NotScheduled', 'It waits for a node.'),
    after: health('DEGRADED', 'NotScheduled', `No scheduler has looked at it: does ${scheduler} run?`),
  });
}

function judgeContainers(input: HealthInput): Health {
  const { object, now } = input;
  const containers = containerReports(object);
  if (containers.length === 0) return health('UNKNOWN', 'NoContainers', 'Its spec names no container.');
  if (containers.every(({ isReported }) => !isReported)) return notTakenUp(input);
  for (const container of containers) {
    const trouble = containerTrouble(container, object, now);
    if (trouble !== null) return trouble;
  }
  if (isTrue(object, 'Ready')) return HEALTHY;
  const initializing = containers.find((one) => one.isInit && isUnfinished(one));
  if (initializing !== undefined) return startTrouble(input, initializing);
  const creating = containers.find((one) => !one.isInit && one.running === null && one.terminated === null);
  if (creating !== undefined) return startTrouble(input, creating);
  return judgeReadiness(input, containers);
}

/** Holds the containers after it back. */
function isUnfinished({ terminated, running, isSidecar, isStarted }: ContainerReport): boolean {
  if (isSidecar) return running === null || !isStarted;
  return terminated === null;
}

function notTakenUp({ object, now }: HealthInput): Health {
  const since = conditionOf(object, 'PodScheduled')?.since ?? parseTime(member(object['metadata'], 'creationTimestamp'));
  return changingAt({
    at: since === null ? null : since + ATTENTION_TIME,
    now,
    first: health('PROGRESSING', 'NotStarted', `It waits for its node${nodeText(object)} to take it up.`),
    after: health('DEGRADED', 'NotStarted', `The kubelet of its node${nodeText(object)} has not taken it up: look at the node.`),
  });
}

function judgeReadiness(input: HealthInput, containers: readonly ContainerReport[]): Health {
  const { object, now } = input;
  const ready = conditionOf(object, 'Ready');
  if (ready === null) return health('UNKNOWN', 'NoCondition', 'Its status does not say whether it is ready.');
  if (ready.reason === 'PodCompleted') return HEALTHY;
  const unready = containers.find((one) => !one.isReady && one.running !== null && (!one.isInit || one.isSidecar));
  if (unready !== undefined) return readinessTrouble(unready, now);
  if (ready.reason === 'ReadinessGatesNotReady') return gated(ready, now);
  if (isNodeSilent(object)) {
    return health('DEGRADED', 'NodeLost', `Its containers ran when its node${nodeText(object)} last reported; the node reports no more.`);
  }
  return health('PROGRESSING', ready.reason ?? 'NotReady', ready.message === null ? 'It is not ready.' : sentence(ready.message));
}

function gated(ready: Condition, now: number): Health {
  const text = sentence(ready.message ?? 'A readiness gate is not passed');
  return changingAt({
    at: ready.since === null ? null : ready.since + PROGRESS_DEADLINE,
    now,
    first: health('PROGRESSING', 'ReadinessGatesNotReady', text),
    after: health('DEGRADED', 'ReadinessGatesNotReady', `${text} What sets the condition of the gate has not done so.`),
  });
}

/**
 * The node controller takes Ready away from the pods of a silent node and leaves ContainersReady as the kubelet wrote it.
 * Source: Kubernetes, pkg/controller/util/node/controller_utils.go, MarkPodsNotReady.
 */
function isNodeSilent(object: JsonObject): boolean {
  const ready = conditionOf(object, 'Ready');
  return ready?.status === 'False' && ready.reason === null && conditionOf(object, 'ContainersReady')?.status === 'True';
}

function nodeText(object: JsonObject): string {
  const node = word(member(object['spec'], 'nodeName'));
  return node === null ? '' : ` ${node}`;
}
