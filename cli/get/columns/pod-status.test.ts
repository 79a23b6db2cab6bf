import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/records/record.ts';
import { podStatus } from './pod-status.ts';

const running = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  ready: true,
  restartCount: 0,
  state: { running: {} },
  ...more,
});
const waiting = (name: string, reason: string): JsonObject => ({ name, ready: false, restartCount: 2, state: { waiting: { reason } } });
const ended = (name: string, terminated: JsonObject): JsonObject => ({ name, ready: false, restartCount: 1, state: { terminated } });
const pod = (status: JsonObject, more: { metadata?: JsonObject; init?: JsonObject[]; containers?: number } = {}): JsonObject => ({
  metadata: more.metadata ?? {},
  spec: {
    containers: Array.from({ length: more.containers ?? 1 }, (_, index) => ({ name: `c${index}` })),
    initContainers: more.init ?? [],
  },
  status,
});
const ready: JsonObject = { type: 'Ready', status: 'True' };
const initialized: JsonObject = { type: 'Initialized', status: 'True' };
const sidecar: JsonObject = { name: 's', restartPolicy: 'Always' };

/** Cases of kubernetes' own printers_test.go, TestPrintPod and its kin. */
test.each<readonly [string, JsonObject, string, string, number]>([
  ['running', pod({ phase: 'Running', containerStatuses: [running('c0')] }), 'Running', '1/1', 0],
  ['one of two', pod({ phase: 'Running', containerStatuses: [running('c0'), waiting('c1', '')] }, { containers: 2 }), 'Running', '1/2', 2],
  ['waiting', pod({ phase: 'Pending', containerStatuses: [waiting('c0', 'ErrImagePull')] }), 'ErrImagePull', '0/1', 2],
  ['crashed', pod({ phase: 'Running', containerStatuses: [ended('c0', { exitCode: 3 })] }), 'ExitCode:3', '0/1', 1],
  ['killed', pod({ phase: 'Running', containerStatuses: [ended('c0', { signal: 9, exitCode: 137 })] }), 'Signal:9', '0/1', 1],
  ['killed for memory', pod({ phase: 'Running', containerStatuses: [ended('c0', { reason: 'OOMKilled' })] }), 'OOMKilled', '0/1', 1],
  ['evicted', pod({ phase: 'Failed', reason: 'Evicted' }), 'Evicted', '0/1', 0],
  [
    'one completed, one running, ready',
    pod(
      { phase: 'Running', conditions: [ready], containerStatuses: [ended('c0', { reason: 'Completed' }), running('c1')] },
      { containers: 2 },
    ),
    'Running',
    '1/2',
    1,
  ],
  [
    'one completed, one running, not ready',
    pod({ phase: 'Running', containerStatuses: [ended('c0', { reason: 'Completed' }), running('c1')] }, { containers: 2 }),
    'NotReady',
    '1/2',
    1,
  ],
  [
    'gated',
    pod({ phase: 'Pending', conditions: [{ type: 'PodScheduled', status: 'False', reason: 'SchedulingGated' }] }),
    'SchedulingGated',
    '0/1',
    0,
  ],
  [
    'first init',
    pod({ phase: 'Pending', initContainerStatuses: [waiting('i0', 'PodInitializing')] }, { init: [{ name: 'i0' }, { name: 'i1' }] }),
    'Init:0/2',
    '0/1',
    2,
  ],
  [
    'second init crash-loops',
    pod(
      { phase: 'Pending', initContainerStatuses: [ended('i0', { exitCode: 0 }), waiting('i1', 'CrashLoopBackOff')] },
      { init: [{ name: 'i0' }, { name: 'i1' }] },
    ),
    'Init:CrashLoopBackOff',
    '0/1',
    3,
  ],
  [
    'a sidecar that runs counts',
    pod(
      {
        phase: 'Running',
        conditions: [initialized],
        initContainerStatuses: [running('s', { started: true, restartCount: 4 })],
        containerStatuses: [running('c0')],
      },
      { init: [sidecar] },
    ),
    'Running',
    '2/2',
    4,
  ],
  [
    'terminating',
    pod({ phase: 'Running', containerStatuses: [running('c0')] }, { metadata: { deletionTimestamp: 'x' } }),
    'Terminating',
    '1/1',
    0,
  ],
  ['node lost', pod({ phase: 'Running', reason: 'NodeLost' }, { metadata: { deletionTimestamp: 'x' } }), 'Unknown', '0/1', 0],
  ['deleted after its end', pod({ phase: 'Succeeded' }, { metadata: { deletionTimestamp: 'x' } }), 'Succeeded', '0/1', 0],
  ['nonsense', { spec: { containers: 'x' }, status: { containerStatuses: [1, null, []], phase: 7 } }, 'Unknown', '0/0', 0],
])('%s', (_name, object, status, readiness, restarts) => {
  const shown = podStatus(object);
  expect([shown.status, `${shown.ready}/${shown.containers}`, shown.restarts]).toEqual([status, readiness, restarts]);
});
