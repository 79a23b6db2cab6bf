/** Source: https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/; Kubernetes, autoscaling/v2 types.go. */
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';
import { missingText } from '../neighbours.ts';

export function judgeAutoscaler({ object, facts }: HealthInput): Health {
  const [able, active, limited] = ['AbleToScale', 'ScalingActive', 'ScalingLimited'].map((type) => conditionOf(object, type));
  const missing = missingText(facts);
  if (able?.status === 'False') {
    return health('DEGRADED', able.reason ?? 'NotAbleToScale', missing ?? sentence(able.message ?? 'It cannot scale its target'));
  }
  if (active?.status === 'False') {
    return active.reason === 'ScalingDisabled'
      ? health('SUSPENDED', 'ScalingDisabled', 'Its target is scaled to zero: it leaves it alone.')
      : health('DEGRADED', active.reason ?? 'ScalingInactive', sentence(active.message ?? 'It cannot tell how many replicas are needed'));
  }
  if (limited?.status === 'True' && limited.reason === 'TooManyReplicas') {
    return health('HEALTHY', 'TooManyReplicas', 'It would have more replicas than its maximum allows.');
  }
  if (able?.status === 'True') return HEALTHY;
  return health('UNKNOWN', 'NoCondition', 'Its status does not say whether it can scale.');
}
