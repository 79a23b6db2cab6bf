/** Story m: the highmem node takes search, and its kubelet is gone. */
import { applyManifests } from '../apply-manifests.ts';
import type { Demo } from '../demo.ts';
import { untilReady } from '../deployments.ts';
import { KWOK_OF_LOST_NODE, LOST_NODE } from '../nodes.ts';

/** Until the node is given up it is cordoned again: any other pod would come to a node that is dead already. */
export async function loseNode({ cluster, kubelets }: Demo): Promise<void> {
  await cluster.kubectl(['uncordon', LOST_NODE]);
  await applyManifests(cluster, { files: ['shop/search'] });
  await untilReady(cluster, { shop: { search: 2 } });
  await cluster.kubectl(['cordon', LOST_NODE]);
  await kubelets.lose(LOST_NODE);
  await cluster.stop(KWOK_OF_LOST_NODE);
  // Its pods come each minute: the first after the node was cordoned.
  await applyManifests(cluster, { files: ['shop/newsletter'] });
}
