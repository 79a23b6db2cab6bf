import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { importFile, importRecords, object, outcome, owner, pointersOf, temporaryFolder } from '../../testing/import-records.ts';

const pods = { kinds: [{ group: '', kind: 'Pod' }] };
const pod = (uid: string, resourceVersion: string, label: string) =>
  object('v1', 'Pod', 'a/web', { metadata: { uid, resourceVersion, labels: { v: label } }, spec: { nodeName: `node-${label}` } });

test('of one object captured twice the newest resourceVersion is kept, compared as a number', async () => {
  const reader = await importRecords([pod('u', '9', 'old'), pod('u', '10', 'new'), pod('u', '8', 'older')]);
  const { rows } = await reader.list({ filter: pods });
  expect(rows.map(({ resourceVersion }) => resourceVersion)).toEqual(['10']);
  const selected = (value: string) => reader.list({ filter: { ...pods, labels: [{ key: 'v', operator: 'In', values: [value] }] } });
  expect((await selected('new')).rows).toHaveLength(1);
  expect((await selected('old')).rows).toHaveLength(0);
  expect(await pointersOf(reader, { group: '', kind: 'Pod', namespace: 'a', name: 'web' })).toContain(
    'pod-node → Node/node-new NOT_CAPTURED',
  );
  expect((await reader.find([{ group: '', kind: 'Node', namespace: null, name: 'node-old' }]))[0]).toBeNull();
});

test('numbers beyond 53 bits compare as numbers, and what is none is oldest', async () => {
  const reader = await importRecords([pod('u', '9007199254740993', 'a'), pod('u', '9007199254740992', 'b'), pod('u', 'zzz', 'c')]);
  expect((await reader.list({ filter: pods })).rows.map((row) => row.resourceVersion)).toEqual(['9007199254740993']);
});

test('of equal resourceVersions the preferred API version is kept', async () => {
  const hpa = (version: string) =>
    object(`autoscaling/${version}`, 'HorizontalPodAutoscaler', 'a/h', { metadata: { uid: 'u', resourceVersion: '5' } });
  for (const order of [
    ['v1', 'v2', 'v2beta2'],
    ['v2beta2', 'v2', 'v1'],
  ]) {
    const { rows } = await (await importRecords(order.map(hpa))).list({ filter: {} });
    expect(rows.filter(({ presence }) => presence === 'PRESENT').map(({ apiVersion }) => apiVersion)).toEqual(['autoscaling/v2']);
  }
  const custom = (version: string) => object(`example.com/${version}`, 'Widget', 'a/w', { metadata: { resourceVersion: '5' } });
  const reader = await importRecords(['v1alpha1', 'v1beta2', 'v2', 'v1', 'v3beta1'].map(custom));
  expect((await reader.list({ filter: {} })).rows.map(({ apiVersion }) => apiVersion)).toEqual(['example.com/v2']);
});

test('an object that two kinds serve under one uid is one, and both names lead to it', async () => {
  const records = [
    object('example.com/v1', 'Ingress', 'a/i', { metadata: { uid: 'u-i' } }),
    object('networking.k8s.io/v1', 'Ingress', 'a/i', { metadata: { uid: 'u-i' } }),
    object('v1', 'ConfigMap', 'a/c', { metadata: { ownerReferences: [owner('example.com/v1', 'Ingress', 'i', 'u-i')] } }),
    outcome('networking.k8s.io/v1', 'ingresses', 'Ingress', 'ok', { served: true }),
    outcome('example.com/v1', 'ingresses', 'Ingress', 'ok', { served: true }),
  ];
  const reader = await importRecords(records);
  const [builtIn, other] = await reader.find([
    { group: 'networking.k8s.io', kind: 'Ingress', namespace: 'a', name: 'i' },
    { group: 'example.com', kind: 'Ingress', namespace: 'a', name: 'i' },
  ]);
  expect(builtIn).toMatchObject({ group: 'networking.k8s.io', presence: 'PRESENT' });
  expect(other?.id).toBe(builtIn?.id);
  expect(reader.info.objects).toBe(2);
  expect(await pointersOf(reader, { group: '', kind: 'ConfigMap', namespace: 'a', name: 'c' })).toEqual(['owner → Ingress/i OK']);
});

test('one uid on objects of different names is a problem, and both are kept', async () => {
  const reader = await importRecords([
    object('v1', 'ConfigMap', 'a/one', { metadata: { uid: 'u' } }),
    object('v1', 'ConfigMap', 'a/two', { metadata: { uid: 'u' } }),
  ]);
  expect(reader.info.objects).toBe(2);
  expect(await reader.problems()).toMatchObject([{ code: 'SHARED_UID', severity: 'warning' }]);
});

test('uids that many pairs of objects share: a problem each', async () => {
  const pairs = Array.from({ length: 40 }, (_, index) =>
    ['one', 'other'].map((name) => object('v1', 'ConfigMap', `a/${name}-${index}`, { metadata: { uid: `u-${index}` } })),
  );
  const reader = await importRecords(pairs.flat());
  expect((await reader.problems()).filter(({ code }) => code === 'SHARED_UID')).toHaveLength(40);
});

test('a recording keeps every state; the last one counts', async () => {
  const at = (observedAt: number, operation: 'present' | 'modified', phase: string, version: string) =>
    object('v1', 'Pod', 'a/web', { metadata: { uid: 'u', resourceVersion: version }, status: { phase } }, { operation, observedAt });
  const still = object('v1', 'Pod', 'a/still', { metadata: { resourceVersion: '1' } });
  const file = join(temporaryFolder(), 'recording.db');
  await importFile(file, [
    at(1000, 'present', 'Pending', '1'),
    at(2000, 'modified', 'Running', '2'),
    still,
    at(3000, 'modified', 'Failed', '3'),
  ]);
  const db = new Database(file, { readonly: true });
  expect(db.prepare("SELECT name, phase, presence FROM objects WHERE kind = 'Pod' ORDER BY name DESC").all()).toEqual([
    { name: 'web', phase: 'Failed', presence: 'present' },
    { name: 'still', phase: null, presence: 'present' },
  ]);
  const versions = db.prepare(
    "SELECT o.name, v.observed, v.operation, v.json ->> '$.status.phase' AS phase FROM object_version v JOIN object o ON o.id = v.object",
  );
  expect(versions.all()).toEqual([
    { name: 'web', observed: 1000, operation: 0, phase: 'Pending' },
    { name: 'web', observed: 2000, operation: 1, phase: 'Running' },
    { name: 'web', observed: 3000, operation: 1, phase: 'Failed' },
  ]);
  db.close();
});

test('an object whose last word is that it was deleted is a ghost', async () => {
  const mount = object('v1', 'Pod', 'a/p', { spec: { volumes: [{ secret: { secretName: 's' } }] } });
  const secret = (operation: 'present' | 'deleted', version: string) =>
    object(
      'v1',
      'Secret',
      'a/s',
      { metadata: { uid: 'u-s', resourceVersion: version, labels: { x: 'y' } }, data: { k: 'dg==' } },
      { operation, observedAt: Number(version) },
    );
  const deleted = await importRecords([mount, secret('present', '1'), secret('deleted', '2')]);
  const [ghost] = await deleted.find([{ group: '', kind: 'Secret', namespace: 'a', name: 's' }]);
  expect(ghost).toMatchObject({ presence: 'DELETED', uid: null, apiVersion: null });
  expect((await deleted.json([ghost?.id ?? 0])).size).toBe(0);
  expect(await pointersOf(deleted, { group: '', kind: 'Pod', namespace: 'a', name: 'p' })).toContain('pod-secret → Secret/s DELETED');
  const back = await importRecords([mount, secret('deleted', '2'), secret('present', '3')]);
  expect(await pointersOf(back, { group: '', kind: 'Pod', namespace: 'a', name: 'p' })).toContain('pod-secret → Secret/s OK');
});
