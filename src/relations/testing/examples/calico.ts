import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const BLOCK = 'IPBlock.external 192.0.2.0/24';

export const calicoExamples: readonly Example[] = ['projectcalico.org/v3', 'crd.projectcalico.org/v1'].flatMap((apiVersion): Example[] => {
  const object = (kind: string, name: string, spec: JsonObject, namespace?: string): JsonObject => ({
    apiVersion,
    kind,
    metadata: namespace === undefined ? { name } : { name, namespace },
    spec,
  });
  const set = { nets: ['192.0.2.0/24'], allowedEgressDomains: ['api.example.com'] };
  const ofSet = [`calico-block spec.nets[0] → ${BLOCK}`, 'calico-egress-host spec.allowedEgressDomains[0] → Host.external api.example.com'];
  return [
    { object: object('IPPool', 'pods', { cidr: '192.0.2.0/24' }), pointers: [`calico-block spec.cidr → ${BLOCK}`] },
    {
      object: object('IPReservation', 'kept', { reservedCIDRs: ['192.0.2.0/24'] }),
      pointers: [`calico-block spec.reservedCIDRs[0] → ${BLOCK}`],
    },
    { object: object('NetworkSet', 'partners', set, 'shop'), pointers: ofSet },
    { object: object('GlobalNetworkSet', 'partners', set), pointers: ofSet },
    {
      object: object('IPAMBlock', '192-0-2-0-24', { cidr: '192.0.2.0/24' }),
      pointers: apiVersion.startsWith('crd.') ? [`calico-block spec.cidr → ${BLOCK}`] : [],
    },
    {
      object: object('BlockAffinity', 'worker-a1-192-0-2-0-24', { cidr: '192.0.2.0/24', node: 'worker-a1' }),
      pointers: [`calico-block spec.cidr → ${BLOCK}`, 'calico-node spec.node → Node worker-a1 [weak]'],
    },
    {
      object: object('HostEndpoint', 'worker-a1-eth0', { node: 'worker-a1', interfaceName: 'eth0' }),
      pointers: ['calico-node spec.node → Node worker-a1 [weak]'],
    },
    {
      object: object('BGPPeer', 'switch', { node: 'worker-a1', peerIP: '192.0.2.1', asNumber: 64512 }),
      pointers: ['calico-node spec.node → Node worker-a1 [weak]'],
    },
    { object: object('BGPPeer', 'everywhere', { peerIP: '192.0.2.1' }), pointers: [] },
  ];
});
