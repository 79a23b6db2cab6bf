/** The canonical kinds that the rules speak of, and where a workload keeps its pod template. */
import type { KindKey } from '../kube/kind.ts';
import { type SpecHolder, templateHolders } from './template-holders.ts';

const core = (kind: string): KindKey => ({ group: '', kind });
const apps = (kind: string): KindKey => ({ group: 'apps', kind });
const batch = (kind: string): KindKey => ({ group: 'batch', kind });
const storage = (kind: string): KindKey => ({ group: 'storage.k8s.io', kind });
const networking = (kind: string): KindKey => ({ group: 'networking.k8s.io', kind });
const rbac = (kind: string): KindKey => ({ group: 'rbac.authorization.k8s.io', kind });
const admission = (kind: string): KindKey => ({ group: 'admissionregistration.k8s.io', kind });
const certificates = (kind: string): KindKey => ({ group: 'certificates.k8s.io', kind });
const flowcontrol = (kind: string): KindKey => ({ group: 'flowcontrol.apiserver.k8s.io', kind });
const resource = (kind: string): KindKey => ({ group: 'resource.k8s.io', kind });
const scheduling = (kind: string): KindKey => ({ group: 'scheduling.k8s.io', kind });
const external = (kind: string): KindKey => ({ group: 'external', kind });

export const pod: KindKey = core('Pod');
export const node: KindKey = core('Node');
export const service: KindKey = core('Service');
export const endpoints: KindKey = core('Endpoints');
export const configMap: KindKey = core('ConfigMap');
export const secret: KindKey = core('Secret');
export const serviceAccount: KindKey = core('ServiceAccount');
export const persistentVolumeClaim: KindKey = core('PersistentVolumeClaim');
export const persistentVolume: KindKey = core('PersistentVolume');
export const event: KindKey = core('Event');
export const namespaceKind: KindKey = core('Namespace');
export const replicationController: KindKey = core('ReplicationController');
export const podTemplate: KindKey = core('PodTemplate');
export const resourceQuota: KindKey = core('ResourceQuota');
export const limitRange: KindKey = core('LimitRange');

export const deployment: KindKey = apps('Deployment');
export const replicaSet: KindKey = apps('ReplicaSet');
export const statefulSet: KindKey = apps('StatefulSet');
export const daemonSet: KindKey = apps('DaemonSet');
export const controllerRevision: KindKey = apps('ControllerRevision');
export const job: KindKey = batch('Job');
export const cronJob: KindKey = batch('CronJob');

export const endpointSlice: KindKey = { group: 'discovery.k8s.io', kind: 'EndpointSlice' };
export const ingress: KindKey = networking('Ingress');
export const ingressClass: KindKey = networking('IngressClass');
export const networkPolicy: KindKey = networking('NetworkPolicy');
export const ipAddress: KindKey = networking('IPAddress');
export const serviceCidr: KindKey = networking('ServiceCIDR');

export const storageClass: KindKey = storage('StorageClass');
export const volumeAttributesClass: KindKey = storage('VolumeAttributesClass');
export const volumeAttachment: KindKey = storage('VolumeAttachment');
export const csiDriver: KindKey = storage('CSIDriver');
export const csiNode: KindKey = storage('CSINode');
export const csiStorageCapacity: KindKey = storage('CSIStorageCapacity');

export const role: KindKey = rbac('Role');
export const clusterRole: KindKey = rbac('ClusterRole');
export const roleBinding: KindKey = rbac('RoleBinding');
export const clusterRoleBinding: KindKey = rbac('ClusterRoleBinding');

export const horizontalPodAutoscaler: KindKey = { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' };
export const podDisruptionBudget: KindKey = { group: 'policy', kind: 'PodDisruptionBudget' };
export const podSecurityPolicy: KindKey = { group: 'policy', kind: 'PodSecurityPolicy' };
export const leaseCandidate: KindKey = { group: 'coordination.k8s.io', kind: 'LeaseCandidate' };
export const lease: KindKey = { group: 'coordination.k8s.io', kind: 'Lease' };
export const eviction: KindKey = { group: 'lifecycle.k8s.io', kind: 'Eviction' };
export const evictionRequest: KindKey = { group: 'lifecycle.k8s.io', kind: 'EvictionRequest' };
export const customResourceDefinition: KindKey = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };
export const apiService: KindKey = { group: 'apiregistration.k8s.io', kind: 'APIService' };
export const flowSchema: KindKey = flowcontrol('FlowSchema');
export const priorityLevelConfiguration: KindKey = flowcontrol('PriorityLevelConfiguration');

export const mutatingWebhookConfiguration: KindKey = admission('MutatingWebhookConfiguration');
export const validatingWebhookConfiguration: KindKey = admission('ValidatingWebhookConfiguration');
export const validatingAdmissionPolicy: KindKey = admission('ValidatingAdmissionPolicy');
export const validatingAdmissionPolicyBinding: KindKey = admission('ValidatingAdmissionPolicyBinding');
export const mutatingAdmissionPolicy: KindKey = admission('MutatingAdmissionPolicy');
export const mutatingAdmissionPolicyBinding: KindKey = admission('MutatingAdmissionPolicyBinding');

export const certificateSigningRequest: KindKey = certificates('CertificateSigningRequest');
export const podCertificateRequest: KindKey = certificates('PodCertificateRequest');
export const clusterTrustBundle: KindKey = certificates('ClusterTrustBundle');

export const priorityClass: KindKey = scheduling('PriorityClass');
export const podGroup: KindKey = scheduling('PodGroup');
export const compositePodGroup: KindKey = scheduling('CompositePodGroup');
export const workload: KindKey = scheduling('Workload');
export const runtimeClass: KindKey = { group: 'node.k8s.io', kind: 'RuntimeClass' };
export const resourceClaim: KindKey = resource('ResourceClaim');
export const resourceClaimTemplate: KindKey = resource('ResourceClaimTemplate');
export const resourceSlice: KindKey = resource('ResourceSlice');
export const deviceClass: KindKey = resource('DeviceClass');
export const resourcePoolStatusRequest: KindKey = resource('ResourcePoolStatusRequest');

/** Outside the API: presence `EXTERNAL`. */
export const image: KindKey = external('Image');
export const host: KindKey = external('Host');
export const ipBlock: KindKey = external('IPBlock');
export const user: KindKey = external('User');
export const group: KindKey = external('Group');
export const cloudIdentity: KindKey = external('CloudIdentity');
export const cloudInstance: KindKey = external('CloudInstance');

/** Kubernetes' own that have a pod's spec, and the path to it; the Pod itself first, then the workload templates. */
const builtInPodSpecs: readonly SpecHolder[] = [
  { kind: pod, path: 'spec' },
  { kind: deployment, path: 'spec.template.spec' },
  { kind: replicaSet, path: 'spec.template.spec' },
  { kind: statefulSet, path: 'spec.template.spec' },
  { kind: daemonSet, path: 'spec.template.spec' },
  { kind: replicationController, path: 'spec.template.spec' },
  { kind: job, path: 'spec.template.spec' },
  { kind: cronJob, path: 'spec.jobTemplate.spec.template.spec' },
  { kind: podTemplate, path: 'template.spec' },
];

/** Everything that has a pod's spec; a kind with several is there once for each. */
export const podSpecs: readonly SpecHolder[] = [...builtInPodSpecs, ...templateHolders];

/** Whatever holds a pod template. */
export const templateKinds: readonly KindKey[] = [...new Set(podSpecs.slice(1).map((holder) => holder.kind))];

/** The built-in controllers of pods; a PodTemplate controls none. */
export const workloadKinds: readonly KindKey[] = builtInPodSpecs
  .map((holder) => holder.kind)
  .filter((kind) => kind !== pod && kind !== podTemplate);
