/** A container, or an init container, that fails and is started again. */
import { type CrashLoop, crashLoopAt, goDuration, type Span } from '../back-off.ts';
import type { Fate, KubeletEvent, Moment } from '../fate.ts';
import type { Container, ContainerState, ContainerStatus, PlayedPod, Terminated } from '../played-pod.ts';
import type { CrashLoops } from '../profiles.ts';
import { conditions, containerId, containerStatus, done, running, timeText } from '../status-parts.ts';
import { alreadyPresent } from './waits.ts';

export function crashLoops(moment: Moment, profile: CrashLoops): Fate {
  const { pod, born, age, mostRestarts } = moment;
  const init = (pod.spec.initContainers ?? []).some(({ name }) => name === profile.container);
  const loop = crashLoopAt({ age, run: profile.run, mostRestarts });
  const told = { ...moment, profile, loop };
  return { hasAddress: true, ...(init ? ofInitContainer(told) : ofContainer(told)), events: eventsOf({ pod, born, profile, loop, init }) };
}

interface Told extends Moment {
  readonly profile: CrashLoops;
  readonly loop: CrashLoop;
}

type Status = Pick<Fate, 'phase' | 'conditions' | 'containerStatuses' | 'initContainerStatuses'>;

/** Those before it are done, those after it and the containers wait. */
function ofInitContainer(told: Told): Status {
  const { pod, born, profile } = told;
  const inits = pod.spec.initContainers ?? [];
  const at = inits.findIndex(({ name }) => name === profile.container);
  const waiting = (container: Container): ContainerStatus =>
    containerStatus({ pod, container, state: { waiting: { reason: 'PodInitializing' } } });
  return {
    phase: 'Pending',
    conditions: conditions({ pod, ready: false, unready: namesOf(pod.spec.containers), uninitialized: namesOf(inits.slice(at)) }),
    initContainerStatuses: inits.map((container, index) => {
      if (index < at) return done({ pod, container, start: born + 1, end: born + 2, init: true });
      return index === at ? failing(told, container) : waiting(container);
    }),
    containerStatuses: pod.spec.containers.map(waiting),
  };
}

function ofContainer(told: Told): Status {
  const { pod, born, profile, loop } = told;
  const since = timeText(born + (loop.running ? loop.run.start : loop.run.end));
  return {
    phase: 'Running',
    conditions: conditions({ pod, ready: loop.running && profile.readyWhileRunning, unready: [profile.container], since }),
    containerStatuses: pod.spec.containers.map((container) =>
      container.name === profile.container ? failing(told, container) : running({ pod, container, since: born + 2 }),
    ),
  };
}

function failing(told: Told, container: Container): ContainerStatus {
  const { pod, profile, loop } = told;
  const { restarts } = loop;
  const before = loop.runBefore === null ? null : terminated(told, loop.runBefore, restarts - 1);
  const ended = terminated(told, loop.run, restarts);
  const { state, last } = stateOf({ ...told, ended, before });
  const ready = loop.running && profile.readyWhileRunning;
  return containerStatus({ pod, container, state, ready, started: loop.running, restarts, last });
}

function stateOf(options: Told & { readonly ended: Terminated; readonly before: Terminated | null }): {
  readonly state: ContainerState;
  readonly last: Terminated | null;
} {
  const { pod, born, profile, loop, ended, before } = options;
  if (loop.running) return { state: { running: { startedAt: timeText(born + loop.run.start) } }, last: before };
  if (loop.backOff === null) return { state: { terminated: ended }, last: before };
  const message = `back-off ${goDuration(loop.backOff)} restarting failed container=${profile.container} pod=${fullName(pod)}`;
  return { state: { waiting: { reason: 'CrashLoopBackOff', message } }, last: ended };
}

function terminated({ pod, born, profile }: Told, run: Span, restarts: number): Terminated {
  const { exitCode, reason, container: name } = profile;
  const times = { startedAt: timeText(born + run.start), finishedAt: timeText(born + run.end) };
  return { exitCode, reason, ...times, containerID: containerId({ pod, name, restarts }) };
}

function eventsOf(options: {
  readonly pod: PlayedPod;
  readonly born: number;
  readonly profile: CrashLoops;
  readonly loop: CrashLoop;
  readonly init: boolean;
}): readonly KubeletEvent[] {
  const { pod, born, profile, loop, init } = options;
  const all = [...(pod.spec.initContainers ?? []), ...pod.spec.containers];
  const image = all.find(({ name }) => name === profile.container)?.image ?? '';
  const fieldPath = `spec.${init ? 'initContainers' : 'containers'}{${profile.container}}`;
  const starts = { type: 'Normal', count: loop.restarts + 1, fieldPath } as const;
  const backOff: KubeletEvent = {
    ...{ type: 'Warning', reason: 'BackOff', fieldPath, count: Math.max(1, loop.restarts * 3), first: born + 2 * profile.run + 4 },
    message: `Back-off restarting failed container ${profile.container} in pod ${fullName(pod)}`,
  };
  return [
    { ...starts, reason: 'Pulled', message: alreadyPresent(image), first: born + 1 },
    { ...starts, reason: 'Created', message: 'Container created', first: born + 2 },
    { ...starts, reason: 'Started', message: 'Container started', first: born + 2 },
    ...(loop.running || loop.backOff === null ? [] : [backOff]),
  ];
}

function fullName({ metadata: { name, namespace, uid } }: PlayedPod): string {
  return `${name}_${namespace}(${uid})`;
}

function namesOf(containers: readonly Container[]): readonly string[] {
  return containers.map(({ name }) => name);
}
