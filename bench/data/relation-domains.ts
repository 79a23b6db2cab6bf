/** The relation rules by domain, as the files of src/relations lie; what is in none of these lists has a row of its own. */

import { allCodedRelations } from '../../src/relations/coded/all.ts';
import { calicoPolicyRelations } from '../../src/relations/coded/calico-policies.ts';
import { ciliumPolicyRelations } from '../../src/relations/coded/cilium-policies.ts';
import { claimRelations } from '../../src/relations/coded/claims.ts';
import { helmRelations } from '../../src/relations/coded/helm.ts';
import { networkPolicyPeerRelations } from '../../src/relations/coded/network-policy-peers.ts';
import { podPlacementRelations } from '../../src/relations/coded/pod-placement.ts';
import { prometheusOperatorRelations } from '../../src/relations/coded/prometheus-operator.ts';
import { rbacRelations } from '../../src/relations/coded/rbac.ts';
import { referenceGrantRelations } from '../../src/relations/coded/reference-grants.ts';
import { selectorRelations } from '../../src/relations/coded/selectors.ts';
import { serviceCidrRelations } from '../../src/relations/coded/service-cidrs.ts';
import { serviceWorkloadRelations } from '../../src/relations/coded/service-workloads.ts';
import { statusRelations } from '../../src/relations/coded/status.ts';
import { volumeNodeRelations } from '../../src/relations/coded/volume-nodes.ts';
import { workloadSelectorRelations } from '../../src/relations/coded/workload-selectors.ts';
import type { CodedRelation, RelationRule } from '../../src/relations/rule.ts';
import { allRules } from '../../src/relations/rules/all.ts';
import { apiMachineryRules } from '../../src/relations/rules/api-machinery.ts';
import { argoCdRules } from '../../src/relations/rules/argo-cd.ts';
import { autoscalingRules } from '../../src/relations/rules/autoscaling.ts';
import { certManagerRules } from '../../src/relations/rules/cert-manager.ts';
import { certificateRules } from '../../src/relations/rules/certificates.ts';
import { claimRules } from '../../src/relations/rules/claims.ts';
import { clusterApiRules } from '../../src/relations/rules/cluster-api.ts';
import { clusterApiTemplateRules } from '../../src/relations/rules/cluster-api-templates.ts';
import { crossplaneRules } from '../../src/relations/rules/crossplane.ts';
import { crossplanePackageRules } from '../../src/relations/rules/crossplane-packages.ts';
import { deviceRules } from '../../src/relations/rules/devices.ts';
import { eventRules } from '../../src/relations/rules/events.ts';
import { externalSecretStoreRules } from '../../src/relations/rules/external-secret-stores.ts';
import { externalSecretRules } from '../../src/relations/rules/external-secrets.ts';
import { fluxRules } from '../../src/relations/rules/flux.ts';
import { fluxSourceRules } from '../../src/relations/rules/flux-sources.ts';
import { gatewayRouteRules } from '../../src/relations/rules/gateway-routes.ts';
import { gatewayRules } from '../../src/relations/rules/gateways.ts';
import { ingressRules } from '../../src/relations/rules/ingress.ts';
import { istioRules } from '../../src/relations/rules/istio.ts';
import { leaseRules } from '../../src/relations/rules/leases.ts';
import { networkRules } from '../../src/relations/rules/networks.ts';
import { nodeAddressRules } from '../../src/relations/rules/node-addresses.ts';
import { olmRules } from '../../src/relations/rules/olm.ts';
import { ownershipRules } from '../../src/relations/rules/ownership.ts';
import { podConfigurationRules } from '../../src/relations/rules/pod-configuration.ts';
import { podIdentityRules } from '../../src/relations/rules/pod-identity.ts';
import { podStorageRules } from '../../src/relations/rules/pod-storage.ts';
import { policyReportRules } from '../../src/relations/rules/policy-reports.ts';
import { rbacRules } from '../../src/relations/rules/rbac.ts';
import { referenceGrantRules } from '../../src/relations/rules/reference-grants.ts';
import { routerRules } from '../../src/relations/rules/routers.ts';
import { schedulingRules } from '../../src/relations/rules/scheduling.ts';
import { serviceRules } from '../../src/relations/rules/services.ts';
import { storageDriverRules } from '../../src/relations/rules/storage-drivers.ts';
import { tektonRules } from '../../src/relations/rules/tekton.ts';
import { veleroRules } from '../../src/relations/rules/velero.ts';
import { verticalAutoscalingRules } from '../../src/relations/rules/vertical-autoscaling.ts';
import { volumeRules } from '../../src/relations/rules/volumes.ts';
import { workloadRules } from '../../src/relations/rules/workloads.ts';

export interface RelationDomain {
  readonly name: string;
  readonly rules: readonly RelationRule[];
  readonly coded: readonly CodedRelation[];
}

const RULES: Readonly<Record<string, readonly RelationRule[]>> = {
  'api-machinery': apiMachineryRules,
  'argo-cd': argoCdRules,
  autoscaling: autoscalingRules,
  'cert-manager': certManagerRules,
  certificates: certificateRules,
  claims: claimRules,
  'cluster-api-templates': clusterApiTemplateRules,
  'cluster-api': clusterApiRules,
  'crossplane-packages': crossplanePackageRules,
  crossplane: crossplaneRules,
  devices: deviceRules,
  events: eventRules,
  'external-secret-stores': externalSecretStoreRules,
  'external-secrets': externalSecretRules,
  'flux-sources': fluxSourceRules,
  flux: fluxRules,
  'gateway-routes': gatewayRouteRules,
  gateways: gatewayRules,
  ingress: ingressRules,
  istio: istioRules,
  leases: leaseRules,
  networks: networkRules,
  'node-addresses': nodeAddressRules,
  olm: olmRules,
  ownership: ownershipRules,
  'pod-configuration': podConfigurationRules,
  'pod-identity': podIdentityRules,
  'pod-storage': podStorageRules,
  'policy-reports': policyReportRules,
  rbac: rbacRules,
  'reference-grants': referenceGrantRules,
  routers: routerRules,
  scheduling: schedulingRules,
  services: serviceRules,
  'storage-drivers': storageDriverRules,
  tekton: tektonRules,
  velero: veleroRules,
  'vertical-autoscaling': verticalAutoscalingRules,
  volumes: volumeRules,
  workloads: workloadRules,
};

const CODED: Readonly<Record<string, readonly CodedRelation[]>> = {
  'calico-policies': calicoPolicyRelations,
  'cilium-policies': ciliumPolicyRelations,
  claims: claimRelations,
  helm: helmRelations,
  'network-policy-peers': networkPolicyPeerRelations,
  'pod-placement': podPlacementRelations,
  'prometheus-operator': prometheusOperatorRelations,
  rbac: rbacRelations,
  'reference-grants': referenceGrantRelations,
  selectors: selectorRelations,
  'service-cidrs': serviceCidrRelations,
  'service-workloads': serviceWorkloadRelations,
  status: statusRelations,
  'volume-nodes': volumeNodeRelations,
  'workload-selectors': workloadSelectorRelations,
};

export function relationDomains(): readonly RelationDomain[] {
  const listed = new Set<unknown>([...Object.values(RULES), ...Object.values(CODED)].flat());
  return [
    ...Object.entries(RULES).map(([name, rules]) => ({ name, rules, coded: [] })),
    ...Object.entries(CODED).map(([name, coded]) => ({ name: `${name}, coded`, rules: [], coded })),
    {
      name: 'in no list',
      rules: allRules.filter((rule) => !listed.has(rule)),
      coded: allCodedRelations.filter((relation) => !listed.has(relation)),
    },
  ];
}
