/** Applications of Open Cluster Management: subscriptions to channels, and what they bring. */
import { configMap, namespaceKind, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { appsKind, clusterKind } from './open-cluster-management-kinds.ts';

const placement = clusterKind('Placement');
const placementRule = appsKind('PlacementRule');
const channel = appsKind('Channel');
const subscription = appsKind('Subscription');

/** Copies of their owner's annotations, or of their Service's. */
const COPIES = ['ReplicaSet', 'ControllerRevision', 'Endpoints', 'EndpointSlice'];

export const openClusterManagementApplicationRules: readonly RelationRule[] = [
  ...atPaths(['spec.channel', 'spec.secondaryChannel'], {
    relation: 'subscription-channel',
    from: subscription,
    pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)',
    target: channel,
    namespace: 'source',
    forward: { name: 'channels' },
    reverse: { name: 'applicationSubscriptions' },
    source: 'open-cluster-management apps/v1 SubscriptionSpec.channel: `<namespace>/<name>`',
  }),
  ...[
    { kind: 'Placement', target: placement, forward: 'placements' },
    { kind: 'PlacementRule', target: placementRule, forward: 'placementRules' },
  ].map(
    ({ kind, target, forward }): RelationRule => ({
      relation: 'subscription-placement',
      from: subscription,
      path: 'spec.placement.placementRef.name',
      target,
      namespace: 'source',
      when: [{ path: 'kind', in: [kind] }],
      forward: { name: forward },
      reverse: { name: 'applicationSubscriptions' },
      source: 'open-cluster-management apps/v1 Placement.placementRef: its kind says the group',
    }),
  ),
  {
    relation: 'subscription-secret',
    from: subscription,
    path: 'spec.hooksecretref.name',
    target: secret,
    namespace: { path: 'namespace' },
    forward: { name: 'secrets' },
    reverse: { name: 'applicationSubscriptions' },
    source: 'open-cluster-management apps/v1 SubscriptionSpec.hooksecretref',
  },
  {
    relation: 'subscription-config-map',
    from: subscription,
    path: 'spec.packageFilter.filterRef.name',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    reverse: { name: 'applicationSubscriptions' },
    source: 'open-cluster-management apps/v1 PackageFilter.filterRef',
  },
  {
    relation: 'hosting-subscription',
    from: '*',
    path: "metadata.annotations['apps.open-cluster-management.io/hosting-subscription']",
    pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)',
    target: subscription,
    namespace: 'source',
    when: [{ path: '$.kind', notIn: COPIES }],
    weak: true,
    source: 'open-cluster-management apps/v1 AnnotationHosting: `<namespace>/<name>` of what brought the object',
  },
  {
    relation: 'channel-secret',
    from: channel,
    path: 'spec.secretRef.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'channels' },
    source: 'open-cluster-management apps/v1 ChannelSpec.secretRef: in the namespace of the Channel',
  },
  {
    relation: 'channel-config-map',
    from: channel,
    path: 'spec.configMapRef.name',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    reverse: { name: 'channels' },
    source: 'open-cluster-management apps/v1 ChannelSpec.configMapRef: in the namespace of the Channel',
  },
  {
    relation: 'gitops-cluster-placement',
    from: appsKind('GitOpsCluster'),
    path: 'spec.placementRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: placement.group }, kinds: [placement] },
    namespace: 'source',
    forward: { name: 'placements' },
    reverse: { name: 'gitOpsClusters' },
    source: 'open-cluster-management apps/v1beta1 GitOpsClusterSpec.placementRef',
  },
  {
    relation: 'gitops-cluster-namespace',
    from: appsKind('GitOpsCluster'),
    path: 'spec.argoServer.argoNamespace',
    target: namespaceKind,
    namespace: 'cluster',
    forward: { name: 'namespaces' },
    reverse: { name: 'gitOpsClusters' },
    source: 'open-cluster-management apps/v1beta1 ArgoServerSpec.argoNamespace',
  },
];
