/** The kinds of the Gateway API, those of its experimental group too. */
import type { KindKey } from '../../kube/kind.ts';

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
const EXPERIMENTAL_GROUP = 'gateway.networking.x-k8s.io';

const stable = (kind: string): KindKey => ({ group: GATEWAY_GROUP, kind });
const experimental = (kind: string): KindKey => ({ group: EXPERIMENTAL_GROUP, kind });

export const gateway: KindKey = stable('Gateway');
export const gatewayClass: KindKey = stable('GatewayClass');
export const backendTlsPolicy: KindKey = stable('BackendTLSPolicy');
export const referenceGrant: KindKey = stable('ReferenceGrant');
export const backendTrafficPolicy: KindKey = experimental('XBackendTrafficPolicy');
export const mesh: KindKey = experimental('XMesh');

/** Sets of listeners that are kept apart from their Gateway; `name` is the list of them on what they name. */
export const listenerSets: readonly { readonly kind: KindKey; readonly name: string }[] = [
  { kind: stable('ListenerSet'), name: 'listenerSets' },
  { kind: experimental('XListenerSet'), name: 'xListenerSets' },
];

/** `name` is the list of them on what they name; what the other layers know nothing of, their routes have not. */
export const routes: readonly { readonly kind: KindKey; readonly name: string; readonly hosts?: true; readonly filters?: true }[] = [
  { kind: stable('HTTPRoute'), name: 'httpRoutes', hosts: true, filters: true },
  { kind: stable('GRPCRoute'), name: 'grpcRoutes', hosts: true, filters: true },
  { kind: stable('TLSRoute'), name: 'tlsRoutes', hosts: true },
  { kind: stable('TCPRoute'), name: 'tcpRoutes' },
  { kind: stable('UDPRoute'), name: 'udpRoutes' },
];
