/** Which kind has which columns. A kind that is not here shows its CRD's printer columns or, without a CRD, name and age. */
import { type KindKey, kindName } from '../../src/kube/kind.ts';
import { ageColumn, type Column, createdAtColumn, field, nameColumn } from './column.ts';
import * as cluster from './columns/cluster.ts';
import * as configuration from './columns/configuration.ts';
import * as network from './columns/network.ts';
import * as scaling from './columns/scaling.ts';
import * as workloads from './columns/workloads.ts';

const columnsByKind: ReadonlyMap<string, readonly Column[]> = new Map([
  ['Pod', workloads.podColumns],
  ['ReplicationController', workloads.replicaSetColumns],
  ['Deployment.apps', workloads.deploymentColumns],
  ['ReplicaSet.apps', workloads.replicaSetColumns],
  ['StatefulSet.apps', workloads.statefulSetColumns],
  ['DaemonSet.apps', workloads.daemonSetColumns],
  ['ControllerRevision.apps', [nameColumn, field('REVISION', 'revision'), ageColumn]],
  ['Job.batch', workloads.jobColumns],
  ['CronJob.batch', workloads.cronJobColumns],
  ['Service', network.serviceColumns],
  ['Endpoints', network.endpointsColumns],
  ['EndpointSlice.discovery.k8s.io', network.endpointSliceColumns],
  ['Ingress.networking.k8s.io', network.ingressColumns],
  ['IngressClass.networking.k8s.io', network.ingressClassColumns],
  ['NetworkPolicy.networking.k8s.io', network.networkPolicyColumns],
  ['ConfigMap', configuration.configMapColumns],
  ['Secret', configuration.secretColumns],
  ['ServiceAccount', configuration.serviceAccountColumns],
  ['ResourceQuota', configuration.resourceQuotaColumns],
  ['LimitRange', [nameColumn, createdAtColumn]],
  ['Role.rbac.authorization.k8s.io', configuration.roleColumns],
  ['ClusterRole.rbac.authorization.k8s.io', configuration.roleColumns],
  ['RoleBinding.rbac.authorization.k8s.io', configuration.bindingColumns],
  ['ClusterRoleBinding.rbac.authorization.k8s.io', configuration.bindingColumns],
  ['MutatingWebhookConfiguration.admissionregistration.k8s.io', configuration.webhookConfigurationColumns],
  ['ValidatingWebhookConfiguration.admissionregistration.k8s.io', configuration.webhookConfigurationColumns],
  ['APIService.apiregistration.k8s.io', configuration.apiServiceColumns],
  ['CustomResourceDefinition.apiextensions.k8s.io', [nameColumn, createdAtColumn]],
  ['Namespace', cluster.namespaceColumns],
  ['Node', cluster.nodeColumns],
  ['Lease.coordination.k8s.io', cluster.leaseColumns],
  ['PersistentVolumeClaim', cluster.persistentVolumeClaimColumns],
  ['PersistentVolume', cluster.persistentVolumeColumns],
  ['StorageClass.storage.k8s.io', cluster.storageClassColumns],
  ['VolumeAttachment.storage.k8s.io', cluster.volumeAttachmentColumns],
  ['PriorityClass.scheduling.k8s.io', cluster.priorityClassColumns],
  ['HorizontalPodAutoscaler.autoscaling', scaling.horizontalPodAutoscalerColumns],
  ['PodDisruptionBudget.policy', scaling.podDisruptionBudgetColumns],
  ['Event', scaling.eventColumns],
]);

export function columnsOf(key: KindKey): readonly Column[] | undefined {
  return columnsByKind.get(kindName(key));
}
