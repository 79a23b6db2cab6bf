/** The control plane that is asked about examples: every API that it knows, and no admission that looks for what an example names. */
import type { ControlPlaneOptions, NewObject } from '../../../scripts/cluster/index.mjs';

/** They refuse or change an object for other objects that are there or not; whether it is valid is not their matter. */
const OUT = [
  'CertificateApproval',
  'CertificateSigning',
  'DefaultIngressClass',
  'DefaultStorageClass',
  'Priority',
  'RuntimeClass',
  'ServiceAccount',
  'StorageObjectInUseProtection',
  'TaintNodesByCondition',
];

/** Without them the server drops fields of examples. */
const FIELDS_OF_FEATURES = [
  'CompositePodGroup',
  'CrossNamespaceVolumeDataSource',
  'DRANodeAllocatableResources',
  'DRAWorkloadResourceClaims',
  'EvictionRequestAPI',
  'GenericWorkload',
  'TopologyAwareWorkloadScheduling',
  'WorkloadWithJob',
];

export const EXAMPLES_CLUSTER: ControlPlaneOptions = {
  flags: {
    apiserver: {
      'runtime-config': 'api/all=true',
      'feature-gates': FIELDS_OF_FEATURES.map((feature) => `${feature}=true`).join(','),
      'disable-admission-plugins': OUT.join(','),
    },
  },
};

/** For examples that others than the admin create. */
export const ANYBODY_MAY_ASK: NewObject = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  metadata: { name: 'anybody-may-ask' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'cluster-admin' },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:authenticated' }],
};
