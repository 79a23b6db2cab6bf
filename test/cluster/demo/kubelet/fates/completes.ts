/** A pod that runs for a while and is done. */
import type { Fate, Moment } from '../fate.ts';
import type { Completes } from '../profiles.ts';
import { conditions, done, running, timeText } from '../status-parts.ts';

export function completes({ pod, born, age }: Moment, { run }: Completes): Fate {
  const start = born + 1;
  const end = born + run;
  if (age < run)
    return {
      ...{ phase: 'Running', hasAddress: true, conditions: conditions({ pod, ready: true }), events: [] },
      containerStatuses: pod.spec.containers.map((container) => running({ pod, container, since: start })),
    };
  return {
    ...{ phase: 'Succeeded', hasAddress: true, events: [] },
    conditions: conditions({ pod, ready: false, reason: 'PodCompleted', since: timeText(end) }),
    containerStatuses: pod.spec.containers.map((container) => done({ pod, container, start, end, init: false })),
  };
}
