/** Cilium, beside the pods that its policies select: ranges, hosts and Services that they name, listeners, peers of routers. */
import type { KindKey } from '../../kube/kind.ts';
import { host, ipBlock, namespaceKind, node, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const cilium = (kind: string): KindKey => ({ group: 'cilium.io', kind });
const cidrGroup = cilium('CiliumCIDRGroup');
const peerConfig = cilium('CiliumBGPPeerConfig');

const policies: readonly { readonly from: KindKey; readonly reverse: string; readonly namespaced: boolean }[] = [
  { from: cilium('CiliumNetworkPolicy'), reverse: 'ciliumNetworkPolicies', namespaced: true },
  { from: cilium('CiliumClusterwideNetworkPolicy'), reverse: 'ciliumClusterwideNetworkPolicies', namespaced: false },
];

/** Both count. */
const SPECS = ['spec', 'specs[]'];
const inSpecs = (...paths: readonly string[]): string[] => SPECS.flatMap((spec) => paths.map((path) => `${spec}.${path}`));
const INCOMING = ['ingress[].from', 'ingressDeny[].from'];
const OUTGOING = ['egress[].to', 'egressDeny[].to'];
const peers = (field: string): string[] => inSpecs(...[...INCOMING, ...OUTGOING].map((peer) => `${peer}${field}`));
const PORTS = ['ingress[].toPorts[]', 'egress[].toPorts[]'];

const policyRules = policies.flatMap(({ from, reverse, namespaced }): readonly RelationRule[] => {
  const reverses = { name: `peer${reverse.charAt(0).toUpperCase()}${reverse.slice(1)}` };
  /** A policy of the whole cluster has none to fall back on. */
  const said: Pick<RelationRule, 'when'> = namespaced ? { when: [{ path: 'namespace', notIn: [''] }] } : {};
  return [
    ...atPaths([...peers('CIDR[]'), ...peers('CIDRSet[].cidr')], {
      relation: 'cilium-policy-block',
      from,
      target: ipBlock,
      namespace: 'cluster',
      source: 'cilium v2 CIDRSlice, CIDRRule.cidr',
    }),
    ...atPaths(peers('CIDRSet[].cidrGroupRef'), {
      relation: 'cilium-policy-cidr-group',
      from,
      target: cidrGroup,
      namespace: 'cluster',
      forward: { name: 'ciliumCIDRGroups' },
      reverse: { name: reverse },
      source: 'cilium v2 CIDRRule.cidrGroupRef',
    }),
    ...atPaths(inSpecs('egress[].toFQDNs[].matchName'), {
      relation: 'cilium-policy-host',
      from,
      target: host,
      namespace: 'cluster',
      source: 'cilium v2 FQDNSelector.matchName',
    }),
    ...atPaths(inSpecs('egress[].toServices[].k8sService.serviceName'), {
      relation: 'cilium-policy-service',
      from,
      target: service,
      namespace: { path: 'namespace' },
      // Without a namespace those of every one are meant.
      ...said,
      forward: { name: 'peerServices' },
      reverse: reverses,
      source: 'cilium v2 K8sServiceNamespace',
    }),
    ...atPaths(inSpecs(...PORTS.flatMap((port) => ['terminatingTLS', 'originatingTLS'].map((tls) => `${port}.${tls}.secret.name`))), {
      relation: 'cilium-policy-secret',
      from,
      target: secret,
      namespace: { path: 'namespace' },
      ...said,
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'cilium v2 Secret: what it is without a namespace depends on how Cilium runs',
    }),
    ...['CiliumEnvoyConfig', 'CiliumClusterwideEnvoyConfig'].flatMap((kind) =>
      // A policy of the whole cluster has no namespace in which to look.
      !namespaced && kind === 'CiliumEnvoyConfig'
        ? []
        : atPaths(inSpecs(...PORTS.map((port) => `${port}.listener.envoyConfig.name`)), {
            relation: 'cilium-policy-envoy-config',
            from,
            target: cilium(kind),
            namespace: kind === 'CiliumEnvoyConfig' ? 'source' : 'cluster',
            when: [{ path: 'kind', in: [kind] }],
            forward: { name: 'envoyConfigs' },
            reverse: { name: reverse },
            source: 'cilium v2 EnvoyConfig: by its kind',
          }),
    ),
  ];
});

const envoyConfigs: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'CiliumEnvoyConfig', reverse: 'ciliumEnvoyConfigs' },
  { kind: 'CiliumClusterwideEnvoyConfig', reverse: 'ciliumClusterwideEnvoyConfigs' },
];

export const ciliumRules: readonly RelationRule[] = [
  ...policyRules,
  ...envoyConfigs.flatMap(({ kind, reverse }) =>
    atPaths(['spec.services[].name', 'spec.backendServices[].name'], {
      relation: 'cilium-envoy-service',
      from: cilium(kind),
      target: service,
      namespace: { path: 'namespace' },
      forward: { name: 'services' },
      reverse: { name: reverse },
      source: 'cilium v2 ServiceListener, Service: in the namespace of the CiliumEnvoyConfig unless they say another',
    }),
  ),
  {
    relation: 'cilium-redirect-frontend',
    from: cilium('CiliumLocalRedirectPolicy'),
    path: 'spec.redirectFrontend.serviceMatcher.serviceName',
    target: service,
    namespace: { path: 'namespace' },
    forward: { name: 'services' },
    reverse: { name: 'ciliumLocalRedirectPolicies' },
    source: 'cilium v2 ServiceInfo',
  },
  ...[
    { from: cidrGroup, path: 'spec.externalCIDRs[]' },
    { from: cilium('CiliumLoadBalancerIPPool'), path: 'spec.blocks[].cidr' },
    { from: cilium('CiliumPodIPPool'), path: 'spec.ipv4.cidrs[]' },
    { from: cilium('CiliumPodIPPool'), path: 'spec.ipv6.cidrs[]' },
    { from: cilium('CiliumEgressGatewayPolicy'), path: 'spec.destinationCIDRs[]' },
    { from: cilium('CiliumEgressGatewayPolicy'), path: 'spec.excludedCIDRs[]' },
  ].map(
    ({ from, path }): RelationRule => ({
      relation: 'cilium-block',
      from,
      path,
      target: ipBlock,
      namespace: 'cluster',
      source: `cilium ${from.kind}Spec`,
    }),
  ),
  ...['CiliumBGPClusterConfig', 'CiliumBGPNodeConfig'].map(
    (kind): RelationRule => ({
      relation: 'cilium-bgp-peer-config',
      from: cilium(kind),
      path: 'spec.bgpInstances[].peers[].peerConfigRef.name',
      target: peerConfig,
      namespace: 'cluster',
      forward: { name: 'bgpPeerConfigs' },
      reverse: { name: kind === 'CiliumBGPNodeConfig' ? 'ciliumBGPNodeConfigs' : 'ciliumBGPClusterConfigs' },
      source: 'cilium v2 PeerConfigReference',
    }),
  ),
  ...['CiliumNode', 'CiliumBGPNodeConfig', 'CiliumBGPNodeConfigOverride'].map(
    (kind): RelationRule => ({
      relation: 'cilium-node',
      from: cilium(kind),
      path: 'metadata.name',
      target: node,
      namespace: 'cluster',
      // Machines outside the cluster have one, too.
      weak: true,
      forward: { name: 'node', one: true },
      reverse: { name: `${kind.charAt(0).toLowerCase()}${kind.slice(1)}s` },
      source: `cilium ${kind}: named as its node`,
    }),
  ),
  {
    relation: 'cilium-identity-namespace',
    from: cilium('CiliumIdentity'),
    path: "['security-labels']['k8s:io.kubernetes.pod.namespace']",
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'ciliumIdentities' },
    source: 'cilium v2 CiliumIdentity.security-labels',
  },
];
