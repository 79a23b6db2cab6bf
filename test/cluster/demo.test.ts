/** The demo, played on a real control plane: a capture of it yields the facts that the handed-out captures of it yield. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { type FaultProxy, type KubeconfigOptions, startFaultProxy } from '../../scripts/cluster/index.mjs';
import { describeCluster, useCluster } from './cluster-test.ts';
import { DEMO_CLUSTER, type Demo } from './demo/demo.ts';
import { describeSameFacts } from './demo/facts/same-facts.ts';
import { statisticsFaults } from './demo/kubelet/statistics.ts';
import { LOST_NODE, NODES } from './demo/nodes.ts';
import { playDemo } from './demo/play-demo.ts';
import { playLater } from './demo/play-later.ts';
import { runCapture } from './run-capture.ts';

/** Every wait in the play has a deadline of its own, which says what is missing: this one comes after them. */
const PLAY_TIMEOUT = 900_000;

describeCluster('a capture of the demo', () => {
  const cluster = useCluster(DEMO_CLUSTER);
  let demo: Demo | undefined;
  let proxy: FaultProxy | undefined;

  beforeAll(async () => {
    demo = await playDemo(cluster());
    proxy = await startFaultProxy({ controlPlane: cluster() });
  }, PLAY_TIMEOUT);
  afterAll(async () => {
    await proxy?.close();
    await demo?.kubelets.close();
  });

  /** Of the admin, where nobody else is named, into the cluster's own folder. The proxy answers for the kubelets' statistics. */
  async function capture(name: string, choice: KubeconfigOptions = {}): Promise<string> {
    const living = NODES.filter((node) => node.name !== LOST_NODE);
    proxy?.setFaults(await statisticsFaults({ api: cluster().api, nodes: living.map((node) => node.name) }));
    const kubeconfig = cluster().kubeconfigWith({ ...(proxy && { server: proxy.server }), ...choice });
    const { folder } = cluster();
    const path = join(folder, `${name}.tar.gz`);
    const { code, stderr } = await runCapture({ args: ['-o', path, '--logs', 'all'], kubeconfig, folder });
    // Something is missing: metrics.k8s.io does not answer.
    expect([code, stderr]).toEqual([3, '']);
    return path;
  }

  describeSameFacts('demo', () => capture('demo'));
  describeSameFacts('demo-partial', async () => capture('demo-partial', { token: await cluster().tokenFor('support', 'collector') }));
  describeSameFacts('demo-later', async () => {
    if (demo !== undefined) await playLater(demo);
    return await capture('demo-later');
  });
});
