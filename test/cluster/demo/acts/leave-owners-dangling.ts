/** Story k: owner references that do not hold, made while no garbage collector runs. */
import { applyManifests } from '../apply-manifests.ts';
import type { Demo } from '../demo.ts';

export async function leaveOwnersDangling({ cluster }: Demo): Promise<void> {
  await cluster.stop('controller-manager');
  const uidOf = async (path: string): Promise<string> => (await cluster.api.get(path)).metadata.uid;
  const uids = {
    STOREFRONT_UID: await uidOf('/apis/apps/v1/namespaces/shop/deployments/storefront'),
    CART_CONFIG_UID: await uidOf('/api/v1/namespaces/shop/configmaps/cart-config'),
  };
  await applyManifests(cluster, { files: ['dangling-owners'], uids });
}
