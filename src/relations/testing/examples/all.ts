/** Every domain's rules with their examples, for what asks about all of them: a real API server, and docs/relations-evidence.md. */
import { admissionNamespaceRelations } from '../../coded/admission-namespaces.ts';
import { claimRelations } from '../../coded/claims.ts';
import { definitionApiServiceRelations } from '../../coded/definition-api-services.ts';
import { deviceNodeRelations } from '../../coded/device-nodes.ts';
import { gatewayNamespaceRelations } from '../../coded/gateway-namespaces.ts';
import { helmRelations } from '../../coded/helm.ts';
import { madeNameRelations } from '../../coded/made-names.ts';
import { namedResourceRelations } from '../../coded/named-resources.ts';
import { podNetworkRelations } from '../../coded/pod-networks.ts';
import { prometheusOperatorRelations } from '../../coded/prometheus-operator.ts';
import { prometheusOperatorKeyRelations } from '../../coded/prometheus-operator-keys.ts';
import { quotaRelations } from '../../coded/quotas.ts';
import { rbacRelations } from '../../coded/rbac.ts';
import { selectorRelations } from '../../coded/selectors.ts';
import { statusRelations } from '../../coded/status.ts';
import { storageTopologyRelations } from '../../coded/storage-topology.ts';
import { volumeGroupSnapshotRelations } from '../../coded/volume-group-snapshots.ts';
import { volumeNodeRelations } from '../../coded/volume-nodes.ts';
import { apiMachineryRules } from '../../rules/api-machinery.ts';
import { argoCdRules } from '../../rules/argo-cd.ts';
import { argoEventRules } from '../../rules/argo-events.ts';
import { argoRolloutRules } from '../../rules/argo-rollouts.ts';
import { argoWorkflowArtifactRules } from '../../rules/argo-workflow-artifacts.ts';
import { argoWorkflowRules } from '../../rules/argo-workflows.ts';
import { autoscalingRules } from '../../rules/autoscaling.ts';
import { certManagerRules } from '../../rules/cert-manager.ts';
import { certManagerInjectionRules } from '../../rules/cert-manager-injection.ts';
import { certificateRules } from '../../rules/certificates.ts';
import { claimRules } from '../../rules/claims.ts';
import { clusterApiRules } from '../../rules/cluster-api.ts';
import { clusterApiTemplateRules } from '../../rules/cluster-api-templates.ts';
import { crossplaneRules } from '../../rules/crossplane.ts';
import { crossplanePackageRules } from '../../rules/crossplane-packages.ts';
import { customWorkloadRules } from '../../rules/custom-workloads.ts';
import { deviceRules } from '../../rules/devices.ts';
import { eventRules } from '../../rules/events.ts';
import { evictionRules } from '../../rules/evictions.ts';
import { externalSecretStoreRules } from '../../rules/external-secret-stores.ts';
import { externalSecretRules } from '../../rules/external-secrets.ts';
import { flowControlRules } from '../../rules/flow-control.ts';
import { fluxRules } from '../../rules/flux.ts';
import { fluxSourceRules } from '../../rules/flux-sources.ts';
import { gatewayRouteRules } from '../../rules/gateway-routes.ts';
import { gatewayRules } from '../../rules/gateways.ts';
import { ingressRules } from '../../rules/ingress.ts';
import { istioRules } from '../../rules/istio.ts';
import { karpenterRules } from '../../rules/karpenter.ts';
import { kedaRules } from '../../rules/keda.ts';
import { knativeRules } from '../../rules/knative.ts';
import { knativeEventingRules } from '../../rules/knative-eventing.ts';
import { kubevirtRules } from '../../rules/kubevirt.ts';
import { kubevirtDataVolumeRules } from '../../rules/kubevirt-data-volumes.ts';
import { kubevirtInstanceRules } from '../../rules/kubevirt-instances.ts';
import { leaseRules } from '../../rules/leases.ts';
import { nodeAddressRules } from '../../rules/node-addresses.ts';
import { olmRules } from '../../rules/olm.ts';
import { ownershipRules } from '../../rules/ownership.ts';
import { podConfigurationRules } from '../../rules/pod-configuration.ts';
import { podGroupRules } from '../../rules/pod-groups.ts';
import { podIdentityRules } from '../../rules/pod-identity.ts';
import { podStorageRules } from '../../rules/pod-storage.ts';
import { podRules } from '../../rules/pods.ts';
import { policyReportRules } from '../../rules/policy-reports.ts';
import { prometheusOperatorRules } from '../../rules/prometheus-operator.ts';
import { quotaScopeRules } from '../../rules/quota-scopes.ts';
import { rbacRules } from '../../rules/rbac.ts';
import { referenceGrantRules } from '../../rules/reference-grants.ts';
import { routerRules } from '../../rules/routers.ts';
import { schedulingRules } from '../../rules/scheduling.ts';
import { serviceRules } from '../../rules/services.ts';
import { sparkRules } from '../../rules/spark.ts';
import { storageAnnotationRules } from '../../rules/storage-annotations.ts';
import { storageDriverRules } from '../../rules/storage-drivers.ts';
import { tektonRules } from '../../rules/tekton.ts';
import { veleroRules } from '../../rules/velero.ts';
import { verticalAutoscalingRules } from '../../rules/vertical-autoscaling.ts';
import { volumeSnapshotRules } from '../../rules/volume-snapshots.ts';
import { volumeRules } from '../../rules/volumes.ts';
import { workloadRules } from '../../rules/workloads.ts';
import { admissionNamespaceExamples } from './admission-namespaces.ts';
import { apiMachineryExamples } from './api-machinery.ts';
import { argoCdExamples } from './argo-cd.ts';
import { argoEventExamples } from './argo-events.ts';
import { argoRolloutExamples } from './argo-rollouts.ts';
import { argoWorkflowArtifactExamples } from './argo-workflow-artifacts.ts';
import { argoWorkflowExamples } from './argo-workflows.ts';
import { autoscalingExamples } from './autoscaling.ts';
import { certManagerExamples } from './cert-manager.ts';
import { certManagerInjectionExamples } from './cert-manager-injection.ts';
import { certManagerIssuersExamples } from './cert-manager-issuers.ts';
import { certificateExamples } from './certificates.ts';
import { claimExamples } from './claims.ts';
import { clusterApiExamples } from './cluster-api.ts';
import { clusterApiTemplateExamples } from './cluster-api-templates.ts';
import { composedClaimExamples, composedNameExamples } from './composed-names.ts';
import { crossplaneExamples } from './crossplane.ts';
import { crossplanePackageExamples } from './crossplane-packages.ts';
import { crossplaneProvidersExamples } from './crossplane-providers.ts';
import { customWorkloadExamples } from './custom-workloads.ts';
import { definitionApiServiceExamples } from './definition-api-services.ts';
import { deviceNodeExamples } from './device-nodes.ts';
import { deviceExamples } from './devices.ts';
import type { ExampleDomain } from './domain.ts';
import { eventExamples } from './events.ts';
import { evictionExamples } from './evictions.ts';
import { externalSecretStoreExamples } from './external-secret-stores.ts';
import { externalSecretExamples } from './external-secrets.ts';
import { fleetDomains } from './fleets.ts';
import { flowControlExamples } from './flow-control.ts';
import { fluxExamples } from './flux.ts';
import { fluxImagesExamples } from './flux-images.ts';
import { fluxSourceExamples } from './flux-sources.ts';
import { gatewayNamespaceExamples } from './gateway-namespaces.ts';
import { gatewayRouteExamples } from './gateway-routes.ts';
import { gatewayExamples } from './gateways.ts';
import { helmExamples } from './helm.ts';
import { ingressExamples } from './ingress.ts';
import { istioExamples } from './istio.ts';
import { karpenterExamples } from './karpenter.ts';
import { kedaExamples } from './keda.ts';
import { knativeExamples } from './knative.ts';
import { knativeEventingExamples } from './knative-eventing.ts';
import { kubevirtExamples } from './kubevirt.ts';
import { kubevirtDataVolumeExamples } from './kubevirt-data-volumes.ts';
import { kubevirtInstanceExamples } from './kubevirt-instances.ts';
import { leaseExamples } from './leases.ts';
import { madeNameExamples } from './made-names.ts';
import { namedResourceExamples } from './named-resources.ts';
import { networkDomains } from './networks.ts';
import { nodeAddressExamples } from './node-addresses.ts';
import { olmExamples } from './olm.ts';
import { openShiftDomains } from './openshift.ts';
import { operatorDomains } from './operators.ts';
import { ownershipExamples } from './ownership.ts';
import { podConfigurationExamples } from './pod-configuration.ts';
import { podGroupExamples } from './pod-groups.ts';
import { podIdentityExamples } from './pod-identity.ts';
import { podNetworkExamples } from './pod-networks.ts';
import { podStorageExamples } from './pod-storage.ts';
import { policyReportExamples } from './policy-reports.ts';
import { prometheusOperatorRuleExamples } from './prometheus-operator.ts';
import { prometheusOperatorKeyExamples } from './prometheus-operator-keys.ts';
import { prometheusOperatorExamples } from './prometheus-selectors.ts';
import { quotaScopeExamples } from './quota-scopes.ts';
import { quotaExamples } from './quotas.ts';
import { rbacExamples } from './rbac.ts';
import { referenceGrantExamples } from './reference-grants.ts';
import { routerExamples } from './routers.ts';
import { schedulingExamples } from './scheduling.ts';
import { selectorExamples } from './selectors.ts';
import { serviceExamples } from './services.ts';
import { sparkExamples } from './spark.ts';
import { storageAnnotationExamples } from './storage-annotations.ts';
import { storageDriverExamples } from './storage-drivers.ts';
import { storageTopologyExamples } from './storage-topology.ts';
import { tektonExamples } from './tekton.ts';
import { templateHolderExamples } from './template-holders.ts';
import { veleroExamples } from './velero.ts';
import { verticalAutoscalingExamples } from './vertical-autoscaling.ts';
import { volumeGroupSnapshotClaimExamples, volumeSnapshotExamples } from './volume-snapshots.ts';
import { volumeExamples } from './volumes.ts';
import { workloadExamples } from './workloads.ts';

export type { ExampleDomain } from './domain.ts';

export const exampleDomains: readonly ExampleDomain[] = [
  { name: 'admission-namespaces', coded: admissionNamespaceRelations, examples: admissionNamespaceExamples },
  { name: 'api-machinery', rules: apiMachineryRules, examples: apiMachineryExamples },
  { name: 'argo-cd', rules: argoCdRules, examples: argoCdExamples },
  { name: 'autoscaling', rules: autoscalingRules, examples: autoscalingExamples },
  { name: 'cert-manager', rules: certManagerRules, examples: [...certManagerExamples, ...certManagerIssuersExamples] },
  { name: 'cert-manager-injection', rules: certManagerInjectionRules, examples: certManagerInjectionExamples },
  { name: 'certificates', rules: certificateRules, examples: certificateExamples },
  { name: 'claims', rules: claimRules, examples: claimExamples },
  { name: 'composed-names', coded: claimRelations, examples: composedClaimExamples },
  { name: 'composedName', coded: [...rbacRelations, ...statusRelations], examples: composedNameExamples },
  { name: 'crossplane', rules: crossplaneRules, examples: [...crossplaneExamples, ...crossplaneProvidersExamples] },
  { name: 'crossplane-packages', rules: crossplanePackageRules, examples: crossplanePackageExamples },
  { name: 'definition-api-services', coded: definitionApiServiceRelations, examples: definitionApiServiceExamples },
  { name: 'device-nodes', coded: deviceNodeRelations, examples: deviceNodeExamples },
  { name: 'devices', rules: deviceRules, examples: deviceExamples },
  { name: 'events', rules: eventRules, examples: eventExamples },
  { name: 'evictions', rules: evictionRules, examples: evictionExamples },
  { name: 'external-secret-stores', rules: externalSecretStoreRules, examples: externalSecretStoreExamples },
  { name: 'external-secrets', rules: externalSecretRules, examples: externalSecretExamples },
  { name: 'flow-control', rules: flowControlRules, examples: flowControlExamples },
  { name: 'flux', rules: fluxRules, examples: fluxExamples },
  { name: 'flux-sources', rules: fluxSourceRules, examples: [...fluxSourceExamples, ...fluxImagesExamples] },
  { name: 'gateway-namespaces', coded: gatewayNamespaceRelations, examples: gatewayNamespaceExamples },
  { name: 'gateway-routes', rules: gatewayRouteRules, examples: gatewayRouteExamples },
  { name: 'gateways', rules: gatewayRules, examples: gatewayExamples },
  { name: 'helm', coded: helmRelations, examples: helmExamples },
  { name: 'ingress', rules: ingressRules, examples: ingressExamples },
  { name: 'istio', rules: istioRules, examples: istioExamples },
  { name: 'karpenter', rules: karpenterRules, examples: karpenterExamples },
  { name: 'keda', rules: kedaRules, examples: kedaExamples },
  { name: 'custom-workloads', rules: customWorkloadRules, examples: customWorkloadExamples },
  { name: 'argo-rollouts', rules: argoRolloutRules, examples: argoRolloutExamples },
  { name: 'knative', rules: knativeRules, examples: knativeExamples },
  { name: 'knative-eventing', rules: knativeEventingRules, examples: knativeEventingExamples },
  { name: 'kubevirt-instances', rules: kubevirtInstanceRules, examples: kubevirtInstanceExamples },
  { name: 'kubevirt', rules: kubevirtRules, examples: kubevirtExamples },
  { name: 'kubevirt-data-volumes', rules: kubevirtDataVolumeRules, examples: kubevirtDataVolumeExamples },
  { name: 'argo-workflows', rules: argoWorkflowRules, examples: argoWorkflowExamples },
  { name: 'argo-workflow-artifacts', rules: argoWorkflowArtifactRules, examples: argoWorkflowArtifactExamples },
  { name: 'argo-events', rules: argoEventRules, examples: argoEventExamples },
  { name: 'spark', rules: sparkRules, examples: sparkExamples },
  { name: 'leases', rules: leaseRules, examples: leaseExamples },
  { name: 'made-names', coded: madeNameRelations, examples: madeNameExamples },
  { name: 'named-resources', coded: namedResourceRelations, examples: namedResourceExamples },
  { name: 'node-addresses', rules: nodeAddressRules, examples: nodeAddressExamples },
  { name: 'olm', rules: olmRules, examples: olmExamples },
  { name: 'cluster-api', rules: clusterApiRules, examples: clusterApiExamples },
  { name: 'cluster-api-templates', rules: clusterApiTemplateRules, examples: clusterApiTemplateExamples },
  { name: 'vertical-autoscaling', rules: verticalAutoscalingRules, examples: verticalAutoscalingExamples },
  ...openShiftDomains,
  ...fleetDomains,
  ...networkDomains,
  ...operatorDomains,
  { name: 'ownership', rules: ownershipRules, examples: ownershipExamples },
  { name: 'pod-configuration', rules: podConfigurationRules, examples: podConfigurationExamples },
  { name: 'pod-groups', rules: podGroupRules, examples: podGroupExamples },
  { name: 'pod-identity', rules: podIdentityRules, examples: podIdentityExamples },
  { name: 'pod-networks', coded: podNetworkRelations, examples: podNetworkExamples },
  { name: 'pod-storage', rules: podStorageRules, examples: podStorageExamples },
  { name: 'policy-reports', rules: policyReportRules, examples: policyReportExamples },
  { name: 'prometheus-keys', coded: prometheusOperatorKeyRelations, examples: prometheusOperatorKeyExamples },
  { name: 'prometheus-operator', rules: prometheusOperatorRules, examples: prometheusOperatorRuleExamples },
  { name: 'prometheus-selectors', coded: prometheusOperatorRelations, examples: prometheusOperatorExamples },
  { name: 'quota-scopes', rules: quotaScopeRules, examples: quotaScopeExamples },
  { name: 'quotas', coded: quotaRelations, examples: quotaExamples },
  { name: 'rbac', rules: rbacRules, examples: rbacExamples },
  { name: 'reference-grants', rules: referenceGrantRules, examples: referenceGrantExamples },
  { name: 'routers', rules: routerRules, examples: routerExamples },
  { name: 'scheduling', rules: schedulingRules, examples: schedulingExamples },
  { name: 'selectors', coded: [...selectorRelations, ...volumeNodeRelations], examples: selectorExamples },
  { name: 'services', rules: serviceRules, examples: serviceExamples },
  { name: 'storage-annotations', rules: storageAnnotationRules, examples: storageAnnotationExamples },
  { name: 'storage-topology', coded: storageTopologyRelations, examples: storageTopologyExamples },
  { name: 'storage-drivers', rules: storageDriverRules, examples: storageDriverExamples },
  { name: 'tekton', rules: tektonRules, examples: tektonExamples },
  { name: 'template-holders', rules: podRules, examples: templateHolderExamples },
  { name: 'velero', rules: veleroRules, examples: veleroExamples },
  { name: 'volume-group-snapshots', coded: volumeGroupSnapshotRelations, examples: volumeGroupSnapshotClaimExamples },
  { name: 'volume-snapshots', rules: volumeSnapshotRules, examples: volumeSnapshotExamples },
  { name: 'volumes', rules: volumeRules, examples: volumeExamples },
  { name: 'workloads', rules: workloadRules, examples: workloadExamples },
];
