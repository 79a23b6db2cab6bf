/** The log of a container as the kubelet answers for it, or why there is none. Source: kubelet, kubelet_pods.go, validateContainerLogStatus. */
import type { ContainerStatus, PlayedPod } from './played-pod.ts';
import { profileOf } from './profiles.ts';

export interface LogAnswer {
  readonly status: 200 | 400;
  readonly text: string;
}

/** Between two lines, in seconds. */
const PACE = 0.31;

export function containerLog(options: {
  readonly pod: PlayedPod;
  readonly container: string;
  readonly previous: boolean;
  readonly timestamps: boolean;
}): LogAnswer {
  const { pod, container, previous, timestamps } = options;
  const status = [...(pod.status.initContainerStatuses ?? []), ...(pod.status.containerStatuses ?? [])].find(
    ({ name }) => name === container,
  );
  const of = `container "${container}" in pod "${pod.metadata.name}"`;
  if (status === undefined) return { status: 400, text: `${of} is not available` };
  const { waiting } = status.state;
  const ended = status.lastState.terminated;
  if (previous && ended === undefined) return { status: 400, text: `previous terminated ${of} not found` };
  if (!previous && waiting !== undefined && ended === undefined)
    return { status: 400, text: `${of} is waiting to start: ${waiting.reason === 'ImagePullBackOff' ? NO_IMAGE : waiting.reason}` };
  const start = startOf(status, previous);
  const lines = linesOf(pod, container).map((line, index) =>
    timestamps ? `${stamp(start + index * PACE * 1_000)} ${line}\n` : `${line}\n`,
  );
  return { status: 200, text: lines.join('') };
}

const NO_IMAGE = 'trying and failing to pull image';

function linesOf(pod: PlayedPod, container: string): readonly string[] {
  const profile = profileOf(pod);
  if (profile?.fate === 'crash-loops' && profile.container === container) return profile.log;
  const heartbeat = (number: number): string => `level=info msg="heartbeat" component=${container} seq=${number}`;
  return [...['starting', 'listening', 'ready'].map((word) => `${container} ${word}`), heartbeat(1), heartbeat(2)];
}

/** In milliseconds. While it waits for its restart the log is that of the run before. */
function startOf({ state, lastState }: ContainerStatus, previous: boolean): number {
  const run = previous || state.waiting !== undefined ? lastState.terminated : (state.running ?? state.terminated);
  return run === undefined ? Date.now() : Date.parse(run.startedAt);
}

/** In nanoseconds, as container runtimes write it. */
function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('Z', '000000Z');
}
