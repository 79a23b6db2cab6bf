import { describe } from 'vitest';
import type { Backend, EndpointFacts, Neighbour } from '../input.ts';
import { type Row, testCases } from '../testing/cases.ts';
import { NOW } from '../testing/real-objects.ts';

const none: EndpointFacts = { ready: 0, notReady: 0, worst: null, selected: 0, workloads: [] };
const pod: Neighbour = { kind: 'Pod', name: 'web-1', status: 'DEGRADED', reason: 'Error', message: 'It ended.', phase: 'Running' };
const workload = (rest: object): EndpointFacts['workloads'][number] => ({
  ...pod,
  kind: 'Deployment',
  name: 'web',
  phase: null,
  desired: 2,
  ...rest,
});

const SERVICE = 'Service shop/recommendations';
const BALANCED = 'Service ingress-system/ingress-nginx-controller';
const serving = { facts: { endpoints: { ...none, ready: 1, notReady: 3 } } };

const SERVICES: readonly Row[] = [
  ['HEALTHY', 'one endpoint is ready', SERVICE, serving],
  ['HEALTHY', 'an ExternalName leads elsewhere', 'Service payments/bank-gateway'],
  ['UNKNOWN EndpointsNotCaptured', 'its slices were not captured', SERVICE, { facts: { endpoints: null } }],
  ['UNKNOWN NoEndpoint', 'it has no selector: somebody else writes its endpoints', 'Service data/erp', { facts: { endpoints: none } }],
  ['DEGRADED SelectsNoPod', 'no pod has its labels', SERVICE, { facts: { endpoints: none } }, 'No pod has app=recomendations'],
  [
    'DEGRADED SelectsNoPod',
    'its workload makes no pods',
    SERVICE,
    { facts: { endpoints: { ...none, workloads: [workload({})] } } },
    'Deployment web',
  ],
  [
    'SUSPENDED ScaledToZero',
    'its workload is scaled to zero',
    SERVICE,
    { facts: { endpoints: { ...none, workloads: [workload({ desired: 0 })] } } },
  ],
  [
    'DEGRADED NoReadyEndpoint',
    'its pods are ill',
    SERVICE,
    { facts: { endpoints: { ...none, notReady: 2, worst: pod } } },
    'Pod web-1: It ended.',
  ],
  [
    'PROGRESSING NoReadyEndpoint',
    'its pods start',
    SERVICE,
    { facts: { endpoints: { ...none, notReady: 1, worst: { ...pod, status: 'PROGRESSING' } } } },
  ],
  [
    'DEGRADED NoEndpoint',
    'which pods it selects is not known',
    SERVICE,
    { facts: { endpoints: { ...none, selected: null } } },
    'not known',
  ],
  [
    'DEGRADED NoEndpoint',
    'its pods have no address',
    SERVICE,
    { facts: { endpoints: { ...none, selected: 2, worst: pod } } },
    'have they an address?',
  ],
  ['HEALTHY', 'its load balancer has an address', BALANCED, serving],
  [
    'DEGRADED LoadBalancerPending',
    'nobody makes load balancers',
    BALANCED,
    { ...serving, change: { status: { loadBalancer: null } }, now: NOW + 3_600_000 },
  ],
  [
    'PROGRESSING LoadBalancerPending',
    'its load balancer is being made',
    BALANCED,
    { ...serving, change: { status: { loadBalancer: null } }, now: Number.NEGATIVE_INFINITY },
  ],
  [
    'DEGRADED SyncLoadBalancerFailed',
    'its load balancer could not be made',
    BALANCED,
    {
      change: { status: { loadBalancer: null } },
      facts: { ...serving.facts, warnings: [{ reason: 'SyncLoadBalancerFailed', message: 'quota of addresses', lastAt: NOW }] },
    },
    'quota of addresses',
  ],
  [
    'HEALTHY',
    'it has addresses of its own',
    BALANCED,
    { ...serving, change: { spec: { externalIPs: ['192.0.2.1'] }, status: { loadBalancer: null } } },
  ],
];

const INGRESS = 'Ingress shop/checkout';
const backend = (rest: Partial<Backend>): { facts: { backends: readonly Backend[] } } => ({
  facts: {
    backends: [
      { name: 'well', path: 'spec.defaultBackend', present: true, status: 'HEALTHY', message: null },
      { name: 'checkout', path: 'spec.rules[0]', present: true, status: 'HEALTHY', message: null, ...rest },
    ],
  },
});

const INGRESSES: readonly Row[] = [
  ['HEALTHY', 'what stands behind it serves', INGRESS, backend({})],
  ['UNKNOWN BackendsNotKnown', 'nobody was asked', INGRESS],
  ['UNKNOWN BackendsNotKnown', 'its Service was not captured', INGRESS, backend({ present: null, status: null }), 'it was not captured'],
  ['UNKNOWN BackendsNotKnown', 'how its Service is is not known', INGRESS, backend({ status: 'UNKNOWN' })],
  [
    'DEGRADED BackendNotServing',
    'its Service does not serve',
    INGRESS,
    backend({ status: 'DEGRADED', message: 'No pod.' }),
    'Service checkout: No pod.',
  ],
  ['SUSPENDED BackendNotServing', 'its Service is scaled to zero', INGRESS, backend({ status: 'SUSPENDED' })],
  [
    'DEGRADED MissingReference',
    'its Service does not exist',
    INGRESS,
    { facts: { ...backend({}).facts, missing: [{ kind: 'Service', name: 'old', key: null, path: 'spec.rules[1]' }] } },
    'Service old, named by spec.rules[1], does not exist.',
  ],
];

describe('Services', () => testCases(SERVICES));
describe('Ingresses', () => testCases(INGRESSES));
