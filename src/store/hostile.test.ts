/** Captures that are far larger in one place than any real one. Each takes minutes, or all memory, where a step costs the square of it. */
import { expect, test } from 'vitest';
import type { JsonValue } from '../records/record.ts';
import type { Meter } from './reader.ts';
import { importRecords, object, outcome } from './testing/import-records.ts';

const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

test('twenty thousand owners, each of a kind of its own', async () => {
  const ownerReferences = range(20_000).map((n): JsonValue => ({ apiVersion: 'x.io/v1', kind: `K${n}`, name: 'n', uid: `${n}` }));
  const served = outcome('v1', 'pods', 'Pod', 'ok', { served: true });
  const reader = await importRecords([object('v1', 'Pod', 'a/p', { metadata: { ownerReferences } }), served]);
  const edges = await reader.edges({ parents: [1], direction: 'forward', flawed: true });
  expect(edges).toHaveLength(20_000);
  expect(new Set(edges.map(({ reference }) => reference.status))).toEqual(new Set(['KIND_UNKNOWN']));
});

test('a hundred thousand containers with statuses in another order', async () => {
  const containers = range(100_000).map((n): JsonValue => ({ name: `c${n}`, restartPolicy: 'Always' }));
  const statuses = range(100_000).map((n): JsonValue => ({ name: `c${99_999 - n}`, started: true, restartCount: n }));
  const pod = { spec: { initContainers: containers }, status: { phase: 'Running', initContainerStatuses: statuses } };
  const reader = await importRecords([object('v1', 'Pod', 'a/p', pod)]);
  const rows = await reader.containers([1]);
  expect(rows).toHaveLength(100_000);
  expect(rows[0]).toMatchObject({ name: 'c0', type: 'SIDECAR', restarts: 99_999 });
});

test('of containers that report twice the first report counts', async () => {
  const containerStatuses = [
    { name: 'c', restartCount: 1 },
    { name: 'c', restartCount: 2 },
  ];
  const reader = await importRecords([
    object('v1', 'Pod', 'a/p', { spec: { containers: [{ name: 'c' }] }, status: { containerStatuses } }),
  ]);
  expect(await reader.containers([1])).toMatchObject([{ name: 'c', restarts: 1 }]);
});

test('one uid on ten thousand objects is one short problem', async () => {
  const reader = await importRecords(range(10_000).map((n) => object('v1', 'ConfigMap', `a/map-${n}`, { metadata: { uid: 'same' } })));
  const [problem, ...more] = await reader.problems();
  expect(more).toEqual([]);
  expect(problem?.message).toMatch(/^One uid, same, stands on 10000 objects: ConfigMap map-0, .*ConfigMap map-9, …\.$/);
});

test('claim templates of one name find each claim once', async () => {
  const volumeClaimTemplates = range(3000).map((): JsonValue => ({ metadata: { name: 't' } }));
  const claims = range(3000).map((n) => object('v1', 'PersistentVolumeClaim', `a/t-s-${n + 2000}`));
  const reader = await importRecords([object('apps/v1', 'StatefulSet', 'a/s', { spec: { replicas: 0, volumeClaimTemplates } }), ...claims]);
  expect(await reader.edges({ parents: [1], direction: 'forward', kinds: [{ group: '', kind: 'PersistentVolumeClaim' }] })).toHaveLength(
    3000,
  );
});

test('twenty kinds denied over all namespaces and tried in each of a thousand', async () => {
  const records = range(20).flatMap((kind) => [
    outcome('x.io/v1', `r${kind}`, `R${kind}`, 'denied'),
    ...range(1000).map((n) => outcome('x.io/v1', `r${kind}`, `R${kind}`, n % 2 === 0 ? 'ok' : 'denied', { namespace: `n${n}` })),
  ]);
  const reader = await importRecords([...records, object('v1', 'Pod', 'a/p')]);
  const kind = { group: 'x.io', kind: 'R7' };
  expect(await reader.outcome(kind, 'n4')).toBe('ok');
  expect(await reader.outcome(kind, 'n5')).toBe('denied');
  expect(await reader.outcome(kind, null)).toBe('denied');
  expect((await reader.completeness({ kinds: [kind], namespace: null })).gaps).toHaveLength(501);
});

test('the candidates of selectors are counted as they come, and large selectors are read once', async () => {
  const matchExpressions = range(5000).map((n): JsonValue => ({ key: `absent-${n}`, operator: 'DoesNotExist' }));
  const policies = range(20).map((n) =>
    object('networking.k8s.io/v1', 'NetworkPolicy', `a/policy-${n}`, { spec: { podSelector: { matchExpressions } } }),
  );
  const reader = await importRecords([...policies, ...range(400).map((n) => object('v1', 'Pod', `a/pod-${n}`))]);
  const parents = range(400).map((n) => n + 21);
  let rows = 0;
  const meter: Meter = {
    rows: (count) => {
      rows += count;
      if (rows > 2000) throw new Error('enough');
    },
    bytes: () => undefined,
    checkTime: () => undefined,
  };
  await expect(reader.metered(meter).edges({ parents, direction: 'reverse' })).rejects.toThrow('enough');
  expect(rows).toBeLessThanOrEqual(3000);
  expect(await reader.edges({ parents: parents.slice(0, 3), direction: 'reverse' })).toHaveLength(60);
});

test('more terminating objects than are picked by their index are all listed', async () => {
  const metadata = { deletionTimestamp: '2026-01-01T00:00:00Z' };
  const reader = await importRecords(range(20_500).map((n) => object('v1', 'ConfigMap', `a/map-${n}`, { metadata })));
  expect((await reader.list({ filter: { terminating: true } })).rows).toHaveLength(20_500);
});
