/** Services and the workloads whose templates they select, whether there are pods or not. */
import { expect, test } from 'vitest';
import type { JsonObject, SnapshotRecord } from '../../../records/record.ts';
import { importRecords, object, owner, pointersOf } from '../../testing/import-records.ts';

const template = (labels: JsonObject): JsonObject => ({ template: { metadata: { labels }, spec: { containers: [] } } });
const service = (name: string, selector: JsonObject | null) => object('v1', 'Service', name, { spec: { selector } });
const deployment = (name: string, labels: JsonObject) =>
  object('apps/v1', 'Deployment', name, { metadata: { uid: `uid-${name}` }, spec: { replicas: 0, ...template(labels) } });

async function workloadsOf(...records: SnapshotRecord[]): Promise<string[]> {
  const reader = await importRecords(records);
  const pointers = await pointersOf(reader, { group: '', kind: 'Service', namespace: 'shop', name: 'web' });
  return pointers.filter((pointer) => pointer.startsWith('service-workload ')).map((pointer) => pointer.replace('service-workload → ', ''));
}

test('a workload that is scaled to zero is found by the labels of its template, of which it may have more', async () => {
  const records = [
    service('shop/web', { app: 'web', tier: 'front' }),
    deployment('shop/web', { app: 'web', tier: 'front', more: 'labels' }),
  ];
  expect(await workloadsOf(...records)).toEqual(['Deployment/web OK']);
});

test('every kind of workload, each with the path of its template', async () => {
  const labels = { app: 'web' };
  const found = await workloadsOf(
    service('shop/web', labels),
    object('apps/v1', 'StatefulSet', 'shop/set', { spec: template(labels) }),
    object('apps/v1', 'DaemonSet', 'shop/daemon', { spec: template(labels) }),
    object('v1', 'ReplicationController', 'shop/old', { spec: template(labels) }),
    object('apps/v1', 'ReplicaSet', 'shop/bare', { spec: template(labels) }),
    object('batch/v1', 'Job', 'shop/once', { spec: template(labels) }),
    object('batch/v1', 'CronJob', 'shop/nightly', { spec: { jobTemplate: { spec: template(labels) } } }),
    object('v1', 'PodTemplate', 'shop/none', template(labels)),
  );
  expect(found.sort()).toEqual([
    'CronJob/nightly OK',
    'DaemonSet/daemon OK',
    'Job/once OK',
    'ReplicaSet/bare OK',
    'ReplicationController/old OK',
    'StatefulSet/set OK',
  ]);
});

test('a workload that another controls is left out', async () => {
  const controlled = object('apps/v1', 'ReplicaSet', 'shop/web-1', {
    metadata: { ownerReferences: [owner('apps/v1', 'Deployment', 'web', 'uid-shop/web', { controller: true })] },
    spec: template({ app: 'web' }),
  });
  expect(await workloadsOf(service('shop/web', { app: 'web' }), deployment('shop/web', { app: 'web' }), controlled)).toEqual([
    'Deployment/web OK',
  ]);
});

test.each<[string, SnapshotRecord[]]>([
  ['the namespace is another one', [service('shop/web', { app: 'web' }), deployment('pay/web', { app: 'web' })]],
  ['one label is missing', [service('shop/web', { app: 'web', tier: 'front' }), deployment('shop/web', { app: 'web' })]],
  ['one label differs', [service('shop/web', { app: 'web' }), deployment('shop/web', { app: 'api' })]],
  ['its own labels match, those of its template do not', [service('shop/web', { app: 'web' }), labelled('shop/web', { app: 'web' })]],
  ['the selector is empty', [service('shop/web', {}), deployment('shop/web', { app: 'web' })]],
  ['there is no selector', [service('shop/web', null), deployment('shop/web', { app: 'web' })]],
  ['the labels are malformed', [service('shop/web', { app: '1' }), deployment('shop/web', { app: 1 })]],
])('a Service has no workload: %s', async (_why, records) => {
  expect(await workloadsOf(...records)).toEqual([]);
});

function labelled(name: string, labels: JsonObject): SnapshotRecord {
  return object('apps/v1', 'Deployment', name, { metadata: { labels }, spec: template({ app: 'other' }) });
}
