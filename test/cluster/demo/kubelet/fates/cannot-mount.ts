/** A pod whose volume cannot be set up: it gets no sandbox. */
import { triesBy } from '../back-off.ts';
import type { Fate, Moment } from '../fate.ts';
import type { CannotMount } from '../profiles.ts';
import { conditions, containerStatus } from '../status-parts.ts';

export function cannotMount({ pod, born, age }: Moment, { message }: CannotMount): Fate {
  return {
    ...{ phase: 'Pending', hasAddress: false },
    conditions: conditions({ pod, ready: false, sandbox: false, unready: pod.spec.containers.map(({ name }) => name) }),
    containerStatuses: pod.spec.containers.map((container) =>
      containerStatus({ pod, container, state: { waiting: { reason: 'ContainerCreating' } } }),
    ),
    events: [{ type: 'Warning', reason: 'FailedMount', message, count: triesBy(age) + 3, first: born + 1 }],
  };
}
