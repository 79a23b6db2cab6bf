import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { JsonObject, SnapshotRecord } from '../../../records/record.ts';
import { importFile, importRecords, object, outcome, owner, temporaryFolder } from '../../testing/import-records.ts';
import { settleHealth } from './settle-health.ts';

const CAPTURED = Date.UTC(2026, 0, 2);
const AN_HOUR_AGO = '2026-01-01T23:00:00Z';

const ALL = [
  outcome('v1', 'pods', 'Pod', 'ok'),
  outcome('v1', 'services', 'Service', 'ok'),
  outcome('v1', 'events', 'Event', 'ok'),
  outcome('discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice', 'ok'),
  outcome('storage.k8s.io/v1', 'storageclasses', 'StorageClass', 'ok'),
  outcome('networking.k8s.io/v1', 'ingressclasses', 'IngressClass', 'ok'),
];
const but = (resource: string): SnapshotRecord[] => ALL.map((row) => (row.resource === resource ? { ...row, outcome: 'denied' } : row));

/** Of the object: `DEGRADED Pending: …`. */
async function healthOf(kind: string, name: string, records: readonly SnapshotRecord[]): Promise<string> {
  const reader = await importRecords(records, { end: { capturedTo: CAPTURED } });
  const { rows } = await reader.list({ filter: { name } });
  const row = rows.find((one) => one.kind === kind);
  const [told] = await reader.health([row?.id ?? 0]);
  return [row?.health, told?.reason, told?.message].filter((text) => text != null).join(' ');
}

const created = { creationTimestamp: AN_HOUR_AGO };
const claim = (status: JsonObject = { phase: 'Pending' }) =>
  object('v1', 'PersistentVolumeClaim', 'shop/disk', { metadata: created, spec: { storageClassName: 'late' }, status });
const late = object('storage.k8s.io/v1', 'StorageClass', 'late', { volumeBindingMode: 'WaitForFirstConsumer' });
const user = object('v1', 'Pod', 'shop/web', {
  spec: { containers: [{ name: 'web' }], volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'disk' } }] },
  status: {
    phase: 'Running',
    conditions: [{ type: 'Ready', status: 'True' }],
    containerStatuses: [{ name: 'web', state: { running: {} } }],
  },
});

describe('a claim of a class that waits for the first consumer', () => {
  test.each<[string, readonly SnapshotRecord[]]>([
    ['SUSPENDED WaitForFirstConsumer', [claim(), late, ...ALL]],
    ['DEGRADED Pending', [claim(), late, user, ...ALL]],
    ['UNKNOWN WaitForFirstConsumer', [claim(), late, ...but('pods')]],
    ['UNKNOWN Pending', [claim(), ...but('storageclasses')]],
    ['DEGRADED MissingReference', [claim(), ...ALL]],
    ['HEALTHY', [claim({ phase: 'Bound' }), late, ...ALL]],
  ])('is %s', async (expected, records) => {
    expect(await healthOf('PersistentVolumeClaim', 'disk', records)).toMatch(new RegExp(`^${expected}`));
  });
});

const service = object('v1', 'Service', 'shop/web', { spec: { selector: { app: 'web' } } });
const slice = (ready: boolean) =>
  object('discovery.k8s.io/v1', 'EndpointSlice', 'shop/web-1', {
    metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready }, targetRef: { kind: 'Pod', namespace: 'shop', name: 'web-1' } }],
  });
const addresses = object('v1', 'Endpoints', 'shop/web', { subsets: [{ notReadyAddresses: [{ ip: '10.0.0.1' }] }] });
const crashing = object('v1', 'Pod', 'shop/web-1', {
  metadata: { labels: { app: 'web' } },
  spec: { nodeName: 'a', containers: [{ name: 'web' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'web', restartCount: 9, state: { waiting: { reason: 'CrashLoopBackOff' } } }] },
});
const deployment = (replicas: number) =>
  object('apps/v1', 'Deployment', 'shop/web', {
    spec: { replicas, template: { metadata: { labels: { app: 'web' } }, spec: {} } },
    status: {},
  });

describe('a Service', () => {
  test.each<[string, readonly SnapshotRecord[]]>([
    ['HEALTHY', [service, slice(true), ...ALL]],
    ['HEALTHY', [service, slice(true), ...but('endpointslices')]],
    ['DEGRADED NoReadyEndpoint .*Pod web-1: Container web waits', [service, slice(false), crashing, ...ALL]],
    // Another slice, which was not captured, may have one that is ready.
    ['UNKNOWN EndpointsNotCaptured', [service, slice(false), crashing, ...but('endpointslices')]],
    ['DEGRADED NoReadyEndpoint', [service, addresses, ...but('endpointslices')]],
    ['UNKNOWN EndpointsNotCaptured', [service, ...but('endpointslices')]],
    ['DEGRADED NoEndpoint It has no endpoint, though 1 pod has app=web', [service, crashing, ...ALL]],
    ['DEGRADED NoEndpoint .*not known', [service, ...but('pods')]],
    ['DEGRADED SelectsNoPod .*look at the selector', [service, ...ALL]],
    ['SUSPENDED ScaledToZero .*Deployment web is scaled to zero', [service, deployment(0), ...ALL]],
    ['DEGRADED SelectsNoPod .*Deployment web: ', [service, deployment(2), ...ALL]],
  ])('is %s', async (expected, records) => {
    expect(await healthOf('Service', 'web', records)).toMatch(new RegExp(`^${expected}`));
  });
});

const ingress = object('networking.k8s.io/v1', 'Ingress', 'shop/site', { spec: { defaultBackend: { service: { name: 'web' } } } });

describe('an Ingress', () => {
  test.each<[string, readonly SnapshotRecord[]]>([
    ['HEALTHY', [ingress, service, slice(true), ...ALL]],
    ['DEGRADED BackendNotServing .*Service web: ', [ingress, service, ...ALL]],
    ['DEGRADED MissingReference Service web, named by spec.defaultBackend.service.name', [ingress, ...ALL]],
    ['UNKNOWN BackendsNotKnown', [ingress, ...but('services')]],
  ])('is %s', async (expected, records) => {
    expect(await healthOf('Ingress', 'site', records)).toMatch(new RegExp(`^${expected}`));
  });
});

const job = (type: string) =>
  object('batch/v1', 'Job', 'shop/run', {
    metadata: { uid: 'job', ...created, ownerReferences: [owner('batch/v1', 'CronJob', 'nightly', 'cron', { controller: true })] },
    status: { conditions: [{ type, status: 'True', reason: 'BackoffLimitExceeded' }] },
  });
const failed = object('v1', 'Pod', 'shop/run-x', {
  metadata: { ownerReferences: [owner('batch/v1', 'Job', 'run', 'job', { controller: true })] },
  spec: { containers: [{ name: 'a' }] },
  status: { phase: 'Failed', message: 'It was killed' },
});
const cron = object('batch/v1', 'CronJob', 'shop/nightly', { metadata: { uid: 'cron' }, status: { lastScheduleTime: AN_HOUR_AGO } });

describe('what a Job leaves behind', () => {
  test.each<[string, string, string, readonly SnapshotRecord[]]>([
    ['HEALTHY Retried', 'Pod', 'run-x', [job('Complete'), failed]],
    ['DEGRADED Failed', 'Pod', 'run-x', [job('Failed'), failed]],
    ['DEGRADED BackoffLimitExceeded .*Pod run-x: It was killed', 'Job', 'run', [job('Failed'), failed]],
    ['DEGRADED LastRunFailed .*Job run', 'CronJob', 'nightly', [cron, job('Failed'), failed]],
    ['HEALTHY', 'CronJob', 'nightly', [cron, job('Complete'), failed]],
    ['UNKNOWN LastRunUnknown', 'CronJob', 'nightly', [cron]],
  ])('is %s', async (expected, kind, name, records) => {
    expect(await healthOf(kind, name, records)).toMatch(new RegExp(`^${expected}`));
  });
});

test('what is asked of selectors has a bound, beyond which it is not known', async () => {
  const path = join(temporaryFolder(), 'snapshot.db');
  await importFile(path, [service, crashing, ...ALL]);
  const db = new Database(path);
  const told = db.prepare('SELECT message FROM health h JOIN object o ON o.id = h.object WHERE o.uid IS NULL AND h.reason = ?').pluck();
  expect(told.get('NoEndpoint')).toContain('though 1 pod has app=web');
  settleHealth(db, { mostSelected: 0 });
  expect(told.get('NoEndpoint')).toContain('Which pods have app=web is not known.');
  db.close();
});

test('a warning counts where it is about this very object', async () => {
  const pod = object('v1', 'Pod', 'shop/web', {
    metadata: { uid: 'new' },
    spec: { nodeName: 'a', containers: [{ name: 'web' }] },
    status: {
      phase: 'Pending',
      startTime: AN_HOUR_AGO,
      containerStatuses: [{ name: 'web', state: { waiting: { reason: 'ContainerCreating' } } }],
    },
  });
  const event = (uid: string) =>
    object('v1', 'Event', 'shop/e', {
      ...{ type: 'Warning', reason: 'FailedMount', message: 'secret "tls" not found', lastTimestamp: '2026-01-01T23:59:00Z' },
      involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web', uid },
    });
  expect(await healthOf('Pod', 'web', [pod, event('new'), ...ALL])).toMatch(/^DEGRADED FailedMount .*secret "tls" not found/);
  expect(await healthOf('Pod', 'web', [pod, event('old'), ...ALL])).toMatch(/^DEGRADED ContainerCreating/);
});

test('a custom resource that is not well says what of it is ill', async () => {
  const widget = object('example.com/v1', 'Widget', 'shop/w', {
    metadata: { uid: 'w' },
    status: { conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: AN_HOUR_AGO }] },
  });
  const pod = object('v1', 'Pod', 'shop/w-0', {
    metadata: { ownerReferences: [owner('example.com/v1', 'Widget', 'w', 'w', { controller: true })] },
    spec: { nodeName: 'a', containers: [{ name: 'web' }] },
    status: { phase: 'Running', containerStatuses: [{ name: 'web', state: { waiting: { reason: 'CrashLoopBackOff' } } }] },
  });
  expect(await healthOf('Widget', 'w', [widget, pod])).toMatch(/^DEGRADED NotReady .*Pod w-0: Container web waits/);
});

test('a custom resource that is not well says why, and owners in a circle end', async () => {
  const widget = (name: string, by: string) =>
    object('example.com/v1', 'Widget', `shop/${name}`, {
      metadata: { uid: name, ownerReferences: [owner('example.com/v1', 'Widget', by, by, { controller: true })] },
      status: { conditions: [{ type: 'Ready', status: 'False', lastTransitionTime: AN_HOUR_AGO, message: `${name} waits` }] },
    });
  expect(await healthOf('Widget', 'one', [widget('one', 'two'), widget('two', 'one')])).toMatch(/^DEGRADED NotReady .*one waits\./);
});

test('a version whose fields nobody knows is not judged, and what goes takes its words along', async () => {
  expect(await healthOf('Deployment', 'web', [object('apps/v9', 'Deployment', 'shop/web', { status: {} })])).toMatch(
    /^UNKNOWN UnknownVersion/,
  );
  const reader = await importRecords([
    claim(),
    object('v1', 'PersistentVolumeClaim', 'shop/disk', { metadata: { resourceVersion: '2' } }, { operation: 'deleted' }),
  ]);
  const { rows } = await reader.list({ filter: { name: 'disk' } });
  expect(rows.map(({ presence, health }) => [presence, health])).toEqual([['DELETED', null]]);
  expect(await reader.health(rows.map(({ id }) => id))).toEqual([]);
});

test('in a capture without a time nothing is overdue', async () => {
  const reader = await importRecords([claim(), late, user, ...ALL], {});
  expect((await reader.list({ filter: { health: ['DEGRADED'] } })).rows).toEqual([]);
});
