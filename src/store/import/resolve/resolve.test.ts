/** What becomes of pointers: presence, flaws, keys, races, patterns. One test a rule of the contract. */
import { expect, test } from 'vitest';
import { ReferenceFlag } from '../../../relations/rule.ts';
import { importRecords, object, outcome, owner, pointersOf } from '../../testing/import-records.ts';

const configMap = (name: string, owners: ReturnType<typeof owner>[] = []) =>
  object('v1', 'ConfigMap', name, { metadata: { ownerReferences: owners } });
const key = (kind: string, namespace: string | null, name: string, group = '') => ({ group, kind, namespace, name });
const cart = object('apps/v1', 'Deployment', 'shop/cart', { metadata: { uid: 'uid-cart' } });
const allOk = [
  outcome('apps/v1', 'deployments', 'Deployment', 'ok', { served: true }),
  outcome('v1', 'configmaps', 'ConfigMap', 'ok', { served: true }),
];

test('the right words and the right uid are OK', async () => {
  const reader = await importRecords([cart, configMap('shop/c', [owner('apps/v1', 'Deployment', 'cart', 'uid-cart')]), ...allOk]);
  expect(await pointersOf(reader, key('ConfigMap', 'shop', 'c'))).toEqual(['owner → Deployment/cart OK']);
});

test('an older group of the same kind names the same object', async () => {
  const reader = await importRecords([
    cart,
    configMap('shop/c', [owner('extensions/v1beta1', 'Deployment', 'cart', 'uid-cart')]),
    ...allOk,
  ]);
  expect(await pointersOf(reader, key('ConfigMap', 'shop', 'c'))).toEqual(['owner → Deployment/cart OK']);
});

test.each([
  ['UID_MISMATCH', 'another uid under the name', 'shop/c', owner('apps/v1', 'Deployment', 'cart', 'uid-old')],
  ['NAME_MISMATCH', 'the uid is that of another name', 'shop/c', owner('apps/v1', 'Deployment', 'basket', 'uid-cart')],
  ['KIND_MISMATCH', 'the uid is that of another kind', 'shop/c', owner('v1', 'ConfigMap', 'cart', 'uid-cart')],
  ['KIND_MISMATCH', 'the kind is written in another case', 'shop/c', owner('apps/v1', 'deployment', 'cart', 'uid-cart')],
  ['KIND_MISMATCH', 'the case differs and nobody has the uid', 'shop/c', owner('apps/v1', 'deployment', 'cart', 'uid-none')],
  ['CROSS_NAMESPACE', 'the uid lives in another namespace', 'pay/c', owner('apps/v1', 'Deployment', 'cart', 'uid-cart')],
  ['KIND_UNKNOWN', 'discovery names no such kind', 'shop/c', owner('marketing.example.com/v1', 'Campaign', 'autumn', 'uid-none')],
  ['MISSING', 'it was listed and was not there', 'shop/c', owner('apps/v1', 'Deployment', 'gone', 'uid-none')],
  ['NOT_CAPTURED', 'nobody listed its kind', 'shop/c', owner('apps/v1', 'ReplicaSet', 'cart-1', 'uid-none')],
])('%s: %s', async (status, _why, name, pointer) => {
  const replicaSets = outcome('apps/v1', 'replicasets', 'ReplicaSet', 'denied', { served: true });
  const reader = await importRecords([cart, configMap(name, [pointer]), ...allOk, replicaSets]);
  const [namespace = '', own = ''] = name.split('/');
  const [found] = await pointersOf(reader, key('ConfigMap', namespace, own));
  expect(found).toMatch(new RegExp(` ${status}$`));
});

test('a cluster-scoped child of a namespaced owner is told by the kind, whether the owner was captured or not', async () => {
  const role = (name: string, uid: string) =>
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', name, {
      metadata: { ownerReferences: [owner('apps/v1', 'Deployment', 'cart', uid)] },
    });
  const reader = await importRecords([cart, role('right', 'uid-cart'), role('wrong', 'uid-none')]);
  for (const name of ['right', 'wrong']) {
    expect(await pointersOf(reader, key('ClusterRole', null, name, 'rbac.authorization.k8s.io'))).toEqual([
      'owner → Deployment/cart NAMESPACED_OWNER_OF_CLUSTER_SCOPED',
    ]);
  }
});

test('the target is what the words name; who has the uid is told beside it', async () => {
  const reader = await importRecords([cart, configMap('pay/c', [owner('apps/v1', 'Deployment', 'cart', 'uid-cart')]), ...allOk]);
  const [source, holder] = await reader.find([key('ConfigMap', 'pay', 'c'), key('Deployment', 'shop', 'cart', 'apps')]);
  const [edge] = await reader.edges({ parents: [source?.id ?? 0], direction: 'forward', flawed: true });
  expect(edge?.object).toMatchObject({ namespace: 'pay', name: 'cart', presence: 'MISSING' });
  expect(edge?.reference.uidHolder).toBe(holder?.id);
  expect(edge?.reference.written).toMatchObject({ apiVersion: 'apps/v1', uid: 'uid-cart' });
});

test('a pointer to a cluster-scoped kind loses the namespace, as a CRD or discovery says, whichever comes last', async () => {
  const child = object('example.com/v1', 'Room', 'shop/r', {
    metadata: { ownerReferences: [owner('example.com/v1', 'House', 'h', 'uid-h')] },
  });
  const house = object('example.com/v1', 'House', 'h', { metadata: { uid: 'uid-h' } });
  const crd = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'houses.example.com', {
    spec: { group: 'example.com', scope: 'Cluster', names: { kind: 'House', plural: 'houses', shortNames: ['hs'] } },
  });
  const reader = await importRecords([child, house, crd]);
  expect(await pointersOf(reader, key('Room', 'shop', 'r', 'example.com'))).toEqual(['owner → House/h OK']);
  expect(reader.kinds.find(({ kind }) => kind === 'House')).toMatchObject({
    namespaced: false,
    plural: 'houses',
    shortNames: ['hs'],
    custom: true,
  });
  const byDiscovery = await importRecords([
    child,
    outcome('example.com/v1', 'houses', 'House', 'ok', { namespaced: false, served: true }),
    house,
  ]);
  expect(await pointersOf(byDiscovery, key('Room', 'shop', 'r', 'example.com'))).toEqual(['owner → House/h OK']);
});

test('a kind is unknown only where all kinds were named', async () => {
  const child = configMap('shop/c', [owner('marketing.example.com/v1', 'Campaign', 'autumn', 'uid-none')]);
  const crds = outcome('apiextensions.k8s.io/v1', 'customresourcedefinitions', 'CustomResourceDefinition', 'ok');
  const services = outcome('apiregistration.k8s.io/v1', 'apiservices', 'APIService', 'ok');
  const status = async (...records: Parameters<typeof importRecords>[0][number][]) =>
    (await pointersOf(await importRecords([child, ...records]), key('ConfigMap', 'shop', 'c')))[0]?.split(' ').at(-1);
  expect(await status()).toBe('NOT_CAPTURED');
  expect(await status(crds)).toBe('NOT_CAPTURED');
  expect(await status(crds, services)).toBe('KIND_UNKNOWN');
  expect(await status(crds, { ...services, outcome: 'denied' })).toBe('NOT_CAPTURED');
  const aggregated = object('apiregistration.k8s.io/v1', 'APIService', 'v1.marketing.example.com', {
    spec: { group: 'marketing.example.com', service: { name: 's', namespace: 'n' } },
  });
  expect(await status(crds, services, aggregated)).toBe('NOT_CAPTURED');
  expect(await status(outcome('v1', 'pods', 'Pod', 'ok', { served: true }))).toBe('KIND_UNKNOWN');
  expect(
    await status(outcome('v1', 'pods', 'Pod', 'ok', { served: true }), outcome('marketing.example.com/v1', '*', '*', 'unavailable')),
  ).toBe('NOT_CAPTURED');
});

test('the most specific outcome decides whether a target is missing', async () => {
  const pod = (name: string) => object('v1', 'Pod', name, { spec: { volumes: [{ configMap: { name: 'c' } }] } });
  const reader = await importRecords([
    pod('a/p'),
    pod('b/p'),
    outcome('v1', 'configmaps', 'ConfigMap', 'denied'),
    outcome('v1', 'configmaps', 'ConfigMap', 'ok', { namespace: 'a' }),
    outcome('v1', 'configmaps', 'ConfigMap', 'denied', { namespace: 'b' }),
  ]);
  expect(await pointersOf(reader, key('Pod', 'a', 'p'))).toContain('pod-config-map → ConfigMap/c MISSING');
  expect(await pointersOf(reader, key('Pod', 'b', 'p'))).toContain('pod-config-map → ConfigMap/c NOT_CAPTURED');
});

test('of several versions and groups the best outcome counts', async () => {
  const event = object('v1', 'Event', 'a/e', {
    involvedObject: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'a', name: 'gone' },
  });
  const reader = await importRecords([
    event,
    outcome('extensions/v1beta1', 'deployments', 'Deployment', 'ok'),
    outcome('apps/v1', 'deployments', 'Deployment', 'denied'),
  ]);
  expect(await pointersOf(reader, key('Event', 'a', 'e'))).toEqual(['event-object → Deployment/gone MISSING']);
});

test('a key that a captured ConfigMap lacks is a flaw of a pointer that still leads there', async () => {
  const env = (optional?: boolean) => [
    { name: 'x', valueFrom: { configMapKeyRef: { name: 'c', key: 'URL', ...(optional === undefined ? {} : { optional }) } } },
  ];
  const pod = (name: string, optional?: boolean) =>
    object('v1', 'Pod', name, { spec: { containers: [{ name: 'm', env: env(optional) }] } });
  const withKey = object('v1', 'ConfigMap', 'b/c', { binaryData: { URL: 'eA==' } });
  const reader = await importRecords([
    object('v1', 'ConfigMap', 'a/c', { data: { ULR: 'x' } }),
    withKey,
    pod('a/p'),
    pod('a/q', true),
    pod('b/p'),
    pod('d/p'),
    outcome('v1', 'configmaps', 'ConfigMap', 'ok'),
  ]);
  expect(await pointersOf(reader, key('Pod', 'a', 'p'))).toContain('pod-config-map → ConfigMap/c KEY_MISSING');
  expect(await pointersOf(reader, key('Pod', 'a', 'q'))).toContain('pod-config-map → ConfigMap/c OK');
  expect(await pointersOf(reader, key('Pod', 'b', 'p'))).toContain('pod-config-map → ConfigMap/c OK');
  expect(await pointersOf(reader, key('Pod', 'd', 'p'))).toContain('pod-config-map → ConfigMap/c MISSING');
  const [pod1] = await reader.find([key('Pod', 'a', 'p')]);
  const [edge] = await reader.edges({ parents: [pod1?.id ?? 0], direction: 'forward', relations: ['pod-config-map'] });
  expect(edge?.reference).toMatchObject({
    status: 'KEY_MISSING',
    key: 'URL',
    path: 'spec.containers[0].env[0].valueFrom.configMapKeyRef.name',
  });
});

test.each([
  [false, 'listed in the same second', '2026-01-01T00:00:10Z', '2026-01-01T00:00:10.400Z'],
  [true, 'changed in a later second', '2026-01-01T00:00:11Z', '2026-01-01T00:00:10.400Z'],
  [false, 'changed before', '2026-01-01T00:00:09Z', '2026-01-01T00:00:10.400Z'],
])('raced is %s: %s', async (raced, _why, changed, listed) => {
  const source = object('v1', 'Pod', 'a/p', {
    metadata: { creationTimestamp: '2025-01-01T00:00:00Z', managedFields: [{ time: changed }] },
    spec: { volumes: [{ configMap: { name: 'c' } }] },
  });
  for (const records of [
    [source, outcome('v1', 'configmaps', 'ConfigMap', 'ok', { listedFrom: Date.parse(listed) })],
    [source, outcome('v1', 'configmaps', 'ConfigMap', 'ok')],
  ]) {
    const reader = await importRecords(records, { start: { capturedFrom: Date.parse(listed) } });
    const [pod] = await reader.find([key('Pod', 'a', 'p')]);
    const [edge] = await reader.edges({ parents: [pod?.id ?? 0], direction: 'forward', relations: ['pod-config-map'] });
    expect((edge?.reference.flags ?? 0) & ReferenceFlag.raced).toBe(raced ? ReferenceFlag.raced : 0);
    // What is raced proves nothing, so it is no fault.
    expect((await reader.dangling({ statuses: ['MISSING'], relations: ['pod-config-map'], page: {} })).totalCount).toBe(raced ? 0 : 1);
  }
});

test("a kubelet's words for its node and for a static pod are no other uid", async () => {
  const event = (name: string, involved: Record<string, string>) => object('v1', 'Event', name, { involvedObject: involved });
  const reader = await importRecords([
    object('v1', 'Node', 'n1', { metadata: { uid: 'uid-n1' } }),
    object('v1', 'Pod', 'kube-system/etcd', { metadata: { uid: 'uid-etcd', annotations: { 'kubernetes.io/config.hash': 'abc123' } } }),
    event('default/a', { kind: 'Node', name: 'n1', uid: 'n1' }),
    event('kube-system/b', { apiVersion: 'v1', kind: 'Pod', namespace: 'kube-system', name: 'etcd', uid: 'abc123' }),
    event('kube-system/c', { apiVersion: 'v1', kind: 'Pod', namespace: 'kube-system', name: 'etcd', uid: 'older' }),
  ]);
  expect(await pointersOf(reader, key('Event', 'default', 'a'))).toEqual(['event-object → Node/n1 OK']);
  expect(await pointersOf(reader, key('Event', 'kube-system', 'b'))).toEqual(['event-object → Pod/etcd OK']);
  expect(await pointersOf(reader, key('Event', 'kube-system', 'c'))).toEqual(['event-object → Pod/etcd UID_MISMATCH']);
});

test('claims of a StatefulSet are known by their names, and only those that are there', async () => {
  const claim = (name: string) => object('v1', 'PersistentVolumeClaim', name);
  const set = object('apps/v1', 'StatefulSet', 'a/web', { spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] } });
  const reader = await importRecords([
    set,
    claim('a/data-web-0'),
    claim('a/data-web-11'),
    claim('a/data-web-x'),
    claim('a/mydata-web-0'),
    claim('a/data-web-1-0'),
    claim('b/data-web-2'),
  ]);
  const pointers = await pointersOf(reader, key('StatefulSet', 'a', 'web', 'apps'));
  expect(pointers.filter((pointer) => pointer.startsWith('stateful-set-claim'))).toEqual([
    'stateful-set-claim → PersistentVolumeClaim/data-web-0 OK',
    'stateful-set-claim → PersistentVolumeClaim/data-web-11 OK',
  ]);
});
