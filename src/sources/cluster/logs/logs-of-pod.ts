/** Which logs of a Pod there are, by its status. Source: k8s.io/api/core/v1, ContainerStatus; kubelet, kuberuntime_logs. */
import { arrayField, booleanField, numberField, objectField, parseJson, stringField } from '../../../records/json-fields.ts';
import type { JsonObject } from '../../../records/record.ts';
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

/** Of Pods as JSON without white space, as they are at the time `now`. */
export function logsOfPods(pods: readonly Uint8Array[], which: LogChoice['which'], now: number = Date.now()): PodLog[] {
  if (which === 'none') return [];
  const read = which === 'all' ? pods : pods.filter(mayBeInTrouble);
  return read.flatMap((pod) => logsOfPod({ pod: parseJson(pod), which, now }));
}

/** A Pod without any of these words is well: most are not parsed. */
const TROUBLE: readonly string[] = ['"waiting":', '"terminated":', '"ready":false'];

function mayBeInTrouble(pod: Uint8Array): boolean {
  const bytes = Buffer.from(pod.buffer, pod.byteOffset, pod.length);
  return TROUBLE.some((word) => bytes.includes(word, 0, 'latin1'));
}

/** In the order of the Pod's specification: init containers, containers, ephemeral ones; of each the log before a restart last. */
function logsOfPod(options: { readonly pod: unknown; readonly which: LogChoice['which']; readonly now: number }): PodLog[] {
  const { pod, which, now } = options;
  const metadata = objectField(pod, 'metadata');
  const namespace = stringField(metadata, 'namespace');
  const name = stringField(metadata, 'name');
  if (which === 'none' || namespace === undefined || name === undefined) return [];
  const node = stringField(objectField(pod, 'spec'), 'nodeName') ?? null;
  return containersOf(pod)
    .filter((container) => which === 'all' || isInTrouble(container, now))
    .flatMap(({ container, status }) => {
      const log = { namespace, pod: name, container, node };
      const logs = [{ ...log, previous: false, notStarted: notStarted(status) }];
      return hasPrevious(status) ? [...logs, { ...log, previous: true, notStarted: null }] : logs;
    });
}

interface Container {
  readonly container: string;
  readonly status: unknown;
  readonly type: ContainerType;
}

/** A sidecar is an init container that stays: what is said of its being ready is said as of any other. */
type ContainerType = 'init' | 'sidecar' | 'container' | 'ephemeral';

const LISTS: readonly (readonly [specification: string, status: string, type: ContainerType])[] = [
  ['initContainers', 'initContainerStatuses', 'init'],
  ['containers', 'containerStatuses', 'container'],
  ['ephemeralContainers', 'ephemeralContainerStatuses', 'ephemeral'],
];

function containersOf(pod: unknown): Container[] {
  const specification = objectField(pod, 'spec');
  const status = objectField(pod, 'status');
  return LISTS.flatMap(([list, statuses, listed]) =>
    arrayField(specification, list).flatMap((entry) => {
      const container = stringField(entry, 'name');
      if (container === undefined) return [];
      const type = listed === 'init' && stringField(entry, 'restartPolicy') === 'Always' ? 'sidecar' : listed;
      return [{ container, type, status: arrayField(status, statuses).find((one) => stringField(one, 'name') === container) }];
    }),
  );
}

/** Waiting for anything but its turn, ended with an error, restarted after one, or running and not ready. An init container that is done is well. */
function isInTrouble({ status, type }: Container, now: number): boolean {
  const state = objectField(status, 'state');
  const ended = objectField(state, 'terminated');
  const endedBefore = objectField(objectField(status, 'lastState'), 'terminated');
  if (ended !== undefined) return hasFailed(ended) || hasFailed(endedBefore);
  if (endedBefore !== undefined) return true;
  const waiting = objectField(state, 'waiting');
  if (waiting !== undefined) return !TURN.has(stringField(waiting, 'reason') ?? '');
  const running = objectField(state, 'running');
  if (running === undefined || type === 'ephemeral') return false;
  return type === 'init' ? now - startOf(running) > LONG : booleanField(status, 'ready') === false;
}

function hasFailed(terminated: JsonObject | undefined): boolean {
  return terminated !== undefined && numberField(terminated, 'exitCode') !== 0;
}

/** Milliseconds for which an init container may run: it holds up its Pod. */
const LONG = 5 * 60_000;

function startOf(running: JsonObject): number {
  return Date.parse(stringField(running, 'startedAt') ?? '');
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
