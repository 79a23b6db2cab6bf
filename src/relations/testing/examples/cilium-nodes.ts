import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (apiVersion: string, kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: `cilium.io/${apiVersion}`,
  kind,
  metadata: { name },
  spec,
});
const gateways = { matchLabels: { gateway: 'yes' } };
const bgp = { bgpInstances: [{ name: 'rack', localASN: 64512 }] };
const out = { selectors: [{ podSelector: {} }], destinationCIDRs: ['192.0.2.0/24'] };
const selects = (path: string, labels: string): string => `cilium-node-selector ${path} → Node {${labels}}`;

export const ciliumNodeExamples: readonly Example[] = [
  {
    object: object('v2', 'CiliumBGPClusterConfig', 'some', { nodeSelector: gateways, ...bgp }),
    pointers: [selects('spec.nodeSelector', 'gateway In yes')],
  },
  { object: object('v2', 'CiliumBGPClusterConfig', 'all', bgp), pointers: [selects('spec.nodeSelector', '')] },
  { object: object('v2', 'CiliumBGPClusterConfig', 'malformed', { nodeSelector: 'all', ...bgp }), pointers: [] },
  {
    object: object('v2alpha1', 'CiliumL2AnnouncementPolicy', 'some', { nodeSelector: gateways, loadBalancerIPs: true }),
    pointers: [selects('spec.nodeSelector', 'gateway In yes')],
  },
  { object: object('v2alpha1', 'CiliumL2AnnouncementPolicy', 'malformed', { nodeSelector: 'all' }), pointers: [] },
  {
    object: object('v2', 'CiliumEgressGatewayPolicy', 'some', { ...out, egressGateway: { nodeSelector: gateways } }),
    pointers: [selects('spec.egressGateway.nodeSelector', 'gateway In yes')],
  },
  { object: object('v2', 'CiliumEgressGatewayPolicy', 'malformed', { ...out, egressGateway: {} }), pointers: [] },
];
