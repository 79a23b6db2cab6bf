/** Which logs of a Pod there are, by its status. Source: k8s.io/api/core/v1, ContainerStatus; kubelet, kuberuntime_logs. */
import { arrayField, booleanField, numberField, objectField, stringField } from '../../../records/json-fields.ts';
import type { LogChoice } from './log-choice.ts';

export interface PodLog {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  /** Whose kubelet has it; null where the Pod has none. */
  readonly node: string | null;
  /** Why there is nothing to read; null where there may be. */
  readonly notStarted: string | null;
}

/** Of Pods as JSON without white space. */
export function logsOfPods(pods: readonly Uint8Array[], which: LogChoice['which']): PodLog[] {
  if (which === 'none') return [];
  const read = which === 'all' ? pods : pods.filter(mayBeInTrouble);
  return read.flatMap((pod) => logsOfPod(parsed(pod), which));
}

/** A Pod without any of these words is well: most are not parsed. */
const TROUBLE: readonly string[] = ['"waiting":', '"terminated":', '"ready":false'];

function mayBeInTrouble(pod: Uint8Array): boolean {
  const bytes = Buffer.from(pod.buffer, pod.byteOffset, pod.length);
  return TROUBLE.some((word) => bytes.includes(word, 0, 'latin1'));
}

function parsed(pod: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(pod.buffer, pod.byteOffset, pod.length).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** In the order of the Pod's specification: init containers, containers, ephemeral ones; of each the log before a restart last. */
function logsOfPod(pod: unknown, which: LogChoice['which']): PodLog[] {
  const metadata = objectField(pod, 'metadata');
  const namespace = stringField(metadata, 'namespace');
  const name = stringField(metadata, 'name');
  if (which === 'none' || namespace === undefined || name === undefined) return [];
  const node = stringField(objectField(pod, 'spec'), 'nodeName') ?? null;
  return containersOf(pod)
    .filter(({ status, init }) => which === 'all' || isInTrouble(status, init))
    .flatMap(({ container, status }) => {
      const log = { namespace, pod: name, container, node };
      const logs = [{ ...log, previous: false, notStarted: notStarted(status) }];
      return hasPrevious(status) ? [...logs, { ...log, previous: true, notStarted: null }] : logs;
    });
}

interface Container {
  readonly container: string;
  readonly status: unknown;
  readonly init: boolean;
}

const LISTS: readonly (readonly [specification: string, status: string, init: boolean])[] = [
  ['initContainers', 'initContainerStatuses', true],
  ['containers', 'containerStatuses', false],
  ['ephemeralContainers', 'ephemeralContainerStatuses', true],
];

function containersOf(pod: unknown): Container[] {
  const specification = objectField(pod, 'spec');
  const status = objectField(pod, 'status');
  return LISTS.flatMap(([list, statuses, init]) =>
    arrayField(specification, list).flatMap((entry) => {
      const container = stringField(entry, 'name');
      if (container === undefined) return [];
      return [{ container, init, status: arrayField(status, statuses).find((one) => stringField(one, 'name') === container) }];
    }),
  );
}

/** Waiting for anything but its turn, ended with an error, restarted after one, or running and not ready. An init container that is done is well. */
function isInTrouble(status: unknown, init: boolean): boolean {
  const state = objectField(status, 'state');
  const ended = objectField(state, 'terminated');
  if (ended !== undefined) return numberField(ended, 'exitCode') !== 0;
  if (objectField(objectField(status, 'lastState'), 'terminated') !== undefined) return true;
  const waiting = objectField(state, 'waiting');
  if (waiting !== undefined) return !TURN.has(stringField(waiting, 'reason') ?? '');
  return objectField(state, 'running') !== undefined && !init && booleanField(status, 'ready') === false;
}

const TURN: ReadonlySet<string> = new Set(['', 'ContainerCreating', 'PodInitializing']);

/** A container that waits and has no life behind it never wrote anything. */
function notStarted(status: unknown): string | null {
  const state = objectField(status, 'state');
  const waiting = objectField(state, 'waiting');
  const hasRun =
    objectField(objectField(status, 'lastState'), 'terminated') !== undefined || (numberField(status, 'restartCount') ?? 0) > 0;
  if (status === undefined) return 'its container has no status';
  if (waiting === undefined || hasRun) return null;
  return [stringField(waiting, 'reason'), stringField(waiting, 'message')].filter((text) => text).join(': ') || 'waiting';
}

function hasPrevious(status: unknown): boolean {
  return objectField(objectField(status, 'lastState'), 'terminated') !== undefined;
}
