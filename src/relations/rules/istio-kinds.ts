/** The kinds of Istio. */
import type { KindKey } from '../../kube/kind.ts';

const networking = (kind: string): KindKey => ({ group: 'networking.istio.io', kind });
const security = (kind: string): KindKey => ({ group: 'security.istio.io', kind });

export const virtualService: KindKey = networking('VirtualService');
export const destinationRule: KindKey = networking('DestinationRule');
export const istioGateway: KindKey = networking('Gateway');
export const serviceEntry: KindKey = networking('ServiceEntry');
export const workloadEntry: KindKey = networking('WorkloadEntry');
export const workloadGroup: KindKey = networking('WorkloadGroup');
export const sidecar: KindKey = networking('Sidecar');
export const envoyFilter: KindKey = networking('EnvoyFilter');
export const authorizationPolicy: KindKey = security('AuthorizationPolicy');
export const peerAuthentication: KindKey = security('PeerAuthentication');
export const requestAuthentication: KindKey = security('RequestAuthentication');
export const telemetry: KindKey = { group: 'telemetry.istio.io', kind: 'Telemetry' };
export const wasmPlugin: KindKey = { group: 'extensions.istio.io', kind: 'WasmPlugin' };
