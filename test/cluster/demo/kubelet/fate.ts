import type { ContainerStatus, PlayedPod } from './played-pod.ts';

/** What a fate is asked with. */
export interface Moment {
  readonly pod: PlayedPod;
  /** Seconds since the epoch. */
  readonly born: number;
  /** Of the pod, in seconds. */
  readonly age: number;
  /** No crash loop gets beyond so many restarts. */
  readonly mostRestarts: number;
}

/** Of a status what a fate says; what all of them have is put to it. */
export interface Fate {
  readonly phase: 'Pending' | 'Running' | 'Succeeded';
  /** False where it never got its sandbox. */
  readonly hasAddress: boolean;
  readonly conditions: readonly PodCondition[];
  readonly containerStatuses: readonly ContainerStatus[];
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly events: readonly KubeletEvent[];
}

export interface PodCondition {
  readonly type: string;
  readonly status: 'True' | 'False';
  readonly lastTransitionTime: string;
  readonly [field: string]: unknown;
}

/** The same reason and message again raises the count. */
export interface KubeletEvent {
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly count: number;
  /** Seconds since the epoch. */
  readonly first: number;
  /** `spec.containers{scorer}` */
  readonly fieldPath?: string;
}
