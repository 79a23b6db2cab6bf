/** Of networks: gateways, meshes, routers, load balancers, the addresses of nodes. */
import type { RelationRule } from '../rule.ts';
import { calicoRules } from './calico.ts';
import { ciliumRules } from './cilium.ts';
import { gatewayRouteRules } from './gateway-routes.ts';
import { gatewayRules } from './gateways.ts';
import { istioRules } from './istio.ts';
import { istioReachRules } from './istio-reach.ts';
import { loadBalancerRules } from './load-balancers.ts';
import { nodeAddressRules } from './node-addresses.ts';
import { referenceGrantRules } from './reference-grants.ts';
import { routerRules } from './routers.ts';

export const networkRules: readonly RelationRule[] = [
  ...gatewayRules,
  ...gatewayRouteRules,
  ...referenceGrantRules,
  ...routerRules,
  ...istioRules,
  ...istioReachRules,
  ...nodeAddressRules,
  ...loadBalancerRules,
  ...ciliumRules,
  ...calicoRules,
];
