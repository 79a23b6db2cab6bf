/** Source: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status; kstatus, deploymentConditions. */
import { member } from '../../kube/fixed-keys.ts';
import { notObserved } from '../common.ts';
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { countIn, desiredReplicas, hasStatus, lacking, NO_COUNT, NO_STATUS, replicaFailure, SCALED_TO_ZERO, share } from './replicas.ts';

export function judgeDeployment(input: HealthInput): Health {
  const { object, facts } = input;
  if (!hasStatus(object)) return NO_STATUS;
  const desired = desiredReplicas(object);
  if (desired === null) return NO_COUNT;
  const stale = notObserved(input);
  if (stale !== null) return stale;
  const failure = replicaFailure(object);
  const available = countIn(object, 'availableReplicas');
  const wanting = share(available, desired, 'available');
  if (failure !== null) return { ...failure, message: `${wanting} ${failure.message}` };
  const progressing = conditionOf(object, 'Progressing');
  if (progressing?.status === 'False') {
    const text = `${wanting} The rollout does not come to its end: ${sentence(progressing.message ?? 'Progressing is False')}`;
    const stuck = health('DEGRADED', progressing.reason ?? 'NotProgressing', text);
    return lacking({ wanting: text, facts, otherwise: stuck });
  }
  if (member(object['spec'], 'paused') === true) return health('SUSPENDED', 'Paused', `Its rollout is paused; ${wanting}`);
  const replicas = countIn(object, 'replicas');
  const updated = countIn(object, 'updatedReplicas');
  if (desired === 0 && replicas === 0) return SCALED_TO_ZERO;
  if (updated >= desired && replicas <= updated && available >= desired) return HEALTHY;
  return lacking({ wanting, facts, otherwise: unavailable(input, { wanting, updated, desired }) });
}

/** A rollout under way, or one that was done and has lost its pods since. */
function unavailable({ object }: HealthInput, counts: { wanting: string; updated: number; desired: number }): Health {
  const { wanting, updated, desired } = counts;
  const wasDone = conditionOf(object, 'Progressing')?.reason === 'NewReplicaSetAvailable';
  const isDown = conditionOf(object, 'Available')?.status === 'False';
  if (wasDone && isDown) return health('DEGRADED', 'MinimumReplicasUnavailable', `${wanting} It was rolled out, and has lost pods since.`);
  if (updated < desired) return health('PROGRESSING', 'RollingOut', `${share(updated, desired, 'of the newest template')} ${wanting}`);
  return health('PROGRESSING', 'ReplicasUnavailable', wanting);
}
