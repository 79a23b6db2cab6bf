import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createApi, startControlPlane } from '../../scripts/cluster/index.mjs';
import { describeCluster, useCluster } from './cluster-test.ts';

const configMap = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' }, data: { a: '1' } });

describeCluster('a control plane', () => {
  const cluster = useCluster();

  test('keeps what is created, patched and deleted', async () => {
    const { api } = cluster();
    const made = await api.create(configMap('one'));
    expect(made.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
    const path = await api.pathOf(configMap('one'));
    expect(path).toBe('/api/v1/namespaces/default/configmaps/one');
    expect(await api.patch(path, { data: { b: '2' } })).toMatchObject({ data: { a: '1', b: '2' } });
    await api.apply({ ...configMap('one'), data: { a: '3' } }, 'somebody');
    expect(await api.get(path)).toMatchObject({ data: { a: '3', b: '2' } });
    await api.delete(path);
    await expect(api.get(path)).rejects.toMatchObject({
      name: 'ApiError',
      status: 404,
      message: expect.stringContaining('"one" not found'),
    });
  });

  test('lists page after page', async () => {
    const { api } = cluster();
    const all = await api.list('/apis/rbac.authorization.k8s.io/v1/clusterroles');
    expect(all.length).toBeGreaterThan(50);
    expect(await api.list('/apis/rbac.authorization.k8s.io/v1/clusterroles', { limit: 7 })).toEqual(all);
  });

  test('kubectl is of the version of the server, and its failure is told', async () => {
    const version = JSON.parse(await cluster().kubectl(['version', '-o', 'json']));
    expect(version.clientVersion.gitVersion).toBe('v1.37.2');
    expect(version.serverVersion.gitVersion).toBe('v1.37.2');
    await expect(cluster().kubectl(['get', 'pod', 'nobody'])).rejects.toThrow('pods "nobody" not found');
    expect(await cluster().kubectl(['apply', '-f', '-'], { input: JSON.stringify(configMap('applied')) })).toContain('created');
  });

  test('a token is its ServiceAccount, and may what RBAC says', async () => {
    const { api, server, ca, tokenFor, kubeconfigWith, kubectl } = cluster();
    const token = await tokenFor('default', 'reader');
    expect(await tokenFor('default', 'reader')).not.toBe('');
    const reader = createApi({ server, ca, token });
    await expect(reader.get('/api/v1/pods')).rejects.toMatchObject({ status: 403 });
    await kubectl(['create', 'clusterrole', 'reader', '--verb=get,list', '--resource=pods']);
    await kubectl(['create', 'clusterrolebinding', 'reader', '--clusterrole=reader', '--serviceaccount=default:reader']);
    await expect.poll(async () => (await reader.request({ path: '/api/v1/pods' })).status).toBe(200);
    reader.close();
    const kubeconfig = kubeconfigWith({ token, namespace: 'kube-system' });
    const who = await kubectl(['--kubeconfig', kubeconfig, 'auth', 'whoami', '-o', 'jsonpath={.status.userInfo.username}']);
    expect(who).toBe('system:serviceaccount:default:reader');
    expect(await api.list('/api/v1/namespaces/default/serviceaccounts')).toHaveLength(1);
  });

  test('without its certificate the server takes nobody for the admin', async () => {
    const { server, ca } = cluster();
    const nobody = createApi({ server, ca });
    expect((await nobody.request({ path: '/api/v1/pods' })).status).toBe(403);
    nobody.close();
    const wrong = createApi({ server, ca: readFileSync(join(cluster().folder, 'pki/admin.crt'), 'utf8') });
    await expect(wrong.request({ path: '/readyz' })).rejects.toThrow('GET /readyz: ');
    wrong.close();
  });

  test('the API server can be ended and started again, and keeps its address', async () => {
    const { api, stop, start } = cluster();
    await api.create(configMap('stays'));
    await stop('apiserver', 'SIGKILL');
    await expect(api.get('/api/v1/namespaces/default/configmaps/stays')).rejects.toThrow();
    await start('apiserver');
    expect(await api.get('/api/v1/namespaces/default/configmaps/stays')).toMatchObject({ data: { a: '1' } });
    await expect(start('apiserver')).rejects.toThrow('apiserver runs already');
  });

  test('another one beside it shares nothing', async () => {
    const other = await startControlPlane();
    onTestFinished(other.close);
    await other.api.create(configMap('there'));
    expect((await cluster().api.request({ path: '/api/v1/namespaces/default/configmaps/there' })).status).toBe(404);
  });
});

describeCluster('a folder of a control plane', () => {
  test('one of our own goes at the end, a given one is continued', async () => {
    const own = await startControlPlane();
    expect(existsSync(own.kubeconfig)).toBe(true);
    await own.close();
    expect(existsSync(own.folder)).toBe(false);

    const folder = mkdtempSync(join(tmpdir(), 'snapgraph-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const first = await startControlPlane({ folder });
    const { metadata } = await first.api.create(configMap('kept'));
    await first.close();
    const second = await startControlPlane({ folder });
    onTestFinished(second.close);
    expect((await second.api.get('/api/v1/namespaces/default/configmaps/kept')).metadata.uid).toBe(metadata.uid);
  });

  test('what does not start says why, with the end of its log, and leaves nothing behind', async () => {
    const wrongFlag = startControlPlane({ flags: { apiserver: { 'no-such-flag': 'x' } } });
    await expect(wrongFlag).rejects.toThrow(/apiserver ended before it was ready \(exit code 1\).*unknown flag: --no-such-flag/s);
    const noStore = startControlPlane({ components: ['apiserver'], deadlineMs: 1500 });
    await expect(noStore).rejects.toThrow(/apiserver was not ready within 1.5 s. The end of (\S+):/);
    const [, folder = ''] = /snapgraph-cluster-(\w+)/.exec(String(await noStore.catch((error) => error))) ?? [];
    expect(existsSync(join(tmpdir(), `snapgraph-cluster-${folder}`))).toBe(false);
  });
});
