import { describe } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import type { Neighbour } from '../input.ts';
import { type Row, testCases } from '../testing/cases.ts';
import { NOW } from '../testing/real-objects.ts';

const crashing: Neighbour = {
  ...{ kind: 'Pod', name: 'web-1', status: 'DEGRADED', reason: 'CrashLoopBackOff', phase: 'Running' },
  message: 'Container web waits: CrashLoopBackOff.',
};
const starting: Neighbour = { ...crashing, status: 'PROGRESSING', reason: 'Starting', message: 'Container web runs.' };
const left: Neighbour = { ...crashing, phase: 'Failed', reason: 'Evicted', message: 'It was evicted.' };
const refused = { reason: 'FailedCreate', message: 'pods "x" is forbidden: exceeded quota', lastAt: NOW };
const progressing = (rest: JsonObject): JsonObject => ({ conditions: [{ type: 'Progressing', status: 'True', ...rest }] });

const DEPLOYMENT = 'Deployment shop/storefront';
const DEPLOYMENTS: readonly Row[] = [
  ['HEALTHY', 'all replicas are available', DEPLOYMENT],
  ['HEALTHY ScaledToZero', 'none is wanted', 'Deployment payments/policy-webhook'],
  ['DEGRADED FailedCreate', 'a quota refuses pods, though it serves', 'Deployment payments/settlement', {}, 'exceeded quota'],
  ['DEGRADED FailedCreate', 'its ServiceAccount is missing', 'Deployment payments/ledger', {}, 'serviceaccount "ledger" not found'],
  ['DEGRADED ProgressDeadlineExceeded', 'the rollout hangs', 'Deployment shop/checkout', {}, '0 of 2 replicas are available.'],
  [
    'DEGRADED CrashLoopBackOff',
    'what it controls is ill',
    'Deployment shop/checkout',
    { facts: { worst: crashing } },
    'Pod web-1: Container web',
  ],
  ['DEGRADED MinimumReplicasUnavailable', 'it lost its pods', 'Deployment shop/search', {}, 'has lost pods since'],
  [
    'PROGRESSING NotObserved',
    'its controller has not seen the newest spec',
    DEPLOYMENT,
    { change: { metadata: { generation: 99 } } },
    'of 99',
  ],
  ['SUSPENDED Paused', 'its rollout is paused', DEPLOYMENT, { change: { spec: { paused: true } } }],
  ['UNKNOWN NoStatus', 'it has no status', DEPLOYMENT, { change: { status: null } }],
  ['UNKNOWN Unreadable', 'it wants no number of replicas', DEPLOYMENT, { change: { spec: { replicas: 'three' } } }],
  [
    'PROGRESSING RollingOut',
    'a rollout is under way',
    DEPLOYMENT,
    { change: { status: { ...progressing({ reason: 'ReplicaSetUpdated' }), updatedReplicas: 1 } } },
    'of the newest template',
  ],
  [
    'PROGRESSING ReplicasUnavailable',
    'one pod is not up yet',
    DEPLOYMENT,
    { change: { status: { ...progressing({ reason: 'NewReplicaSetAvailable' }), availableReplicas: 1 } }, facts: { worst: starting } },
    'Container web runs.',
  ],
  [
    'PROGRESSING ReplicasUnavailable',
    'a failed pod was left lying: not what holds it up',
    DEPLOYMENT,
    { change: { status: { ...progressing({ reason: 'NewReplicaSetAvailable' }), availableReplicas: 1 } }, facts: { worst: left } },
  ],
];

const SET = 'ReplicaSet shop/storefront-';
const REPLICA_SETS: readonly Row[] = [
  ['HEALTHY', 'all replicas are available', SET],
  ['HEALTHY', 'an old revision wants none', SET, { change: { spec: { replicas: 0 }, status: { replicas: 0, availableReplicas: null } } }],
  ['HEALTHY', 'an old warning on one that is well since', 'ReplicaSet kube-system/coredns-', { facts: { warnings: [refused] } }],
  [
    'DEGRADED FailedCreate',
    'its pods are refused',
    'ReplicaSet shop/checkout-',
    { change: { status: { replicas: 1 } }, facts: { worst: null, warnings: [refused] } },
    'exceeded quota',
  ],
  ['PROGRESSING ScalingDown', 'it has more than it wants', SET, { change: { spec: { replicas: 1 } } }],
  ['UNKNOWN NoStatus', 'its status is no object', SET, { change: { status: 'gone' } }],
];

const STATEFUL = 'StatefulSet data/postgres';
const STATEFUL_SETS: readonly Row[] = [
  ['HEALTHY', 'all replicas are ready', STATEFUL],
  ['HEALTHY ScaledToZero', 'none is wanted', STATEFUL, { change: { spec: { replicas: 0 }, status: { replicas: 0, readyReplicas: 0 } } }],
  ['PROGRESSING ReplicasNotReady', 'one starts', STATEFUL, { change: { status: { readyReplicas: 1 } } }, 'one after the other'],
  ['DEGRADED CrashLoopBackOff', 'one crashes', STATEFUL, { change: { status: { readyReplicas: 1 } }, facts: { worst: crashing } }],
  ['PROGRESSING ScalingDown', 'it has more than it wants', STATEFUL, { change: { spec: { replicas: 1 } } }],
  [
    'PROGRESSING RollingOut',
    'a new template is rolled out',
    STATEFUL,
    { change: { status: { updateRevision: 'new', updatedReplicas: 1 } } },
  ],
  [
    'HEALTHY',
    'up to its partition nothing is to be updated',
    STATEFUL,
    {
      change: {
        spec: { updateStrategy: { rollingUpdate: { partition: 9 } } },
        status: { updateRevision: 'new', updatedReplicas: 0 },
      },
    },
  ],
  [
    'HEALTHY UpdatedOnDelete',
    'a person updates it',
    STATEFUL,
    { change: { spec: { updateStrategy: { type: 'OnDelete' } }, status: { updateRevision: 'new', updatedReplicas: 0 } } },
  ],
  ['UNKNOWN Unreadable', 'it wants less than none', STATEFUL, { change: { spec: { replicas: -3 } } }],
];

const DAEMON = 'DaemonSet kube-system/kube-proxy';
const all = { desiredNumberScheduled: 4, currentNumberScheduled: 4, numberAvailable: 4, updatedNumberScheduled: 4 };
const DAEMON_SETS: readonly Row[] = [
  ['HEALTHY', 'every node has its pod', DAEMON, { change: { status: all } }],
  ['HEALTHY NoNode', 'no node is to run it', DAEMON, { change: { status: { ...all, desiredNumberScheduled: 0 } } }],
  ['PROGRESSING PodsUnavailable', 'one pod is not available', DAEMON, {}, '3 of 4 nodes have an available pod.'],
  ['DEGRADED CrashLoopBackOff', 'and that pod is ill', DAEMON, { facts: { worst: crashing } }],
  ['PROGRESSING RollingOut', 'one has an old template', DAEMON, { change: { status: { ...all, updatedNumberScheduled: 3 } } }],
  ['UNKNOWN NoStatus', 'how many it wants is not told', DAEMON, { change: { status: { desiredNumberScheduled: 'all' } } }],
];

const JOB = 'Job data/report-october';
const failed = {
  conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' }],
};
const JOBS: readonly Row[] = [
  ['HEALTHY', 'it is complete', JOB],
  ['DEGRADED BackoffLimitExceeded', 'it failed', JOB, { change: { status: failed }, facts: { worst: left } }, 'It was evicted.'],
  ['SUSPENDED Suspended', 'it is suspended', JOB, { change: { spec: { suspend: true }, status: { conditions: null } } }],
  [
    'PROGRESSING Running',
    'pods that failed are tried again',
    JOB,
    { change: { status: { conditions: null, failed: 2, active: 1 } } },
    '2 pods failed',
  ],
  ['UNKNOWN NoStatus', 'it has no status', JOB, { change: { status: null } }],
];

const CRON = 'CronJob shop/newsletter';
const run = { lastScheduleTime: '2026-11-23T05:00:00Z', lastSuccessfulTime: null, active: null };
const CRON_JOBS: readonly Row[] = [
  ['HEALTHY', 'it never had to run', CRON, { change: { spec: { suspend: null }, status: { lastScheduleTime: null } } }],
  ['SUSPENDED Suspended', 'it is suspended', CRON, { change: { spec: { suspend: true } } }],
  ['UNKNOWN LastRunUnknown', 'the Job of its last run is gone', CRON, { change: { spec: { suspend: null }, status: run } }],
  [
    'DEGRADED LastRunFailed',
    'its last run failed',
    CRON,
    { change: { spec: { suspend: null }, status: run }, facts: { newest: crashing } },
  ],
  ['PROGRESSING Running', 'its run is under way', CRON, { change: { spec: { suspend: null }, status: run }, facts: { newest: starting } }],
  [
    'HEALTHY',
    'its newest Job is well',
    CRON,
    { change: { spec: { suspend: null }, status: run }, facts: { newest: { ...starting, status: 'HEALTHY' } } },
  ],
  [
    'DEGRADED LastRunFailed',
    'it succeeded once, and not since',
    CRON,
    { change: { spec: { suspend: null }, status: { ...run, lastSuccessfulTime: '2026-11-22T05:00:00Z' } } },
    'It last succeeded at 2026-11-22T05:00:00Z',
  ],
];

describe('Deployments', () => testCases(DEPLOYMENTS));
describe('ReplicaSets', () => testCases(REPLICA_SETS));
describe('StatefulSets', () => testCases(STATEFUL_SETS));
describe('DaemonSets', () => testCases(DAEMON_SETS));
describe('Jobs', () => testCases(JOBS));
describe('CronJobs', () => testCases(CRON_JOBS));
