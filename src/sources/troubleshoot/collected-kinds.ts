/**
 * What troubleshoot's clusterResources collector writes below `cluster-resources/`, by every name it ever had.
 * Source: pkg/collect/cluster_resources.go and pkg/constants/constants.go of replicatedhq/troubleshoot, over their whole history.
 */
import { arrayField, objectField, stringField } from '../../records/json-fields.ts';

export interface CollectedKind {
  /** File or folder name below `cluster-resources/`, without `.json`; the first is today's. */
  readonly names: readonly string[];
  /** `cluster`: one file. `namespace`: a folder with a file for each namespace. */
  readonly scope: 'cluster' | 'namespace';
  readonly kind: string;
  /** Of items that do not say it: the shape tells where versions differ. */
  readonly apiVersion: (item: unknown) => string;
}

export const COLLECTED_KINDS: readonly CollectedKind[] = [
  cluster('v1', 'Namespace', 'namespaces', 'namespace'),
  cluster('v1', 'Node', 'nodes'),
  cluster('v1', 'PersistentVolume', 'pvs'),
  cluster('storage.k8s.io/v1', 'StorageClass', 'storage-classes', 'storage'),
  cluster('storage.k8s.io/v1', 'VolumeAttachment', 'volumeattachments'),
  cluster('networking.k8s.io/v1', 'IngressClass', 'ingress-classes'),
  cluster('scheduling.k8s.io/v1', 'PriorityClass', 'priorityclasses'),
  { names: ['custom-resource-definitions'], scope: 'cluster', kind: 'CustomResourceDefinition', apiVersion: definitionVersion },
  cluster('rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles'),
  cluster('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'clusterrolebindings', 'clusterRoleBindings'),
  cluster('certificates.k8s.io/v1', 'CertificateSigningRequest', 'certificatesigningrequests'),
  cluster('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'validating-webhook-configurations'),
  cluster('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'mutating-webhook-configurations'),
  namespaced('v1', 'Pod', 'pods'),
  namespaced('policy/v1', 'PodDisruptionBudget', 'pod-disruption-budgets', 'pdb', 'pod-disruption-budgets-info'),
  namespaced('v1', 'Service', 'services'),
  namespaced('apps/v1', 'Deployment', 'deployments'),
  namespaced('apps/v1', 'StatefulSet', 'statefulsets'),
  namespaced('apps/v1', 'DaemonSet', 'daemonsets'),
  // For some releases the files lay in a folder of that other name.
  namespaced('apps/v1', 'ReplicaSet', 'replicasets', 'statefulsets-errors.json'),
  namespaced('batch/v1', 'Job', 'jobs'),
  namespaced('batch/v1', 'CronJob', 'cronjobs'),
  { names: ['ingress'], scope: 'namespace', kind: 'Ingress', apiVersion: ingressVersion },
  namespaced('networking.k8s.io/v1', 'NetworkPolicy', 'network-policy', 'networkPolicy'),
  namespaced('v1', 'ResourceQuota', 'resource-quota', 'resource-quotas'),
  namespaced('v1', 'LimitRange', 'limitranges'),
  namespaced('v1', 'Event', 'events'),
  namespaced('v1', 'PersistentVolumeClaim', 'pvcs'),
  namespaced('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  namespaced('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  namespaced('v1', 'Endpoints', 'endpoints'),
  namespaced('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices'),
  namespaced('v1', 'ServiceAccount', 'serviceaccounts'),
  namespaced('coordination.k8s.io/v1', 'Lease', 'leases'),
  namespaced('v1', 'ConfigMap', 'configmaps'),
];

function cluster(apiVersion: string, kind: string, ...names: string[]): CollectedKind {
  return { names, scope: 'cluster', kind, apiVersion: () => apiVersion };
}

function namespaced(apiVersion: string, kind: string, ...names: string[]): CollectedKind {
  return { names, scope: 'namespace', kind, apiVersion: () => apiVersion };
}

/** Until v1 a backend named its Service by `serviceName`; extensions/v1beta1 had the same shape. */
function ingressVersion(ingress: unknown): string {
  const spec = objectField(ingress, 'spec');
  const backends = [
    objectField(spec, 'backend'),
    ...arrayField(spec, 'rules').flatMap((rule) =>
      arrayField(objectField(rule, 'http'), 'paths').map((path) => objectField(path, 'backend')),
    ),
  ];
  return backends.some((backend) => stringField(backend, 'serviceName') !== undefined)
    ? 'networking.k8s.io/v1beta1'
    : 'networking.k8s.io/v1';
}

/** Until v1 there was one `version` and one `validation` for all versions. */
function definitionVersion(definition: unknown): string {
  const spec = objectField(definition, 'spec');
  const isOld = stringField(spec, 'version') !== undefined || objectField(spec, 'validation') !== undefined;
  return `apiextensions.k8s.io/${isOld ? 'v1beta1' : 'v1'}`;
}
