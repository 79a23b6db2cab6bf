import { expect, test } from 'vitest';
import { describeCluster, useCluster } from './cluster-test.ts';

describeCluster('with controllers, scheduler and kwok', () => {
  const cluster = useCluster({ components: ['etcd', 'apiserver', 'controller-manager', 'scheduler'] });

  test('a Deployment becomes pods that run on a node, and goes with all that it owns', async () => {
    const { api, kubectl, startKwok } = cluster();
    await startKwok();
    await api.create({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } });
    await kubectl(['create', 'deployment', 'web', '--image=example.com/web', '--replicas=2']);
    const phases = async (): Promise<unknown[]> =>
      (await api.list('/api/v1/namespaces/default/pods')).map(({ status, spec }) => [
        (status as { phase: string }).phase,
        (spec as { nodeName?: string }).nodeName,
      ]);
    const running = ['Running', 'n1'];
    await expect.poll(phases, { timeout: 45_000 }).toEqual([running, running]);
    await kubectl(['delete', 'deployment', 'web']);
    await expect.poll(phases, { timeout: 45_000 }).toEqual([]);
  });

  test('a component can be ended and started again', async () => {
    const { stop, start, kubectl, log } = cluster();
    await stop('controller-manager', 'SIGKILL');
    await start('controller-manager');
    await kubectl(['create', 'namespace', 'fresh']);
    const accounts = async (): Promise<number> => (await cluster().api.list('/api/v1/namespaces/fresh/serviceaccounts')).length;
    await expect.poll(accounts, { timeout: 20_000 }).toBe(1);
    expect(log('controller-manager')).not.toBe('');
  });
});
