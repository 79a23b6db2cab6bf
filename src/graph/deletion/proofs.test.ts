/** What is proved of deletions, and what only seems so: clocks, gaps in the capture, controllers elsewhere, names that coincide. */
import { describe, expect, test } from 'vitest';
import { facts, goes, JUST_NOW, LONG_AGO, object, reportOf, resources, rootsOf } from '../../../test/support/deletions.ts';
import type { JsonObject } from '../../records/record.ts';
import { nextSteps } from './next-steps.ts';

describe('what was not captured proves nothing', () => {
  const webhookService = object('Service', 'guard', { spec: { selector: { app: 'guard' } } });
  const guard = object('ValidatingWebhookConfiguration', 'guard', {
    webhooks: [
      {
        name: 'check.example.com',
        failurePolicy: 'Fail',
        clientConfig: { service: { namespace: 'ns', name: 'guard' } },
        rules: [{ apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*'] }],
      },
    ],
  });

  test('a webhook may have a pod that answers where pods were denied', async () => {
    const held = object('ConfigMap', 'held', { metadata: goes(['ops.example.com/clean-up']) });
    expect(rootsOf(await reportOf('held', [held, guard, webhookService]))).toEqual(['Service ns/guard']);
    const denied = resources.map((one) => (one.kind === 'Pod' ? { ...one, outcome: 'denied' as const } : one));
    expect(rootsOf(await reportOf('held', [held, guard, webhookService], denied))).toEqual(['ConfigMap ns/held']);
  });

  test('no webhook is asked about webhooks', async () => {
    const held = object('ValidatingWebhookConfiguration', 'old', { metadata: goes(['ops.example.com/clean-up']) });
    expect(rootsOf(await reportOf('old', [held, guard, webhookService]))).toEqual(['ValidatingWebhookConfiguration old']);
  });
});

describe('the controller manager', () => {
  const lease = (name: string, renewTime: string): JsonObject => ({
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: { name, namespace: 'kube-system', uid: `uid-${name}` },
    spec: { leaseDurationSeconds: 15, renewTime },
  });
  const claim = object('PersistentVolumeClaim', 'data', { metadata: goes(['kubernetes.io/pvc-protection'], JUST_NOW) });
  const withLeases = [...resources, facts('coordination.k8s.io', 'v1', 'Lease', 'leases')];
  const stateWith = async (...leases: readonly JsonObject[]): Promise<string | undefined> =>
    (await reportOf('data', [claim, ...leases], withLeases)).blockers.roots[0]?.controller?.state;

  test('runs where its Lease was fresh when the capture began, however long that took', async () => {
    expect(await stateWith(lease('kube-controller-manager', '2026-01-01T00:00:01Z'), lease('kube-scheduler', '2026-01-01T00:00:02Z'))).toBe(
      'RUNNING',
    );
  });

  test('is gone where the Leases beside its own went on, and not known where its own is the only one', async () => {
    const old = lease('kube-controller-manager', '2025-12-31T20:00:00Z');
    expect(await stateWith(old, lease('apiserver-abc', '2026-01-01T00:00:02Z'))).toBe('ABSENT');
    expect(await stateWith(old)).toBe('UNKNOWN');
  });
});

test.each([
  ['HelmChart.helm.cattle.io', 'wrangler.cattle.io/on-helm-chart-remove'],
  ['ClusterServiceVersion.operators.coreos.com', 'operators.coreos.com/csv-cleanup'],
])('%s: what may run outside of the cluster is never proved to be gone', async (kindAndGroup, finalizer) => {
  const [kind = '', ...group] = kindAndGroup.split('.');
  const held = {
    apiVersion: `${group.join('.')}/v1`,
    kind,
    metadata: { name: 'held', namespace: 'ns', uid: 'uid-held', ...goes([finalizer]) },
  };
  const report = await reportOf('held', [held], [...resources, facts(group.join('.'), 'v1', kind, `${kind.toLowerCase()}s`)]);
  expect(report.verdict).toBe('UNKNOWN');
});

test('a former workload that was scaled to zero proves nothing while another runs', async () => {
  const finalizer = 'ops.example.com/clean-up';
  const operator = (name: string, replicas: number): JsonObject =>
    object('Deployment', name, { spec: { replicas }, status: { readyReplicas: replicas } });
  const metadata = {
    ...goes([finalizer]),
    managedFields: [{ manager: 'ops', fieldsV1: { 'f:metadata': { 'f:finalizers': { [`v:"${finalizer}"`]: {} } } } }],
  };
  const report = await reportOf('held', [object('ConfigMap', 'held', { metadata }), operator('a-ops', 0), operator('b-ops', 1)]);
  expect(report.blockers.roots[0]?.controller).toMatchObject({ name: 'b-ops', state: 'RUNNING' });
  expect(report.verdict).toBe('BLOCKED');
});

describe('a namespace', () => {
  const namespace = (since: string): JsonObject => ({
    ...object('Namespace', 'ns', { metadata: goes([], since) }),
    spec: { finalizers: ['kubernetes'] },
  });
  const service = object('Service', 'web', { spec: { selector: { app: 'web' } } });
  const web = object('Pod', 'web-1', {
    metadata: { labels: { app: 'web' } },
    spec: { nodeName: 'n', containers: [] },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }] },
  });

  test('deletes what is in it by itself: what it has not come to yet holds nothing up', async () => {
    const config = object('ConfigMap', 'left');
    expect((await reportOf('ns', [namespace(JUST_NOW), config])).verdict).toBe('SLOW');
    expect((await reportOf('ns', [namespace(LONG_AGO), config])).verdict).toBe('BLOCKED');
  });

  test('deletes its pods first: what comes after them is not to blame', async () => {
    const pod = object('Pod', 'held', { metadata: goes(['ops.example.com/drain']), spec: { containers: [] } });
    const report = await reportOf('ns', [namespace(LONG_AGO), pod, object('ConfigMap', 'left'), service]);
    expect(rootsOf(report)).toEqual(['Pod ns/held']);
    expect(report.blockers.items[0]?.evidence).toContain('2 more objects in it are deleted once its pods are gone');
  });

  test('does not wait for its Services to answer', async () => {
    const report = await reportOf('ns', [namespace(LONG_AGO), service, web]);
    expect(report.blockers.items.find((item) => item.object.kind === 'Service')?.waitsFor).toBe('nobody has asked for its deletion');
    expect(nextSteps(report.blockers.roots).join()).not.toContain('a pod that is ready');
  });
});

test('what wrote a finalizer is not proved to be gone while something that runs may update the object under another name', async () => {
  const finalizer = 'ops.example.com/clean-up';
  const metadata = {
    ...goes([finalizer]),
    managedFields: [{ manager: 'ops', fieldsV1: { 'f:metadata': { 'f:finalizers': { [`v:"${finalizer}"`]: {} } } } }],
  };
  const rbac = 'rbac.authorization.k8s.io';
  const objects = [
    object('ConfigMap', 'held', { metadata }),
    object('ClusterRole', 'wide', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }),
    object('ClusterRoleBinding', 'wide', {
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: 'wide' },
      subjects: [{ kind: 'ServiceAccount', namespace: 'ns', name: 'engine' }],
    }),
    object('ServiceAccount', 'engine'),
    object('Deployment', 'engine', { spec: { template: { spec: { serviceAccountName: 'engine', containers: [] } } } }),
  ];
  const more = [
    ...resources,
    facts(rbac, 'v1', 'ClusterRoleBinding', 'clusterrolebindings', false),
    facts('', 'v1', 'ServiceAccount', 'serviceaccounts'),
  ];
  const binding = objects.map((one) =>
    one['kind'] === 'ClusterRoleBinding' ? { ...one, apiVersion: `${rbac}/v1`, metadata: { name: 'wide', uid: 'uid-b' } } : one,
  );
  const report = await reportOf('held', binding, more);
  expect(report.blockers.roots[0]?.controller?.state).toBe('UNKNOWN');
  expect(report.blockers.roots[0]?.evidence).toContain('Deployment ns/engine may update ConfigMap, and may be it under another name');
});

test('what an API server only makes up is not left in a namespace', async () => {
  const namespace = { ...object('Namespace', 'ns', { metadata: goes([], LONG_AGO) }), spec: { finalizers: ['kubernetes'] } };
  const metrics = { apiVersion: 'metrics.k8s.io/v1beta1', kind: 'PodMetrics', metadata: { name: 'web', namespace: 'ns' } };
  const report = await reportOf('ns', [namespace, metrics], [...resources, facts('metrics.k8s.io', 'v1beta1', 'PodMetrics', 'pods')]);
  expect(rootsOf(report)).toEqual(['Namespace ns']);
});
