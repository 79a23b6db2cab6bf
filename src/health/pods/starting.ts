/** A Pod on its way up: what it waits for, and whether that can come. */
import { member } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import { PROGRESS_DEADLINE, timeText } from '../common.ts';
import { conditionOf } from '../conditions.ts';
import { changingAt, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { missingText, warningText } from '../neighbours.ts';
import { containerName } from './container-health.ts';
import type { ContainerReport } from './containers.ts';
import { readinessTrouble } from './readiness.ts';

/** Events of what keeps a container from being created. Source: Kubernetes, pkg/kubelet/events/event.go. */
const START_WARNINGS: ReadonlySet<string> = new Set([
  'FailedMount',
  'FailedAttachVolume',
  'FailedMapVolume',
  'FailedCreatePodSandBox',
  'FailedPrepareDynamicResources',
  'NetworkNotReady',
  'FailedMountOnFilesystemMismatch',
  'FailedSync',
]);

export function startTrouble(input: HealthInput, container: ContainerReport): Health {
  const { object, now, facts } = input;
  if (container.isInit && container.running !== null) return initRunning(container, now);
  const since = parseTime(member(object['status'], 'startTime')) ?? conditionOf(object, 'PodScheduled')?.since ?? null;
  const name = containerName(container);
  const missing = missingText(facts);
  const warning = warningText(facts, { reasons: START_WARNINGS, since });
  if (missing !== null) return health('DEGRADED', warning?.reason ?? 'MissingReference', `${name} cannot be created: ${missing}`);
  if (warning !== null) return health('DEGRADED', warning.reason, `${name} is not created: ${warning.text}`);
  const reason = container.waiting?.reason ?? 'ContainerCreating';
  return changingAt({
    at: since === null ? null : since + PROGRESS_DEADLINE,
    now,
    first: health('PROGRESSING', reason, `${name} is being created.`),
    after: health(
      'DEGRADED',
      reason,
      `${name} is being created since ${timeText(since ?? 0)}: look at its volumes, its network and its node.`,
    ),
  });
}

/** It takes as long as it takes. */
function initRunning(container: ContainerReport, now: number): Health {
  if (container.isSidecar) return readinessTrouble(container, now);
  const since = container.running?.startedAt ?? null;
  const text = `${containerName(container)} runs${since === null ? '' : ` since ${timeText(since)}`}; the containers after it wait.`;
  return health('PROGRESSING', 'Initializing', text);
}
