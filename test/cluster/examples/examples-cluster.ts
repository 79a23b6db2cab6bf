/** The control plane that is asked about examples: every API that it knows, and no admission that looks for what an example names. */
import type { ControlPlaneOptions } from '../../../scripts/cluster/index.mjs';

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

export const EXAMPLES_CLUSTER: ControlPlaneOptions = {
  flags: { apiserver: { 'runtime-config': 'api/all=true', 'disable-admission-plugins': OUT.join(',') } },
};
