/** Services, what stands behind them, and the addresses in front. Which pods a Service selects is coded. */
import { endpointSlice, endpoints, host, ipAddress, node, pod, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

/** A targetRef may name any kind; in practice it is a Pod. */
const toEndpointTarget = {
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
  namespace: { path: 'namespace' },
  uid: 'uid',
  forward: { name: 'pods', kind: pod },
} as const;

const toEndpointNode = { target: node, namespace: 'cluster', forward: { name: 'nodes' } } as const;

/** Addresses that are not ready count too. */
const addressLists = ['addresses', 'notReadyAddresses'];

export const serviceRules: readonly RelationRule[] = [
  {
    relation: 'endpoint-slice-service',
    from: endpointSlice,
    path: "metadata.labels['kubernetes.io/service-name']",
    target: service,
    namespace: 'source',
    forward: { name: 'service', one: true },
    reverse: { name: 'endpointSlices' },
    source: 'discovery/v1 LabelServiceName',
  },
  {
    ...toEndpointTarget,
    relation: 'endpoint-slice-target',
    from: endpointSlice,
    path: 'endpoints[].targetRef.name',
    reverse: { name: 'endpointSlices', on: [pod] },
    source: 'discovery/v1 Endpoint.targetRef',
  },
  {
    ...toEndpointNode,
    relation: 'endpoint-slice-node',
    from: endpointSlice,
    path: 'endpoints[].nodeName',
    reverse: { name: 'endpointSlices' },
    source: 'discovery/v1 Endpoint.nodeName',
  },
  {
    relation: 'endpoint-slice-hinted-node',
    from: endpointSlice,
    path: 'endpoints[].hints.forNodes[].name',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'hintedNodes' },
    reverse: { name: 'hintingEndpointSlices' },
    source: 'discovery/v1 EndpointHints.forNodes: whose traffic should go there',
  },
  {
    relation: 'endpoints-service',
    from: endpoints,
    path: 'metadata.name',
    target: service,
    namespace: 'source',
    // Nothing is written: leader elections of old keep their locks in Endpoints without a Service.
    weak: true,
    forward: { name: 'service', one: true },
    reverse: { name: 'endpointsObject', one: true },
    source: 'core/v1 Endpoints: the name is that of the Service',
  },
  ...addressLists.flatMap((list): RelationRule[] => [
    {
      ...toEndpointTarget,
      relation: 'endpoints-target',
      from: endpoints,
      path: `subsets[].${list}[].targetRef.name`,
      reverse: { name: 'endpointsList', on: [pod] },
      source: 'core/v1 EndpointAddress.targetRef',
    },
    {
      ...toEndpointNode,
      relation: 'endpoints-node',
      from: endpoints,
      path: `subsets[].${list}[].nodeName`,
      reverse: { name: 'endpointsList' },
      source: 'core/v1 EndpointAddress.nodeName',
    },
  ]),
  {
    relation: 'service-external-name',
    from: service,
    path: 'spec.externalName',
    target: host,
    namespace: 'cluster',
    when: [{ path: 'type', in: ['ExternalName'] }],
    source: 'core/v1 ServiceSpec.externalName: only where the type is ExternalName',
  },
  {
    relation: 'service-external-ip',
    from: service,
    path: 'spec.externalIPs[]',
    target: host,
    namespace: 'cluster',
    source: 'core/v1 ServiceSpec.externalIPs',
  },
  ...['hostname', 'ip'].map(
    (field): RelationRule => ({
      relation: 'service-load-balancer',
      from: service,
      path: `status.loadBalancer.ingress[].${field}`,
      target: host,
      namespace: 'cluster',
      weak: true,
      source: 'core/v1 LoadBalancerIngress',
    }),
  ),
  {
    relation: 'ip-address-service',
    from: ipAddress,
    path: 'spec.parentRef.name',
    target: service,
    namespace: { path: 'namespace' },
    // The reference names a resource, not a kind.
    when: [
      { path: 'group', in: [''] },
      { path: 'resource', in: ['services'] },
    ],
    forward: { name: 'service', one: true },
    reverse: { name: 'ipAddresses' },
    source: 'networking/v1 ParentReference',
  },
];
