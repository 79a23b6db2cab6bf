/** Second revisions of three Deployments, and the address of the load balancer. */

import type { Demo } from '../demo.ts';
import { untilRolledOut } from '../deployments.ts';

export async function rollOut({ cluster }: Demo): Promise<void> {
  const { kubectl, api } = cluster;
  const setImage = (namespace: string, name: string, image: string, ...more: string[]): Promise<string> =>
    kubectl(['-n', namespace, 'set', 'image', `deployment/${name}`, `${name}=registry.example.com/${image}`, ...more]);
  await setImage('shop', 'cart', 'shop/cart:4.1.0');
  await kubectl(['-n', 'shop', 'annotate', 'deployment/cart', 'kubernetes.io/change-cause=cart 4.1.0']);
  await setImage('shop', 'storefront', 'shop/storefront:7.1.0', '--field-manager=shop-operator');
  await setImage('payments', 'api', 'payments/api:12.5.0');
  const status = { loadBalancer: { ingress: [{ ip: '198.51.100.20' }] } };
  const ingresses = '/apis/networking.k8s.io/v1/namespaces/shop/ingresses';
  for (const path of ['/api/v1/namespaces/ingress-system/services/ingress-nginx-controller', `${ingresses}/web`, `${ingresses}/checkout`])
    await api.patch(`${path}/status`, { status }, 'strategic');
  await untilRolledOut(cluster, { shop: { cart: 2, storefront: 3 }, payments: { api: 2 } });
}
