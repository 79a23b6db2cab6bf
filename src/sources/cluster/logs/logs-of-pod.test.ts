import { expect, test } from 'vitest';
import { ofType } from '../../testing/tar.ts';
import { demoRecords } from '../testing/demo.ts';
import { logsOfPods } from './logs-of-pod.ts';

function pod(status: unknown, spec: unknown = {}): Uint8Array {
  const metadata = { namespace: 'shop', name: 'web' };
  return Buffer.from(JSON.stringify({ metadata, spec: { nodeName: 'n', containers: [{ name: 'c' }], ...(spec as object) }, status }));
}

function told(pods: readonly Uint8Array[], which: 'none' | 'failing' | 'all'): string[] {
  return logsOfPods(pods, which).map(
    ({ container, previous, notStarted }) =>
      `${container}${previous ? ' previous' : ''}${notStarted === null ? '' : ` not: ${notStarted}`}`,
  );
}

const ended = { terminated: { exitCode: 1 } };

test.each([
  ['runs and is ready', { ready: true, state: { running: {} } }, []],
  ['runs and is not ready', { ready: false, state: { running: {} } }, ['c']],
  ['was done', { ready: false, state: { terminated: { exitCode: 0 } } }, []],
  ['was done at the second try', { ready: false, state: { terminated: { exitCode: 0 } }, lastState: ended }, ['c', 'c previous']],
  ['was done twice', { state: { terminated: { exitCode: 0 } }, lastState: { terminated: { exitCode: 0 } } }, []],
  ['failed', { ready: false, state: ended }, ['c']],
  [
    'crash-loops',
    { ready: false, state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: ended, restartCount: 3 },
    ['c', 'c previous'],
  ],
  ['runs again after a crash', { ready: true, state: { running: {} }, lastState: ended, restartCount: 1 }, ['c', 'c previous']],
  [
    'waits for its image',
    { ready: false, state: { waiting: { reason: 'ImagePullBackOff', message: 'no such tag' } } },
    ['c not: ImagePullBackOff: no such tag'],
  ],
  ['waits for its turn', { ready: false, state: { waiting: { reason: 'ContainerCreating' } } }, []],
  ['has a status of the wrong type', 'broken', []],
])('a container that %s', (_, status, expected) => {
  expect(told([pod({ containerStatuses: [{ name: 'c', ...(status as object) }] })], 'failing')).toEqual(expected);
});

test('an init container that is done is well, one that failed is not; ephemeral containers count', () => {
  const specification = { initContainers: [{ name: 'a' }, { name: 'b' }], ephemeralContainers: [{ name: 'debug' }] };
  const status = {
    initContainerStatuses: [
      { name: 'a', state: { terminated: { exitCode: 0 } } },
      { name: 'b', state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: ended },
    ],
    containerStatuses: [{ name: 'c', state: { waiting: { reason: 'PodInitializing' } } }],
  };
  expect(told([pod(status, specification)], 'failing')).toEqual(['b', 'b previous']);
  expect(told([pod(status, specification)], 'all')).toEqual([
    'a',
    'b',
    'b previous',
    'c not: PodInitializing',
    'debug not: its container has no status',
  ]);
  expect(told([pod(status, specification)], 'none')).toEqual([]);
});

test('a sidecar is to be ready as any container; an init container is to be done soon, a container for looking around never', () => {
  const now = Date.parse('2026-11-25T15:00:00Z');
  const specification = {
    initContainers: [{ name: 'mesh', restartPolicy: 'Always' }, { name: 'wait' }],
    ephemeralContainers: [{ name: 'debug' }],
  };
  const since = (startedAt: string): string[] => {
    const status = { ready: false, state: { running: { startedAt } } };
    const initContainerStatuses = [
      { name: 'mesh', ...status },
      { name: 'wait', ...status },
    ];
    const waiting = { name: 'c', ready: false, state: { waiting: { reason: 'PodInitializing' } } };
    const ephemeralContainerStatuses = [{ name: 'debug', ...status }];
    const whole = pod({ initContainerStatuses, containerStatuses: [waiting], ephemeralContainerStatuses }, specification);
    return logsOfPods([whole], 'failing', now).map(({ container }) => container);
  };
  expect(since('2026-11-25T14:58:00Z')).toEqual(['mesh']);
  expect(since('2026-11-25T14:50:00Z')).toEqual(['mesh', 'wait']);
  expect(since('soon')).toEqual(['mesh']);
});

test('what is no Pod has no logs', () => {
  for (const text of [
    '',
    'null',
    '[]',
    '{"metadata":{"name":1},"waiting":1}',
    '{"waiting":',
    '{"metadata":{"namespace":"a","name":"b"},"spec":{"containers":{}},"waiting":1}',
  ])
    expect(told([Buffer.from(text)], 'failing')).toEqual([]);
});

test('of the demo, those in trouble are the same with and without the look at the bytes', () => {
  const pods = ofType(demoRecords, 'object')
    .filter(({ resource }) => resource?.resource === 'pods')
    .map(({ raw }) => raw ?? new Uint8Array());
  const failing = logsOfPods(pods, 'failing');
  const inTrouble = new Set(failing.map(({ pod: name, container }) => `${name.replace(/-[a-z0-9]+-[a-z0-9]+$/, '')}/${container}`));
  expect([...inTrouble].sort()).toEqual(['checkout/checkout', 'fraud-check/scorer', 'image-resizer/resizer', 'orders-sync/migrate']);
  // With white space the look at the bytes sees nothing alike: every Pod is parsed where all are wanted.
  const all = logsOfPods(pods, 'all');
  for (const log of failing) expect(all).toContainEqual(log);
});
