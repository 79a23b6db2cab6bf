/** What goes wrong between a capture and a real API server, by a proxy between them, and what the outcome says of it. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Fault, type FaultAction, type FaultProxy, startFaultProxy } from '../../scripts/cluster/index.mjs';
import type { ResourceOutcome, SnapshotRecord } from '../../src/records/record.ts';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { clusterTestFolder, describeCluster, useCluster } from './cluster-test.ts';
import { fillCluster } from './fill-cluster.ts';
import { keysOf } from './keys-of.ts';
import { runCapture } from './run-capture.ts';

const folder = clusterTestFolder();

const SETTINGS = ['--no-openapi', '--logs', 'none', '--chunk-size', '200', '--request-timeout', '1s', '--retry-for', '3s', '--force'];
const CONFIG_MAPS = '/api/v1/configmaps';
const GONE = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  reason: 'Expired',
  code: 410,
  message: 'The provided continue parameter is too old',
};

interface Case {
  readonly name: string;
  readonly action: FaultAction;
  /** Of the ConfigMaps, where it happens again and again from the third page on. */
  readonly outcome: ResourceOutcome['outcome'];
  readonly message: RegExp;
}

const cases: readonly Case[] = [
  { name: 'a hang before the answer', action: { type: 'hang' }, outcome: 'partial', message: /no answer for 1 s/ },
  {
    name: 'a hang in the middle of a body',
    action: { type: 'hang', afterBytes: 50_000 },
    outcome: 'partial',
    message: /stopped after 50000 bytes: nothing more for 1 s/,
  },
  {
    name: 'a connection cut in the middle of a page',
    action: { type: 'cut', afterBytes: 50_000 },
    outcome: 'partial',
    message: /cut in the middle of the answer/,
  },
  { name: 'a connection cut before the answer', action: { type: 'cut' }, outcome: 'partial', message: /hang up|ECONNRESET/ },
  {
    name: '500',
    action: { type: 'answer', status: 500, body: { kind: 'Status', message: 'etcdserver: leader changed' } },
    outcome: 'partial',
    message: /leader changed/,
  },
  {
    name: '429 with Retry-After',
    action: { type: 'answer', status: 429, headers: { 'retry-after': '1' }, body: 'slow down' },
    outcome: 'partial',
    message: /slow down/,
  },
  { name: '410 on continue', action: { type: 'answer', status: 410, body: GONE }, outcome: 'partial', message: /too old/ },
];

describeCluster('a capture through faults', () => {
  const cluster = useCluster();
  let proxy: FaultProxy;
  let kubeconfig: string;
  let all: ReadonlySet<string>;

  beforeAll(async () => {
    await fillCluster(cluster());
    proxy = await startFaultProxy({ controlPlane: cluster(), uncompressed: true });
    await cluster().api.create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'all' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
      subjects: [{ kind: 'ServiceAccount', namespace: 'default', name: 'all' }],
    });
    kubeconfig = cluster().kubeconfigWith({ server: proxy.server, token: await cluster().tokenFor('default', 'all') });
    all = keysOf((await captured([])).records);
    expect(all.size).toBeGreaterThan(1_500);
  }, 120_000);
  afterAll(() => proxy?.close());

  async function captured(
    faults: readonly Fault[],
  ): Promise<{ readonly code: number | undefined; readonly records: readonly SnapshotRecord[] }> {
    proxy.setFaults(faults);
    const path = join(folder, 'x.tar.gz');
    const { code } = await runCapture({ args: ['-o', path, ...SETTINGS], kubeconfig, folder });
    return { code, records: (await readAll(path)).records };
  }

  function rowOf(records: readonly SnapshotRecord[], resource: string): ResourceOutcome | undefined {
    return ofType(records, 'resource').find((row) => row.resource === resource);
  }

  test.each(cases)('$name once: nothing is missing', async ({ action }) => {
    const { code, records } = await captured([{ match: { path: CONFIG_MAPS, query: { continue: /./ } }, after: 1, times: 1, action }]);
    expect(code).toBe(0);
    expect(keysOf(records)).toEqual(all);
    expect(proxy.requests.some(({ fault }) => fault === action.type)).toBe(true);
  });

  test.each(cases)('$name again and again: what came is kept, the outcome names it', async ({ action, outcome, message }) => {
    const { code, records } = await captured([{ match: { path: CONFIG_MAPS, query: { continue: /./ } }, after: 1, action }]);
    expect(code).toBe(3);
    const row = rowOf(records, 'configmaps');
    expect(row).toMatchObject({ outcome });
    expect(row?.message).toMatch(message);
    const keys = keysOf(records);
    const isConfigMap = (key: string): boolean => key.startsWith('/configmaps ');
    expect([...keys].filter((key) => !isConfigMap(key)).sort()).toEqual([...all].filter((key) => !isConfigMap(key)).sort());
    const kept = [...keys].filter(isConfigMap);
    expect(kept.every((key) => all.has(key))).toBe(true);
    expect(kept.length).toBe(row?.items);
    // Two pages came before; of a third that is cut, the objects before the cut.
    expect(kept.length).toBeGreaterThanOrEqual('afterBytes' in action ? 401 : 400);
  });

  test('an aggregated API that never answers is unavailable, and nothing else is missing', async () => {
    await cluster().api.create({
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1.slow.example.com' },
      spec: {
        group: 'slow.example.com',
        version: 'v1',
        groupPriorityMinimum: 100,
        versionPriority: 1,
        service: { name: 'slow', namespace: 'default' },
        insecureSkipTLSVerify: true,
      },
    });
    const { code, records } = await captured([{ match: { path: /^\/apis\/slow\.example\.com/ }, action: { type: 'hang' } }]);
    expect(code).toBe(3);
    expect(rowOf(records, '*')).toMatchObject({ group: 'slow.example.com', kind: '*', outcome: 'timeout', message: 'no answer for 1 s' });
    const { records: unavailable } = await captured([]);
    expect(rowOf(unavailable, '*')).toMatchObject({ group: 'slow.example.com', outcome: 'unavailable', httpStatus: 503 });
    for (const found of [keysOf(records), keysOf(unavailable)]) expect([...all].filter((key) => !found.has(key))).toEqual([]);
  });

  test("kubelets' statistics are kept where they answer, and the refusal where they do not", async () => {
    for (const name of ['good', 'bad']) await cluster().api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
    const { records } = await captured([
      {
        match: { path: '/api/v1/nodes/good/proxy/stats/summary' },
        action: { type: 'answer', status: 200, body: { node: { nodeName: 'good' } } },
      },
      { match: { path: '/api/v1/nodes/good/proxy/metrics' }, action: { type: 'answer', status: 200, body: 'up 1\n' } },
    ]);
    const documents = new Map(
      ofType(records, 'document')
        .filter(({ name, part }) => name.startsWith('nodes/') && part > 0)
        .map(({ name, chunk }) => [name, Buffer.from(chunk).toString()]),
    );
    expect([...documents]).toEqual([
      ['nodes/good/stats-summary.json', '{"node":{"nodeName":"good"}}'],
      ['nodes/good/metrics.prom', 'up 1\n'],
    ]);
    const outcomes = ofType(records, 'document').filter(({ name, outcome }) => name.startsWith('nodes/bad/') && outcome !== undefined);
    expect(outcomes.map(({ name, outcome }) => [name, outcome === 'ok'])).toEqual([
      ['nodes/bad/stats-summary.json', false],
      ['nodes/bad/metrics.prom', false],
    ]);
  });
});
