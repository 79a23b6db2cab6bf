/** OpenShift's own networks: what a namespace may reach, and which node has which addresses. */
import { host, ipBlock, namespaceKind, node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { networkKind } from './openshift-kinds.ts';

export const openShiftNetworkRules: readonly RelationRule[] = [
  {
    relation: 'egress-network-policy-block',
    from: networkKind('EgressNetworkPolicy'),
    path: 'spec.egress[].to.cidrSelector',
    target: ipBlock,
    namespace: 'cluster',
    source: 'openshift network/v1 EgressNetworkPolicyPeer.cidrSelector',
  },
  {
    relation: 'egress-network-policy-host',
    from: networkKind('EgressNetworkPolicy'),
    path: 'spec.egress[].to.dnsName',
    target: host,
    namespace: 'cluster',
    source: 'openshift network/v1 EgressNetworkPolicyPeer.dnsName',
  },
  {
    relation: 'net-namespace',
    from: networkKind('NetNamespace'),
    path: 'netname',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'netNamespaces' },
    source: 'openshift network/v1 NetNamespace.netname',
  },
  {
    relation: 'host-subnet-node',
    from: networkKind('HostSubnet'),
    path: 'host',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'hostSubnets' },
    source: 'openshift network/v1 HostSubnet.host: the name of the node',
  },
  {
    relation: 'cloud-private-ip-node',
    from: { group: 'cloud.network.openshift.io', kind: 'CloudPrivateIPConfig' },
    path: 'spec.node',
    target: node,
    namespace: 'cluster',
    forward: { name: 'node', one: true },
    reverse: { name: 'cloudPrivateIPConfigs' },
    source: 'openshift cloudnetwork/v1 CloudPrivateIPConfigSpec.node',
  },
];
