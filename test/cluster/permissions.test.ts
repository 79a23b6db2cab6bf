/** What a ServiceAccount may not read is denied in its capture, and nothing else is; and `--check` says so beforehand. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ofType, readAll } from '../../src/sources/testing/tar.ts';
import { clusterTestFolder, describeCluster, useCluster } from './cluster-test.ts';
import { runCapture } from './run-capture.ts';

const folder = clusterTestFolder();

const RBAC = 'rbac.authorization.k8s.io';

describeCluster('a ServiceAccount that may not read Secrets, Nodes and one namespace', () => {
  const cluster = useCluster();
  let kubeconfig: string;
  let namespaced: readonly string[];

  beforeAll(async () => {
    const { api, kubectl } = cluster();
    for (const name of ['open', 'closed', 'support']) await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    for (const namespace of ['open', 'closed']) {
      await api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c', namespace } });
      await api.create({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace } });
    }
    await api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } });
    const resources = JSON.parse(await kubectl(['get', '--raw', '/apis/apps/v1'])).resources as { name: string }[];
    expect(resources.length).toBeGreaterThan(0);
    const names = (scope: string): Promise<string> =>
      kubectl(['api-resources', '--verbs=list', `--namespaced=${scope}`, '--no-headers', '-o', 'name']);
    namespaced = (await names('true'))
      .trim()
      .split('\n')
      .filter((name) => name !== 'secrets');
    const clusterScoped = (await names('false'))
      .trim()
      .split('\n')
      .filter((name) => name !== 'nodes');
    const rules = (all: readonly string[]): object[] =>
      all.map((name) => {
        const [resource = '', ...group] = name.split('.');
        return { apiGroups: [group.join('.')], resources: [resource], verbs: ['list'] };
      });
    await api.create({ apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name: 'of-the-cluster' }, rules: rules(clusterScoped) });
    await api.create({ apiVersion: `${RBAC}/v1`, kind: 'ClusterRole', metadata: { name: 'of-a-namespace' }, rules: rules(namespaced) });
    const subjects = [{ kind: 'ServiceAccount', namespace: 'support', name: 'collector' }];
    const roleRef = (name: string): object => ({ apiGroup: RBAC, kind: 'ClusterRole', name });
    await api.create({
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: 'collector' },
      subjects,
      roleRef: roleRef('of-the-cluster'),
    });
    for (const namespace of ['open', 'default', 'kube-system', 'kube-public', 'kube-node-lease', 'support']) {
      await api.create({
        apiVersion: `${RBAC}/v1`,
        kind: 'RoleBinding',
        metadata: { name: 'collector', namespace },
        subjects,
        roleRef: roleRef('of-a-namespace'),
      });
    }
    kubeconfig = cluster().kubeconfigWith({ token: await cluster().tokenFor('support', 'collector') });
  }, 120_000);

  test('captures everything else and ends with 3', async () => {
    const path = join(folder, 'denied.tar.gz');
    const { code, stdout } = await runCapture({ args: ['-o', path, '--no-statistics'], kubeconfig, folder });
    expect(code).toBe(3);
    const { records } = await readAll(path);
    const rows = ofType(records, 'resource');
    const nameOf = ({ group, resource }: { readonly group: string; readonly resource: string }): string =>
      group === '' ? resource : `${resource}.${group}`;
    expect(rows.filter(({ outcome, namespaced: is }) => outcome === 'denied' && is === false).map(nameOf)).toEqual(['nodes']);
    const inNamespace = rows.filter(({ namespace }) => namespace !== null);
    const closed = inNamespace.filter(({ outcome }) => outcome === 'denied');
    expect(closed.filter((row) => nameOf(row) !== 'secrets').map(({ namespace }) => namespace)).toEqual(
      closed.filter((row) => nameOf(row) !== 'secrets').map(() => 'closed'),
    );
    const tried = namespaced.filter((name) => name !== 'events.events.k8s.io');
    expect(
      closed
        .filter(({ namespace }) => namespace === 'closed')
        .map(nameOf)
        .sort(),
    ).toEqual([...tried, 'secrets'].sort());
    expect(inNamespace.filter(({ outcome }) => outcome !== 'denied').every(({ outcome }) => outcome === 'ok')).toBe(true);
    const found = ofType(records, 'object').map(({ raw }) => JSON.parse(Buffer.from(raw ?? []).toString()));
    expect(found.filter(({ kind }) => kind === 'Secret' || kind === 'Node')).toEqual([]);
    expect(
      found.filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === 'c').map(({ metadata }) => metadata.namespace),
    ).toEqual(['open']);
    expect(stdout).toMatch(/nodes +denied \(403\) +everywhere/);
    expect(stdout).toMatch(/configmaps +denied \(403\) +closed/);
    expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
      user: 'system:serviceaccount:support:collector',
      cluster: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
  });

  test('--check says the same beforehand', async () => {
    const { code, stdout } = await runCapture({ args: ['--check', '--no-statistics', '--logs', 'none'], kubeconfig, folder });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^nodes +list +everywhere/m);
    expect(stdout).toMatch(/^secrets +list +everywhere/m);
    expect(stdout).toMatch(/^configmaps +list +closed/m);
    const rows = stdout
      .split('\n')
      .slice(2)
      .filter((line) => line !== '');
    expect(rows).toHaveLength(namespaced.filter((name) => name !== 'events.events.k8s.io').length + 2);
  });
});
