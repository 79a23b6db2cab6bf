/** A real cluster that is followed while it changes, through a proxy that cuts watches and a server that is restarted: what the records add up to is what is there. */
import { expect, test } from 'vitest';
import { each, startFaultProxy } from '../../scripts/cluster/index.mjs';
import { connect } from '../../src/sources/cluster/kubeconfig/connect.ts';
import { follow } from '../../src/sources/cluster/testing/follow.ts';
import { describeCluster, useCluster } from './cluster-test.ts';

const CHANGES = 2_000;
const GONE = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 410, reason: 'Expired', message: 'too old resource version' };

describeCluster('a cluster that is followed', () => {
  const cluster = useCluster();

  test('converges, whatever happens meanwhile', async () => {
    const { api } = cluster();
    const proxy = await startFaultProxy({ controlPlane: cluster() });
    const environment = { KUBECONFIG: cluster().kubeconfigWith({ server: proxy.server }) };
    const connection = await connect({ environment, home: cluster().folder, maxSockets: 600 });
    try {
      const following = follow({ transport: connection.transport, retryFor: 2_000, silence: 3_000 });
      const isThere = (name: string) => (): boolean => following.objects.all.has(`/configmaps default/${name}`);
      await api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'first', namespace: 'default' } });
      await following.until('the first object', isThere('first'), 30_000);
      const watch = { path: /configmaps$/, query: { watch: '1' } };
      proxy.setFaults([
        { match: watch, times: 2, action: { type: 'cut', afterBytes: 30_000 } },
        { match: watch, times: 1, action: { type: 'answer', status: 410, body: GONE } },
        { match: watch, times: 1, action: { type: 'hang', afterBytes: 20_000 } },
      ]);
      await changeAtRandom(0, CHANGES / 2);
      await cluster().stop('apiserver', 'SIGKILL');
      await cluster().start('apiserver');
      proxy.setFaults([]);
      await changeAtRandom(CHANGES / 2, CHANGES);
      await api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'last', namespace: 'default' } });
      await following.until('the last object', isThere('last'), 60_000);
      const listed = await api.list('/api/v1/configmaps');
      const expected = new Map(
        listed.map(({ metadata, data }) => [`${metadata.namespace}/${metadata.name}`, [metadata.resourceVersion, data]]),
      );
      const found = [...following.objects.of('/configmaps')].map(([key, value]) => {
        const { metadata, data } = value as { metadata: { resourceVersion: string }; data?: unknown };
        return [key, [metadata.resourceVersion, data]] as const;
      });
      expect(new Map(found)).toEqual(expected);
      expect(proxy.requests.some(({ fault }) => fault === 'cut')).toBe(true);
    } finally {
      connection.close();
      await proxy.close();
    }
  }, 180_000);

  async function changeAtRandom(from: number, to: number): Promise<void> {
    const { api } = cluster();
    await each({
      items: Array.from({ length: to - from }, (_, index) => from + index),
      atOnce: 4,
      work: async (index) => {
        const name = `c-${Math.floor(Math.random() * 200)}`;
        const path = `/api/v1/namespaces/default/configmaps/${name}`;
        const change = Math.random();
        // Two may want the same at a time: the server refuses one.
        if (change < 0.3) await api.delete(path).catch(() => undefined);
        else if (change < 0.6) await api.patch(path, { metadata: { labels: { turn: String(index) } } }).catch(() => undefined);
        else
          await api
            .apply({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default' }, data: { turn: `${index}`.repeat(50) } })
            .catch(() => undefined);
      },
    });
  }
});
