/** What deletions wait for, on crafted objects: what blocks by the controllers' sources, and what does not. */
import { describe, expect, test } from 'vitest';
import { goes, JUST_NOW, object, reportOf, resources, rootsOf } from '../../../test/support/deletions.ts';
import type { JsonObject } from '../../records/record.ts';

const claimPod = (name: string, rest: JsonObject, metadata: JsonObject = {}): JsonObject =>
  object('Pod', name, {
    metadata,
    spec: { containers: [], volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }], ...rest },
    status: { phase: 'Succeeded' },
  });

describe('a claim', () => {
  const claim = object('PersistentVolumeClaim', 'data', { metadata: goes(['kubernetes.io/pvc-protection'], JUST_NOW) });

  test('is held by a completed pod, not by one without a node', async () => {
    const report = await reportOf('data', [claim, claimPod('done', { nodeName: 'n' }), claimPod('waits', {})]);
    expect(report.verdict).toBe('BLOCKED');
    expect(rootsOf(report)).toEqual(['Pod ns/done']);
  });

  test('goes where no pod uses it', async () => {
    const report = await reportOf('data', [claim, claimPod('waits', {})]);
    expect(report.verdict).toBe('SLOW');
  });

  test('is not judged where pods were denied', async () => {
    const denied = resources.map((one) => (one.kind === 'Pod' ? { ...one, outcome: 'denied' as const } : one));
    expect((await reportOf('data', [claim], denied)).verdict).toBe('UNKNOWN');
  });

  test('of a generic ephemeral volume does not wait for a pod that is at its end', async () => {
    const ephemeral = (metadata: JsonObject): JsonObject =>
      object('Pod', 'p', {
        metadata,
        spec: { nodeName: 'n', containers: [], volumes: [{ name: 'data', ephemeral: { volumeClaimTemplate: { spec: {} } } }] },
      });
    const own = object('PersistentVolumeClaim', 'p-data', { metadata: goes(['kubernetes.io/pvc-protection'], JUST_NOW) });
    expect(rootsOf(await reportOf('p-data', [own, ephemeral({})]))).toEqual(['Pod ns/p']);
    expect((await reportOf('p-data', [own, ephemeral(goes())])).verdict).toBe('SLOW');
  });
});

test.each([
  ['Bound', 'BLOCKED'],
  ['Released', 'SLOW'],
])('a volume that is %s: %s', async (phase, verdict) => {
  const volume = object('PersistentVolume', 'pv', {
    metadata: goes(['kubernetes.io/pv-protection'], JUST_NOW),
    spec: { claimRef: { namespace: 'ns', name: 'data', uid: 'uid-data' } },
    status: { phase },
  });
  expect((await reportOf('pv', [volume, object('PersistentVolumeClaim', 'data')])).verdict).toBe(verdict);
});

describe('a foreground deletion', () => {
  const owner = object('Deployment', 'web', { metadata: goes(['foregroundDeletion'], JUST_NOW), spec: { replicas: 1 } });
  const dependent = (name: string, rest: JsonObject): JsonObject =>
    object('ConfigMap', name, {
      metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', uid: 'uid-web', ...rest }] },
    });

  test('waits for dependents with blockOwnerDeletion alone, by their uid', async () => {
    const objects = [
      owner,
      dependent('blocks', { blockOwnerDeletion: true }),
      dependent('follows', {}),
      dependent('other', { uid: 'uid-old', blockOwnerDeletion: true }),
    ];
    expect(rootsOf(await reportOf('web', objects))).toEqual(['ConfigMap ns/blocks']);
  });

  test('in a circle ends, and says so', async () => {
    const ring = ['a', 'b'].map((name, index, names) => {
      const other = names[1 - index] ?? '';
      const ownerReferences = [{ apiVersion: 'v1', kind: 'ConfigMap', name: other, uid: `uid-${other}`, blockOwnerDeletion: true }];
      return object('ConfigMap', name, { metadata: { ...goes(['foregroundDeletion']), ownerReferences } });
    });
    const report = await reportOf('a', ring);
    expect(report.verdict).toBe('BLOCKED');
    expect(report.blockers.items.map((item) => item.object.name).sort()).toEqual(['a', 'b']);
  });
});

describe('a finalizer in no table', () => {
  const managed = (manager: string): JsonObject => ({
    ...goes(['ops.example.com/clean-up']),
    managedFields: [{ manager, fieldsV1: { 'f:metadata': { 'f:finalizers': { '.': {}, 'v:"ops.example.com/clean-up"': {} } } } }],
  });
  const operator = (replicas: number, readyReplicas: number): JsonObject =>
    object('Deployment', 'ops', {
      spec: {
        replicas,
        template: { spec: { containers: [{ name: 'main', image: 'registry.example.com:5000/team/ops-controller:1.2@sha256:0' }] } },
      },
      status: { readyReplicas },
    });

  test.each([
    [1, 1, 'RUNNING', 'BLOCKED'],
    [1, 0, 'NOT_READY', 'BLOCKED'],
    [0, 0, 'SCALED_DOWN', 'ORPHANED'],
  ])('is attributed to the workload that wrote it, by its image (%d replicas, %d ready)', async (replicas, ready, state, verdict) => {
    const report = await reportOf('held', [
      object('ConfigMap', 'held', { metadata: managed('ops-controller') }),
      operator(replicas, ready),
    ]);
    expect(report.blockers.roots[0]?.controller).toMatchObject({ state, desired: replicas, ready, object: { name: 'ops' } });
    const evidence = report.blockers.roots[0]?.controller?.evidence.join(' ');
    expect(evidence?.includes('0 of 1 replica is available.')).toBe(state === 'NOT_READY');
    expect(report.verdict).toBe(verdict);
  });

  test('is orphaned where what wrote it is gone, and unknown where workloads were denied', async () => {
    const held = object('ConfigMap', 'held', { metadata: managed('ops-controller') });
    expect((await reportOf('held', [held])).verdict).toBe('ORPHANED');
    const denied = resources.map((one) => (one.group === 'apps' ? { ...one, outcome: 'denied' as const } : one));
    expect((await reportOf('held', [held], denied)).verdict).toBe('UNKNOWN');
  });

  test('says nothing of who must act where a person wrote it', async () => {
    const report = await reportOf('held', [object('ConfigMap', 'held', { metadata: managed('kubectl-edit') })]);
    expect(report.blockers.roots[0]?.controller).toBeNull();
    expect(report.verdict).toBe('BLOCKED');
  });
});

test('a Service range waits for the addresses that no other range covers', async () => {
  const range = (name: string, cidrs: readonly string[], metadata: JsonObject = {}): JsonObject =>
    object('ServiceCIDR', name, { metadata, spec: { cidrs: [...cidrs] } });
  const report = await reportOf('old', [
    range('old', ['10.0.0.0/24', 'fd00::/64', 'nonsense/8'], goes(['networking.k8s.io/service-cidr-finalizer'])),
    range('new', ['10.0.0.0/25']),
    ...['10.0.0.1', '10.0.0.200', 'fd00--1', '10.9.9.9'].map((name) => object('IPAddress', name)),
  ]);
  expect(rootsOf(report)).toEqual(['IPAddress 10.0.0.200']);
});

test('a webhook that nobody answers holds the update that takes a finalizer away', async () => {
  const webhook = (rest: JsonObject): JsonObject => ({
    name: 'check.example.com',
    failurePolicy: 'Fail',
    clientConfig: { service: { namespace: 'ns', name: 'gone' } },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['UPDATE'], resources: ['configmaps'] }],
    ...rest,
  });
  const configuration = (rest: JsonObject): JsonObject => object('ValidatingWebhookConfiguration', 'guard', { webhooks: [webhook(rest)] });
  const held = object('ConfigMap', 'held', { metadata: goes(['ops.example.com/clean-up']) });
  expect(rootsOf(await reportOf('held', [held, configuration({})]))).toEqual(['Service ns/gone']);
  for (const harmless of [
    { failurePolicy: 'Ignore' },
    { rules: [] },
    { objectSelector: { matchLabels: { a: 'b' } } },
    { matchConditions: [{ name: 'x' }] },
  ]) {
    expect(rootsOf(await reportOf('held', [held, configuration(harmless)]))).toEqual(['ConfigMap ns/held']);
  }
});

test('what has a malformed shape is no blocker, and ends nothing', async () => {
  const report = await reportOf('held', [
    object('ConfigMap', 'held', {
      metadata: { ...goes(['a/b']), managedFields: [null, 7, { manager: 3, fieldsV1: { 'f:metadata': [] } }] as never },
    }),
    object('ValidatingWebhookConfiguration', 'odd', { webhooks: ['x', { rules: [null], clientConfig: { service: 7 } }] }),
    object('ServiceCIDR', 'odd', { spec: { cidrs: [7, '10.0.0.0/99', '/', ''] } }),
  ]);
  expect(report.verdict).toBe('BLOCKED');
});
