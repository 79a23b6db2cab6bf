/** A container that cannot start: its configuration or its image is not there. */
import { triesBy } from '../back-off.ts';
import type { Fate, KubeletEvent, Moment } from '../fate.ts';
import type { Waits } from '../profiles.ts';
import { conditions, containerStatus, running } from '../status-parts.ts';

export function waits({ pod, born, age }: Moment, profile: Waits): Fate {
  const { container: name } = profile;
  const image = pod.spec.containers.find((container) => container.name === name)?.image ?? '';
  const { reason, message, events } =
    profile.fate === 'has-no-config' ? noConfig({ ...profile, image, age }) : noImage({ ...profile, image, age });
  return {
    phase: 'Pending',
    hasAddress: true,
    conditions: conditions({ pod, ready: false, unready: [name] }),
    containerStatuses: pod.spec.containers.map((container) =>
      container.name === name
        ? containerStatus({ pod, container, state: { waiting: { reason, message } } })
        : running({ pod, container, since: born + 2 }),
    ),
    events: events.map(({ after, ...event }) => ({ ...event, first: born + after, fieldPath: `spec.containers{${name}}` })),
  };
}

interface Told {
  readonly reason: string;
  readonly message: string;
  readonly events: readonly (Omit<KubeletEvent, 'first' | 'fieldPath'> & { readonly after: number })[];
}

interface Asked {
  readonly image: string;
  readonly message: string;
  readonly age: number;
}

/** The kubelet tries at each of its syncs. */
const SYNC_SECONDS = 12;

function noConfig({ image, message, age }: Asked): Told {
  const count = Math.max(1, Math.floor(age / SYNC_SECONDS));
  return {
    reason: 'CreateContainerConfigError',
    message,
    events: [
      { type: 'Normal', reason: 'Pulled', message: alreadyPresent(image), count, after: 1 },
      { type: 'Warning', reason: 'Failed', message: `Error: ${message}`, count, after: 1 },
    ],
  };
}

function noImage({ image, message, age }: Asked): Told {
  const count = triesBy(age) + 1;
  return {
    reason: 'ImagePullBackOff',
    message: `Back-off pulling image "${image}": ErrImagePull: ${message}`,
    events: [
      { type: 'Normal', reason: 'Pulling', message: `Pulling image "${image}"`, count, after: 1 },
      { type: 'Warning', reason: 'Failed', message: `Failed to pull image "${image}": ${message}`, count, after: 2 },
      { type: 'Warning', reason: 'Failed', message: 'Error: ErrImagePull', count, after: 2 },
      { type: 'Normal', reason: 'BackOff', message: `Back-off pulling image "${image}"`, count: count * 2, after: 3 },
      { type: 'Warning', reason: 'Failed', message: 'Error: ImagePullBackOff', count: count * 2, after: 3 },
    ],
  };
}

export function alreadyPresent(image: string): string {
  return `Container image "${image}" already present on machine and can be accessed by the pod`;
}
