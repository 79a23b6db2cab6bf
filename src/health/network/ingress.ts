/** An Ingress, by the Services that it sends to. Source: https://kubernetes.io/docs/concepts/services-networking/ingress/. */
import { HEALTHY, type Health, health } from '../health.ts';
import type { Backend, HealthInput } from '../input.ts';
import { missingText } from '../neighbours.ts';

/** An address in its status is no measure: many controllers write none. */
export function judgeIngress({ facts }: HealthInput): Health {
  const { backends } = facts;
  if (backends === undefined) return health('UNKNOWN', 'BackendsNotKnown', 'What stands behind it is not known.');
  const missing = missingText(facts);
  if (missing !== null) return health('DEGRADED', 'MissingReference', missing);
  for (const status of WORST_FIRST) {
    const found = backends.find((backend) => backend.status === status && backend.present === true);
    if (found !== undefined) return backendHealth(status, found);
  }
  const unknown = backends.find(({ present, status }) => present === null || status === 'UNKNOWN');
  if (unknown === undefined) return HEALTHY;
  const why = unknown.present === null ? 'it was not captured' : (unknown.message ?? 'its health is not known');
  return health('UNKNOWN', 'BackendsNotKnown', `Whether Service ${unknown.name} (${unknown.path}) serves is not known: ${why}`);
}

const WORST_FIRST = ['DEGRADED', 'PROGRESSING', 'SUSPENDED'] as const;

function backendHealth(status: (typeof WORST_FIRST)[number], { name, path, message }: Backend): Health {
  return health(status, 'BackendNotServing', `${path} leads to Service ${name}: ${message ?? 'it does not serve'}`);
}
