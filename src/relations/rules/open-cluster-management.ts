/**
 * Open Cluster Management: a hub, the clusters that it manages, and what it sends to them. What a ManifestWork or a Policy of the hub
 * names in its templates lies in another cluster, which is not in this snapshot: left out.
 */
import { namespaceKind } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { addonKind, appsKind, clusterKind, workKind } from './open-cluster-management-kinds.ts';

const managedCluster = clusterKind('ManagedCluster');
const managedClusterSet = clusterKind('ManagedClusterSet');
const placement = clusterKind('Placement');
const placementDecision = clusterKind('PlacementDecision');
const placementRule = appsKind('PlacementRule');

const toSet = {
  relation: 'managed-cluster-set',
  target: managedClusterSet,
  namespace: 'cluster',
  forward: { name: 'managedClusterSets' },
} as const;

export const openClusterManagementRules: readonly RelationRule[] = [
  {
    ...toSet,
    from: managedCluster,
    path: "metadata.labels['cluster.open-cluster-management.io/clusterset']",
    reverse: { name: 'managedClusters' },
    source: 'open-cluster-management cluster/v1beta2 ClusterSetLabel',
  },
  {
    ...toSet,
    from: clusterKind('ManagedClusterSetBinding'),
    path: 'spec.clusterSet',
    reverse: { name: 'managedClusterSetBindings' },
    source: 'open-cluster-management cluster/v1beta2 ManagedClusterSetBindingSpec.clusterSet',
  },
  {
    ...toSet,
    from: placement,
    path: 'spec.clusterSets[]',
    reverse: { name: 'placements' },
    source: 'open-cluster-management cluster/v1beta1 PlacementSpec.clusterSets',
  },
  {
    relation: 'managed-cluster-namespace',
    from: managedCluster,
    path: 'metadata.name',
    target: namespaceKind,
    namespace: 'cluster',
    // It is made once the cluster is accepted.
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'managedClusters' },
    source: 'open-cluster-management cluster/v1 ManagedCluster: it has the namespace of its name on the hub',
  },
  {
    relation: 'managed-cluster-of-namespace',
    from: [workKind('ManifestWork'), addonKind('ManagedClusterAddOn')],
    path: 'metadata.namespace',
    target: managedCluster,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'managedCluster', one: true },
    source: 'open-cluster-management work/v1 ManifestWork, addon/v1alpha1 ManagedClusterAddOn: in the namespace of their cluster',
  },
  {
    relation: 'placement-decision-placement',
    from: placementDecision,
    path: "metadata.labels['cluster.open-cluster-management.io/placement']",
    target: placement,
    namespace: 'source',
    forward: { name: 'placement', one: true },
    reverse: { name: 'placementDecisions' },
    source: 'open-cluster-management cluster/v1beta1 PlacementLabel',
  },
  ...[placementDecision, placementRule].map(
    (from): RelationRule => ({
      relation: 'placement-decision-cluster',
      from,
      path: 'status.decisions[].clusterName',
      target: managedCluster,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'managedClusters' },
      reverse: { name: from === placementRule ? 'placementRules' : 'placementDecisions' },
      source: 'open-cluster-management ClusterDecision.clusterName',
    }),
  ),
  {
    relation: 'manifest-work-replica-set-placement',
    from: workKind('ManifestWorkReplicaSet'),
    path: 'spec.placementRefs[].name',
    target: placement,
    namespace: 'source',
    forward: { name: 'placements' },
    reverse: { name: 'manifestWorkReplicaSets' },
    source: 'open-cluster-management work/v1alpha1 LocalPlacementReference',
  },
  {
    relation: 'managed-cluster-add-on-management',
    from: addonKind('ManagedClusterAddOn'),
    path: 'metadata.name',
    target: addonKind('ClusterManagementAddOn'),
    namespace: 'cluster',
    weak: true,
    forward: { name: 'clusterManagementAddOns' },
    reverse: { name: 'managedClusterAddOns' },
    source: 'open-cluster-management addon/v1alpha1 ClusterManagementAddOn: named as the add-ons of the clusters',
  },
];
