import { expect, test } from 'vitest';
import { importRecords, object, outcome, owner } from '../testing/import-records.ts';

const configMaps = { group: '', kind: 'ConfigMap' };
const namespaces = ['a', 'b'].map((name) => object('v1', 'Namespace', name));
const served = { served: true };

test('only ok is complete; the denied row of all namespaces stays beside those of each', async () => {
  const reader = await importRecords([
    ...namespaces,
    outcome('v1', 'configmaps', 'ConfigMap', 'denied', { httpStatus: 403, message: 'forbidden' }),
    outcome('v1', 'configmaps', 'ConfigMap', 'ok', { namespace: 'a', listedFrom: 5 }),
    outcome('v1', 'configmaps', 'ConfigMap', 'denied', { namespace: 'b', httpStatus: 403 }),
  ]);
  const gaps = async (namespace: string | null) => (await reader.completeness({ kinds: [configMaps], namespace })).gaps;
  expect(await reader.completeness({ kinds: [configMaps], namespace: 'a' })).toEqual({ complete: true, gaps: [] });
  expect(await gaps('b')).toMatchObject([{ kind: 'ConfigMap', namespace: 'b', outcome: 'denied', httpStatus: 403 }]);
  expect(await gaps('c')).toMatchObject([{ namespace: null, outcome: 'denied', message: 'forbidden' }]);
  expect(await gaps(null)).toMatchObject([{ namespace: null }, { namespace: 'b' }]);
  expect(await reader.outcome(configMaps, 'a')).toBe('ok');
  expect(await reader.outcome(configMaps, null)).toBe('denied');
});

test('lists of every namespace make up for the list of all, where all namespaces are known', async () => {
  const rows = [
    outcome('v1', 'configmaps', 'ConfigMap', 'denied'),
    ...['a', 'b'].map((namespace) => outcome('v1', 'configmaps', 'ConfigMap', 'ok', { namespace })),
  ];
  const known = await importRecords([...namespaces, ...rows, outcome('v1', 'namespaces', 'Namespace', 'ok')]);
  expect((await known.completeness({ kinds: [configMaps], namespace: null })).complete).toBe(true);
  const unknown = await importRecords([...namespaces, ...rows, outcome('v1', 'namespaces', 'Namespace', 'partial')]);
  expect((await unknown.completeness({ kinds: [configMaps], namespace: null })).complete).toBe(false);
});

test('excluded is a gap, but not where another group serves the same objects', async () => {
  const excluded = (groupVersion: string, resource: string, kind: string) => outcome(groupVersion, resource, kind, 'excluded', served);
  const reader = await importRecords([
    object('v1', 'ConfigMap', 'a/c'),
    outcome('v1', 'configmaps', 'ConfigMap', 'ok', served),
    outcome('v1', 'events', 'Event', 'ok', served),
    excluded('events.k8s.io/v1', 'events', 'Event'),
    excluded('v1', 'componentstatuses', 'ComponentStatus'),
  ]);
  expect((await reader.completeness({ kinds: [{ group: '', kind: 'Event' }], namespace: null })).complete).toBe(true);
  expect((await reader.completeness({ namespace: null })).gaps).toMatchObject([{ kind: 'ComponentStatus', outcome: 'excluded' }]);
});

test('a group that did not answer covers all its kinds, and a kind without any outcome is excluded', async () => {
  const reader = await importRecords([
    object('v1', 'ConfigMap', 'a/c'),
    outcome('v1', 'configmaps', 'ConfigMap', 'ok', served),
    outcome('metrics.k8s.io/v1beta1', '*', '*', 'unavailable', { httpStatus: 503 }),
  ]);
  const gaps = async (group: string, kind: string) => (await reader.completeness({ kinds: [{ group, kind }], namespace: null })).gaps;
  expect(await gaps('metrics.k8s.io', 'NodeMetrics')).toMatchObject([{ outcome: 'unavailable', httpStatus: 503 }]);
  expect(await reader.outcome({ group: 'metrics.k8s.io', kind: 'NodeMetrics' }, 'a')).toBe('unavailable');
  expect(await gaps('', 'Pod')).toMatchObject([{ outcome: 'excluded', namespace: null }]);
  expect(await reader.outcome({ group: '', kind: 'Pod' }, 'a')).toBeNull();
  expect((await reader.completeness({ namespace: null })).gaps).toMatchObject([{ group: 'metrics.k8s.io', kind: '*' }]);
});

test('a kind of an add-on that discovery does not name is proved not to be there', async () => {
  const certificates = [{ group: 'cert-manager.io', kind: 'Certificate' }];
  const pointsAt = object('v1', 'ConfigMap', 'a/c', {
    metadata: { ownerReferences: [owner('cert-manager.io/v1', 'Certificate', 'x', 'u')] },
  });
  const discovered = await importRecords([pointsAt, outcome('v1', 'configmaps', 'ConfigMap', 'ok', served)]);
  expect((await discovered.completeness({ kinds: certificates, namespace: null })).complete).toBe(true);
  expect((await discovered.completeness({ kinds: certificates, namespace: 'a' })).complete).toBe(true);
  const silent = await importRecords([pointsAt, outcome('v1', 'configmaps', 'ConfigMap', 'ok')]);
  expect((await silent.completeness({ kinds: certificates, namespace: null })).complete).toBe(false);
  const unanswered = await importRecords([
    pointsAt,
    outcome('v1', 'configmaps', 'ConfigMap', 'ok', served),
    outcome('cert-manager.io/v1', '*', '*', 'unavailable'),
  ]);
  expect((await unanswered.completeness({ kinds: certificates, namespace: null })).complete).toBe(false);
});

test('without discovery nobody knows all kinds', async () => {
  const reader = await importRecords([object('v1', 'ConfigMap', 'a/c'), outcome('v1', 'configmaps', 'ConfigMap', 'ok')]);
  expect((await reader.completeness({ namespace: null })).gaps).toMatchObject([{ group: '*', kind: '*', outcome: 'excluded' }]);
  expect((await reader.completeness({ kinds: [configMaps], namespace: null })).complete).toBe(true);
});

test('a resource without its kind is known by its plural', async () => {
  const { kind: _, ...widgets } = outcome('example.com/v1', 'widgets', '', 'ok');
  const resource = { group: 'example.com', version: 'v1', resource: 'widgets' };
  const reader = await importRecords([widgets, object('example.com/v1', 'Widget', 'a/w', {}, { resource })]);
  expect(await reader.outcome({ group: 'example.com', kind: 'Widget' }, 'a')).toBe('ok');
});
