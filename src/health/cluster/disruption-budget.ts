/** Source: https://kubernetes.io/docs/tasks/run-application/configure-pdb/; Kubernetes, policy/v1 types.go. */
import { integer, member } from '../../kube/fixed-keys.ts';
import { notObserved } from '../common.ts';
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

/** That it allows no disruption is what it is for. */
export function judgeDisruptionBudget(input: HealthInput): Health {
  const { object } = input;
  const stale = notObserved(input);
  if (stale !== null) return stale;
  const allowed = conditionOf(object, 'DisruptionAllowed');
  if (allowed?.reason === 'SyncFailed') return health('DEGRADED', 'SyncFailed', sentence(allowed.message ?? 'Its pods cannot be counted'));
  const status = object['status'];
  const [current, desired, allows] = ['currentHealthy', 'desiredHealthy', 'disruptionsAllowed'].map((key) => integer(member(status, key)));
  if (current === undefined || desired === undefined || current === null || desired === null) {
    return health('UNKNOWN', 'NoStatus', 'Its status does not count its pods.');
  }
  if (current < desired)
    return health('DEGRADED', 'InsufficientPods', `${current} of its pods are healthy, and ${desired} must be: none may be evicted.`);
  return allows === 0 ? health('HEALTHY', 'NoDisruptionAllowed', 'None of its pods may be evicted now.') : HEALTHY;
}
