/** Every coded relation. */
import type { CodedRelation } from '../rule.ts';
import { calicoPolicyRelations } from './calico-policies.ts';
import { ciliumNodeRelations } from './cilium-nodes.ts';
import { ciliumPolicyRelations } from './cilium-policies.ts';
import { claimRelations } from './claims.ts';
import { databaseKeyRelations } from './database-keys.ts';
import { gatekeeperRelations } from './gatekeeper.ts';
import { grafanaInstanceRelations } from './grafana-instances.ts';
import { helmRelations } from './helm.ts';
import { networkPolicyPeerRelations } from './network-policy-peers.ts';
import { openClusterManagementRelations } from './open-cluster-management.ts';
import { openShiftDeploymentRelations } from './openshift-deployments.ts';
import { openShiftOperatorRelations } from './openshift-operators.ts';
import { openShiftSelectorRelations } from './openshift-selectors.ts';
import { podPlacementRelations } from './pod-placement.ts';
import { prometheusOperatorRelations } from './prometheus-operator.ts';
import { prometheusOperatorKeyRelations } from './prometheus-operator-keys.ts';
import { rbacRelations } from './rbac.ts';
import { referenceGrantRelations } from './reference-grants.ts';
import { selectorRelations } from './selectors.ts';
import { serviceCidrRelations } from './service-cidrs.ts';
import { serviceWorkloadRelations } from './service-workloads.ts';
import { statusRelations } from './status.ts';
import { strimziSecretRelations } from './strimzi-secrets.ts';
import { volumeNodeRelations } from './volume-nodes.ts';
import { workloadSelectorRelations } from './workload-selectors.ts';

export const allCodedRelations: readonly CodedRelation[] = [
  ...selectorRelations,
  ...volumeNodeRelations,
  ...claimRelations,
  ...rbacRelations,
  ...statusRelations,
  ...referenceGrantRelations,
  ...serviceWorkloadRelations,
  ...serviceCidrRelations,
  ...networkPolicyPeerRelations,
  ...podPlacementRelations,
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
