import { expect, test } from 'vitest';
import type { JsonObject } from '../../../records/record.ts';
import { conditionsOf } from './conditions.ts';
import { podReason } from './pod-reason.ts';

const container = (state: JsonObject, rest: JsonObject = {}): JsonObject => ({ name: 'app', ready: false, state, ...rest });
const initialized = { type: 'Initialized', status: 'True' };
const ready = { type: 'Ready', status: 'True' };

const CASES: readonly (readonly [string | null, string, JsonObject])[] = [
  [null, 'a pod without a status', {}],
  ['Pending', 'no container has a state yet', { status: { phase: 'Pending' } }],
  ['Evicted', 'the status says why', { status: { phase: 'Failed', reason: 'Evicted' } }],
  [
    'SchedulingGated',
    'a gate holds it up',
    { status: { phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }] } },
  ],
  [
    'ImagePullBackOff',
    'a container waits',
    { status: { phase: 'Pending', containerStatuses: [container({ waiting: { reason: 'ImagePullBackOff' } })] } },
  ],
  [
    'Error',
    'a container ended',
    { status: { phase: 'Running', containerStatuses: [container({ terminated: { reason: 'Error', exitCode: 1 } })] } },
  ],
  ['ExitCode:3', 'it gave no reason', { status: { phase: 'Running', containerStatuses: [container({ terminated: { exitCode: 3 } })] } }],
  [
    'Signal:9',
    'a signal ended it',
    { status: { phase: 'Running', containerStatuses: [container({ terminated: { signal: 9, exitCode: 137 } })] } },
  ],
  [
    'CrashLoopBackOff',
    'the first container decides where several are down',
    {
      status: {
        phase: 'Running',
        containerStatuses: [
          container({ waiting: { reason: 'CrashLoopBackOff' } }),
          container({ terminated: { reason: 'Error', exitCode: 1 } }),
        ],
      },
    },
  ],
  [
    'Running',
    'one has completed, another runs, and the pod is ready',
    {
      status: {
        phase: 'Running',
        conditions: [ready],
        containerStatuses: [container({ terminated: { reason: 'Completed', exitCode: 0 } }), container({ running: {} }, { ready: true })],
      },
    },
  ],
  [
    'NotReady',
    'the same, but the pod is not ready',
    {
      status: {
        phase: 'Running',
        containerStatuses: [container({ terminated: { reason: 'Completed', exitCode: 0 } }), container({ running: {} }, { ready: true })],
      },
    },
  ],
  [
    'Init:CrashLoopBackOff',
    'the second init container crashes',
    {
      spec: { initContainers: [{ name: 'one' }, { name: 'two' }] },
      status: {
        phase: 'Pending',
        initContainerStatuses: [container({ terminated: { exitCode: 0 } }), container({ waiting: { reason: 'CrashLoopBackOff' } })],
        containerStatuses: [container({ waiting: { reason: 'PodInitializing' } })],
      },
    },
  ],
  [
    'Init:1/2',
    'the second init container runs',
    {
      spec: { initContainers: [{ name: 'one' }, { name: 'two' }] },
      status: { phase: 'Pending', initContainerStatuses: [container({ terminated: { exitCode: 0 } }), container({ running: {} })] },
    },
  ],
  [
    'Init:ExitCode:2',
    'an init container failed',
    {
      spec: { initContainers: [{ name: 'one' }] },
      status: { phase: 'Pending', initContainerStatuses: [container({ terminated: { exitCode: 2 } })] },
    },
  ],
  [
    'Running',
    'a sidecar that has started is no longer initialising',
    {
      spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] },
      status: {
        phase: 'Running',
        initContainerStatuses: [{ name: 'proxy', started: true, state: { running: {} } }],
        containerStatuses: [container({ running: {} }, { ready: true })],
      },
    },
  ],
  [
    'OOMKilled',
    'an init container restarts behind a pod that was initialised',
    {
      spec: { initContainers: [{ name: 'one' }] },
      status: {
        phase: 'Running',
        conditions: [initialized],
        initContainerStatuses: [container({ running: {} })],
        containerStatuses: [container({ terminated: { reason: 'OOMKilled', exitCode: 137 } })],
      },
    },
  ],
  ['Terminating', 'it is being deleted', { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' }, status: { phase: 'Running' } }],
  [
    'Succeeded',
    'it ended before it was deleted',
    { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' }, status: { phase: 'Succeeded' } },
  ],
  [
    'Unknown',
    'its node is lost',
    { metadata: { deletionTimestamp: '2026-01-01T00:00:00Z' }, status: { phase: 'Running', reason: 'NodeLost' } },
  ],
  [
    'Running',
    'lists and states of the wrong type are passed over',
    { status: { phase: 'Running', containerStatuses: 'none', initContainerStatuses: {} }, spec: { initContainers: {} } },
  ],
];

test.each(CASES)('%s: %s', (reason, _why, pod) => {
  expect(podReason(pod, conditionsOf(pod))).toBe(reason);
});
