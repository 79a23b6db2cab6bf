/** ReplicaSets and ReplicationControllers. Source: kstatus, replicasetConditions. */
import { notObserved } from '../common.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { countIn, desiredReplicas, hasStatus, lacking, NO_COUNT, NO_STATUS, replicaFailure, share } from './replicas.ts';

/** One that wants none says nothing: each Deployment has ten such of its past. */
export function judgeReplicaSet(input: HealthInput): Health {
  const { object, facts } = input;
  if (!hasStatus(object)) return NO_STATUS;
  const desired = desiredReplicas(object);
  if (desired === null) return NO_COUNT;
  const stale = notObserved(input);
  if (stale !== null) return stale;
  const available = countIn(object, 'availableReplicas');
  const replicas = countIn(object, 'replicas');
  const wanting = share(available, desired, 'available');
  const failure = replicaFailure(object);
  if (failure !== null && desired > 0) return { ...failure, message: `${wanting} ${failure.message}` };
  if (replicas > desired) return health('PROGRESSING', 'ScalingDown', `It has ${replicas} replicas and wants ${desired}.`);
  if (available >= desired) return HEALTHY;
  return lacking({ wanting, facts, isShort: replicas < desired, otherwise: health('PROGRESSING', 'ReplicasUnavailable', wanting) });
}
