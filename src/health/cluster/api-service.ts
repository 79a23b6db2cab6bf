/** Source: https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/; kube-aggregator, apiregistration/v1 types.go. */
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

export function judgeApiService({ object }: HealthInput): Health {
  const available = conditionOf(object, 'Available');
  if (available === null) return health('UNKNOWN', 'NoCondition', 'Its status does not say whether its API is available.');
  if (available.status === 'True') return HEALTHY;
  const said = sentence(available.message ?? `Available is ${available.status}`);
  return health('DEGRADED', available.reason ?? 'NotAvailable', `${said} Its kinds cannot be read, and no namespace can be deleted.`);
}
