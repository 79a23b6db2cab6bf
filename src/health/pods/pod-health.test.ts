import { describe } from 'vitest';
import { type Row, testCases } from '../testing/cases.ts';
import { NOW } from '../testing/real-objects.ts';
import { container, ended, notReady, runs } from './testing/container-states.ts';

const WELL = 'Pod shop/storefront-';
const INIT = 'Pod data/orders-sync-';

const minutes = (count: number): number => NOW + count * 60_000;

const CASES: readonly Row[] = [
  ['HEALTHY', 'it runs and is ready', WELL],
  ['HEALTHY', 'a pod of a completed Job', 'Pod data/report-october-', { change: { metadata: { deletionTimestamp: null } } }],
  ['DEGRADED Unschedulable', 'no node takes it', 'Pod data/gpu-trainer-', {}, "didn't match Pod's node affinity"],
  ['DEGRADED CrashLoopBackOff', 'its second init container fails', INIT, {}, 'Init container 2 of 2, migrate, waits: CrashLoopBackOff.'],
  ['DEGRADED CreateContainerConfigError', 'a key is missing', 'Pod shop/checkout-', {}, "couldn't find key PAYMENT_URL"],
  ['DEGRADED ImagePullBackOff', 'no such tag', 'Pod shop/image-resizer-', {}, 'The registry has no such repository or tag'],
  ['DEGRADED CrashLoopBackOff', 'out of memory', 'Pod payments/fraud-check-', {}, 'It needs more memory than its limit of 512Mi.'],
  ['DEGRADED NodeLost', 'its node is silent, nobody deletes it', 'Pod kube-system/kube-proxy-jjhqp', {}, 'worker-b2'],
  [
    'DEGRADED NodeLost',
    'it is being deleted on a silent node',
    'Pod shop/search-77b8c8d5d4-j8qtz',
    {},
    'nobody confirms that it has ended',
  ],
  ['DEGRADED Terminating', 'a finalizer holds it beyond its grace period', 'Pod shop/gift-wrap-', {}, 'shop.example.com/connection-drain'],
  ['PROGRESSING Terminating', 'its grace period is not over', 'Pod shop/gift-wrap-', { now: Date.UTC(2026, 10, 23, 5, 8) }],
  ['UNKNOWN NoStatus', 'it has no status', WELL, { change: { status: null } }],
  ['UNKNOWN NodeLost', 'its phase is Unknown', WELL, { change: { status: { phase: 'Unknown' } } }],
  ['UNKNOWN NoContainers', 'its spec was cut out', WELL, { change: { spec: { containers: null, initContainers: null } } }],
  [
    'PROGRESSING NotScheduled',
    'it was made a moment ago',
    WELL,
    {
      change: {
        metadata: { creationTimestamp: '2026-11-23T05:09:59Z' },
        spec: { nodeName: null },
        status: { phase: 'Pending', conditions: null },
      },
    },
  ],
  [
    'DEGRADED NotScheduled',
    'no scheduler looks at it',
    WELL,
    { change: { spec: { nodeName: null, schedulerName: 'mine' }, status: { phase: 'Pending', conditions: null } } },
    'does mine run?',
  ],
  [
    'SUSPENDED SchedulingGated',
    'a gate holds it',
    WELL,
    {
      change: {
        spec: { nodeName: null, schedulingGates: [{ name: 'example.com/quota' }] },
        status: { phase: 'Pending', conditions: null },
      },
    },
  ],
  [
    'DEGRADED NotStarted',
    'its kubelet has not taken it up',
    WELL,
    { change: { status: { phase: 'Pending', conditions: null, containerStatuses: null, initContainerStatuses: null } } },
    'look at the node',
  ],
  [
    'PROGRESSING ContainerCreating',
    'it is being created',
    WELL,
    { change: { ...container({ waiting: { reason: 'ContainerCreating' } }) }, now: Number.NEGATIVE_INFINITY },
  ],
  [
    'DEGRADED ContainerCreating',
    'it is being created for too long',
    WELL,
    { change: container({ waiting: { reason: 'ContainerCreating' } }), now: minutes(60) },
    'look at its volumes',
  ],
  [
    'DEGRADED FailedMount',
    'a volume cannot be mounted',
    WELL,
    {
      change: container({ waiting: { reason: 'ContainerCreating' } }),
      facts: { warnings: [{ reason: 'FailedMount', message: 'secret "tls" not found', lastAt: NOW }] },
    },
    'secret "tls" not found.',
  ],
  [
    'PROGRESSING ContainerCreating',
    'the warning is of an earlier life',
    WELL,
    {
      change: container({ waiting: { reason: 'ContainerCreating' } }),
      now: Number.NEGATIVE_INFINITY,
      facts: { warnings: [{ reason: 'FailedMount', message: 'secret "tls" not found', lastAt: 1 }] },
    },
  ],
  [
    'DEGRADED MissingReference',
    'a Secret is proved not to be there',
    WELL,
    {
      change: container({ waiting: { reason: 'ContainerCreating' } }),
      facts: { missing: [{ kind: 'Secret', name: 'tls', key: null, path: 'spec.volumes[0].secret.secretName' }] },
    },
    'Secret tls, named by spec.volumes[0].secret.secretName, does not exist.',
  ],
  [
    'DEGRADED Error',
    'it ended and is started again',
    WELL,
    { change: container({ terminated: ended({ reason: 'Error' }) }) },
    'exit code 1',
  ],
  [
    'DEGRADED OOMKilled',
    'it has no limit of its own',
    WELL,
    { change: container({ terminated: ended({ reason: 'OOMKilled', exitCode: 137 }) }) },
    'It has no memory limit',
  ],
  [
    'DEGRADED Completed',
    'a server that ends without an error is no server',
    WELL,
    { change: container({ terminated: ended({ reason: 'Completed', exitCode: 0 }) }) },
  ],
  [
    'DEGRADED Restarting',
    'it runs between two crashes',
    WELL,
    {
      change: container(runs('2026-11-23T05:09:30Z'), {
        restartCount: 7,
        ready: true,
        lastState: { terminated: ended({ reason: 'Error' }) },
      }),
    },
    'was restarted 7 times',
  ],
  [
    'PROGRESSING Starting',
    'its readiness probe may still pass',
    WELL,
    { change: container(runs('2026-11-23T05:09:50Z'), {}, { readinessProbe: { httpGet: { path: '/ready', port: 8080 } } }) },
    'HTTP GET /ready on port 8080',
  ],
  [
    'DEGRADED NotReady',
    'its readiness probe does not pass',
    WELL,
    { change: container(runs('2026-11-23T05:00:00Z'), { started: true }, { readinessProbe: { tcpSocket: { port: 'web' } } }) },
    'a connection to port web',
  ],
  [
    'DEGRADED NotReady',
    'its startup probe does not pass',
    WELL,
    { change: container(runs('2026-11-23T05:00:00Z'), { started: false }, { startupProbe: { grpc: { port: 9 } } }) },
    'startup probe, gRPC on port 9',
  ],
  ['PROGRESSING NotReady', 'nothing says what it waits for', WELL, { change: container(runs('2026-11-23T05:00:00Z')) }],
  [
    'DEGRADED ReadinessGatesNotReady',
    'a gate is not passed',
    WELL,
    { change: { status: { conditions: [notReady({ reason: 'ReadinessGatesNotReady', lastTransitionTime: '2026-11-23T04:00:00Z' })] } } },
  ],
  [
    'DEGRADED Evicted',
    'it was evicted',
    WELL,
    { change: { status: { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' } } },
    'low on resource',
  ],
  [
    'HEALTHY Retried',
    'the Job tried again and succeeded',
    WELL,
    {
      change: { status: { phase: 'Failed' } },
      facts: { controller: { kind: 'Job', name: 'migrate', status: 'HEALTHY', reason: null, message: null, phase: null } },
    },
  ],
  [
    'DEGRADED Failed',
    'a Job that is not done: the pod stays failed',
    WELL,
    { change: { status: { phase: 'Failed', containerStatuses: null } }, facts: { controller: null } },
  ],
];

describe('a Pod', () => testCases(CASES));
