/** Every coded relation. */
import type { CodedRelation } from '../rule.ts';
import { admissionNamespaceRelations } from './admission-namespaces.ts';
import { allocatedDeviceRelations } from './allocated-devices.ts';
import { calicoPolicyRelations } from './calico-policies.ts';
import { ciliumNodeRelations } from './cilium-nodes.ts';
import { ciliumPolicyRelations } from './cilium-policies.ts';
import { claimRelations } from './claims.ts';
import { databaseKeyRelations } from './database-keys.ts';
import { definitionApiServiceRelations } from './definition-api-services.ts';
import { deviceNodeRelations } from './device-nodes.ts';
import { gatekeeperRelations } from './gatekeeper.ts';
import { gatewayNamespaceRelations } from './gateway-namespaces.ts';
import { grafanaInstanceRelations } from './grafana-instances.ts';
import { helmRelations } from './helm.ts';
import { leaseNodeRelations } from './lease-nodes.ts';
import { madeNameRelations } from './made-names.ts';
import { namedResourceRelations } from './named-resources.ts';
import { networkPolicyPeerRelations } from './network-policy-peers.ts';
import { openClusterManagementRelations } from './open-cluster-management.ts';
import { openShiftDeploymentRelations } from './openshift-deployments.ts';
import { openShiftOperatorRelations } from './openshift-operators.ts';
import { openShiftSelectorRelations } from './openshift-selectors.ts';
import { podNetworkRelations } from './pod-networks.ts';
import { podPlacementRelations } from './pod-placement.ts';
import { policyParameterRelations } from './policy-params.ts';
import { prometheusOperatorRelations } from './prometheus-operator.ts';
import { prometheusOperatorKeyRelations } from './prometheus-operator-keys.ts';
import { quotaRelations } from './quotas.ts';
import { rbacRelations } from './rbac.ts';
import { referenceGrantRelations } from './reference-grants.ts';
import { selectorRelations } from './selectors.ts';
import { serviceCidrRelations } from './service-cidrs.ts';
import { serviceWorkloadRelations } from './service-workloads.ts';
import { statusRelations } from './status.ts';
import { storageTopologyRelations } from './storage-topology.ts';
import { strimziSecretRelations } from './strimzi-secrets.ts';
import { volumeGroupSnapshotRelations } from './volume-group-snapshots.ts';
import { volumeHandleRelations } from './volume-handles.ts';
import { volumeNodeRelations } from './volume-nodes.ts';
import { workloadSelectorRelations } from './workload-selectors.ts';

export const allCodedRelations: readonly CodedRelation[] = [
  ...selectorRelations,
  ...volumeNodeRelations,
  ...volumeGroupSnapshotRelations,
  ...deviceNodeRelations,
  ...storageTopologyRelations,
  ...claimRelations,
  ...rbacRelations,
  ...namedResourceRelations,
  ...quotaRelations,
  ...definitionApiServiceRelations,
  ...statusRelations,
  ...referenceGrantRelations,
  ...gatewayNamespaceRelations,
  ...serviceWorkloadRelations,
  ...serviceCidrRelations,
  ...volumeHandleRelations,
  ...allocatedDeviceRelations,
  ...policyParameterRelations,
  ...leaseNodeRelations,
  ...madeNameRelations,
  ...admissionNamespaceRelations,
  ...networkPolicyPeerRelations,
  ...podPlacementRelations,
  ...podNetworkRelations,
  ...workloadSelectorRelations,
  ...calicoPolicyRelations,
  ...ciliumPolicyRelations,
  ...ciliumNodeRelations,
  ...prometheusOperatorRelations,
  ...prometheusOperatorKeyRelations,
  ...helmRelations,
  ...openShiftSelectorRelations,
  ...openShiftOperatorRelations,
  ...openShiftDeploymentRelations,
  ...openClusterManagementRelations,
  ...databaseKeyRelations,
  ...grafanaInstanceRelations,
  ...strimziSecretRelations,
  ...gatekeeperRelations,
];
