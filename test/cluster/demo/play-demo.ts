/** The demo: an online shop is built, and fifteen things in it are broken. What each of them means is in the manifests. */
import type { ControlPlane } from '../../../scripts/cluster/index.mjs';
import { breakApi } from './acts/break-api.ts';
import { buildShop } from './acts/build-shop.ts';
import { deleteWhatIsHeld } from './acts/delete-what-is-held.ts';
import { exceedQuota } from './acts/exceed-quota.ts';
import { leaveOwnersDangling } from './acts/leave-owners-dangling.ts';
import { loseNode } from './acts/lose-node.ts';
import { rollOut } from './acts/roll-out.ts';
import { RESTARTS_OF_CRASH_LOOPS, untilSettled } from './acts/until-settled.ts';
import type { Demo } from './demo.ts';
import { startKubelets } from './kubelet/start-kubelets.ts';
import { NODES, registerNodes } from './nodes.ts';

/** Takes some two minutes, in which nodes and pods are given up, jobs run and containers crash. At its end the controller manager is stopped. */
export async function playDemo(cluster: ControlPlane): Promise<Demo> {
  const kubelets = await startKubelets({ cluster, nodes: NODES });
  const demo = { cluster, kubelets };
  kubelets.holdRestartsAt(RESTARTS_OF_CRASH_LOOPS);
  try {
    await registerNodes(demo);
    await buildShop(demo);
    await rollOut(demo);
    await exceedQuota(demo);
    await loseNode(demo);
    await deleteWhatIsHeld(demo);
    await breakApi(demo);
    await untilSettled(demo);
    await leaveOwnersDangling(demo);
  } catch (error) {
    await kubelets.close();
    throw error;
  }
  return demo;
}
