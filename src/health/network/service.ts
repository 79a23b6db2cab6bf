/** A Service, by what stands behind it. Source: https://kubernetes.io/docs/concepts/services-networking/service/. */
import { list, member, word } from '../../kube/fixed-keys.ts';
import { parseTime } from '../../kube/time.ts';
import type { JsonObject } from '../../records/record.ts';
import { count, PROGRESS_DEADLINE } from '../common.ts';
import { changingAt, HEALTHY, type Health, health } from '../health.ts';
import type { EndpointFacts, HealthInput } from '../input.ts';
import { isIll, neighbourText, warningText } from '../neighbours.ts';

export function judgeService(input: HealthInput): Health {
  const { object, facts } = input;
  const type = word(member(object['spec'], 'type')) ?? 'ClusterIP';
  if (type === 'ExternalName') return HEALTHY;
  const { endpoints = null } = facts;
  if (endpoints === null) {
    return health(
      'UNKNOWN',
      'EndpointsNotCaptured',
      'What stands behind it is not known: neither its EndpointSlices nor its Endpoints were captured.',
    );
  }
  const behind = endpoints.ready > 0 ? HEALTHY : unserved(object, endpoints);
  return behind.status === 'HEALTHY' && type === 'LoadBalancer' ? (balancer(input) ?? behind) : behind;
}

function unserved(object: JsonObject, endpoints: EndpointFacts): Health {
  const { notReady, worst, selected, workloads } = endpoints;
  const selector = selectorText(object);
  if (notReady > 0) {
    const text = `${notReady === 1 ? 'Its only endpoint is not ready.' : `None of its ${notReady} endpoints is ready.`}${neighbourText(worst)}`;
    return worst === null || isIll(worst) ? health('DEGRADED', 'NoReadyEndpoint', text) : health('PROGRESSING', 'NoReadyEndpoint', text);
  }
  if (selector === null) {
    return health('UNKNOWN', 'NoEndpoint', 'It has no endpoint, and no selector: whoever writes its endpoints has written none.');
  }
  if (selected === null) {
    return health('DEGRADED', 'NoEndpoint', `It has no endpoint. Which pods have ${selector} is not known.`);
  }
  if (selected > 0) {
    return health(
      'DEGRADED',
      'NoEndpoint',
      `It has no endpoint, though ${count(selected, 'pod')} ${selected === 1 ? 'has' : 'have'} ${selector}: have they an address?${neighbourText(worst)}`,
    );
  }
  const idle = workloads.length > 0 && workloads.every(({ desired }) => desired === 0);
  const [first] = workloads;
  if (idle && first !== undefined)
    return health('SUSPENDED', 'ScaledToZero', `It has no endpoint: ${first.kind} ${first.name} is scaled to zero.`);
  const maker = workloads.find((one) => isIll(one)) ?? first ?? null;
  return maker === null
    ? health('DEGRADED', 'SelectsNoPod', `No pod has ${selector}, and no workload makes such pods: look at the selector.`)
    : health('DEGRADED', 'SelectsNoPod', `No pod has ${selector}.${neighbourText(maker)}`);
}

const BALANCER_WARNINGS: ReadonlySet<string> = new Set(['SyncLoadBalancerFailed', 'UnAvailableLoadBalancer', 'AllocationFailed']);

/** null where it has an address, or asks for none of the cluster's own making. */
function balancer({ object, facts, now }: HealthInput): Health | null {
  if (list(member(member(object['status'], 'loadBalancer'), 'ingress')).length > 0) return null;
  if (list(member(object['spec'], 'externalIPs')).length > 0) return null;
  const warning = warningText(facts, { reasons: BALANCER_WARNINGS, since: null });
  if (warning !== null) return health('DEGRADED', warning.reason, `It has no address from outside: ${warning.text}`);
  const created = parseTime(member(object['metadata'], 'creationTimestamp'));
  return changingAt({
    at: created === null ? null : created + PROGRESS_DEADLINE,
    now,
    first: health('PROGRESSING', 'LoadBalancerPending', 'It waits for a load balancer.'),
    after: health('DEGRADED', 'LoadBalancerPending', 'No load balancer was made for it: does anything in this cluster make them?'),
  });
}

/** `app=web,tier=front`, or null where it selects nothing. */
function selectorText(object: JsonObject): string | null {
  const selector = member(object['spec'], 'selector');
  if (typeof selector !== 'object' || selector === null || Array.isArray(selector)) return null;
  const pairs = Object.entries(selector).flatMap(([key, value]) => (typeof value === 'string' ? [`${key}=${value}`] : []));
  return pairs.length === 0 ? null : pairs.slice(0, 10).join(',');
}
