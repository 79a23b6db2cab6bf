/** Parts of a Pod's status, in the kubelet's words. Source: kubelet, pkg/kubelet/status/generate.go and kubelet_pods.go. */
import { createHash } from 'node:crypto';
import type { PodCondition } from './fate.ts';
import type { Container, ContainerState, ContainerStatus, PlayedPod, Terminated } from './played-pod.ts';

export function timeText(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** Of containers that never got an image there is no id. */
export function containerStatus(options: {
  readonly pod: PlayedPod;
  readonly container: Container;
  readonly state: ContainerState;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restarts?: number;
  readonly last?: Terminated | null;
}): ContainerStatus {
  const { pod, container, state, ready = false, started = ready, restarts = 0, last = null } = options;
  const { name, image } = container;
  const ran = state.waiting === undefined || last !== null;
  const lastState = last === null ? {} : { terminated: last };
  return {
    ...{ name, image, imageID: ran ? imageId(image) : '', ready, started, restartCount: restarts, state, lastState },
    ...(ran ? { containerID: containerId({ pod, name, restarts }) } : {}),
  };
}

export function running(options: { readonly pod: PlayedPod; readonly container: Container; readonly since: number }): ContainerStatus {
  return containerStatus({ ...options, state: { running: { startedAt: timeText(options.since) } }, ready: true });
}

export function done(options: {
  readonly pod: PlayedPod;
  readonly container: Container;
  readonly start: number;
  readonly end: number;
  readonly init: boolean;
}): ContainerStatus {
  const { pod, container, start, end, init } = options;
  const id = containerId({ pod, name: container.name, restarts: 0 });
  const terminated = { exitCode: 0, reason: 'Completed', startedAt: timeText(start), finishedAt: timeText(end), containerID: id };
  return containerStatus({ pod, container, state: { terminated }, ready: init, started: false });
}

export function containerId(options: { readonly pod: PlayedPod; readonly name: string; readonly restarts: number }): string {
  return `containerd://${sha256(`${options.pod.metadata.uid}/${options.name}/${options.restarts}`)}`;
}

export interface Readiness {
  readonly pod: PlayedPod;
  readonly ready: boolean;
  /** Why it is not ready; containers that are not, where left out. */
  readonly reason?: 'PodCompleted';
  readonly unready?: readonly string[];
  /** Init containers that are not done. */
  readonly uninitialized?: readonly string[];
  readonly sandbox?: boolean;
  /** Since when; since its creation where left out. */
  readonly since?: string;
}

export function conditions(options: Readiness): readonly PodCondition[] {
  const { pod, ready, reason = 'ContainersNotReady', unready = [], uninitialized = [], sandbox = true } = options;
  const since = options.since ?? pod.metadata.creationTimestamp;
  const condition = (type: string, holds: boolean, why: { readonly reason?: string; readonly message?: string } = {}): PodCondition => ({
    ...{ type, status: holds ? 'True' : 'False', lastProbeTime: null, lastTransitionTime: since },
    ...{ observedGeneration: pod.metadata.generation ?? 1, ...(holds ? {} : why) },
  });
  const notReady = reason === 'PodCompleted' ? { reason } : { reason, message: `containers with unready status: [${unready.join(' ')}]` };
  return [
    condition('PodReadyToStartContainers', sandbox),
    condition('Initialized', uninitialized.length === 0, {
      ...{ reason: 'ContainersNotInitialized', message: `containers with incomplete status: [${uninitialized.join(' ')}]` },
    }),
    condition('Ready', ready, notReady),
    condition('ContainersReady', ready, notReady),
  ];
}

function imageId(image: string): string {
  return `${image.replace(/:[^:/]*$/, '')}@sha256:${sha256(image)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
