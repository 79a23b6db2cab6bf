/** The sections of the truth files that count pointers, a row each. */
import type { Pointer, PointerSection } from './pointers.ts';

const TEMPLATES = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob'];

const to =
  (kind: string) =>
  (pointer: Pointer): boolean =>
    pointer.target.kind === kind && pointer.relation !== 'owner' && !pointer.defaulted;

const at =
  (start: string, kind: string) =>
  (pointer: Pointer): boolean =>
    to(kind)(pointer) && pointer.path.startsWith(start);

const inTemplate =
  (kind: string) =>
  (pointer: Pointer): boolean =>
    to(kind)(pointer) && /template\.spec\./.test(pointer.path);

export const POINTER_SECTIONS: readonly PointerSection[] = [
  { section: 'ownerReferences', kinds: [], counts: (pointer) => pointer.relation === 'owner' },
  { section: 'podReferences.ConfigMap', kinds: ['Pod'], counts: to('ConfigMap') },
  { section: 'podReferences.Secret', kinds: ['Pod'], counts: to('Secret') },
  { section: 'podReferences.PersistentVolumeClaim', kinds: ['Pod'], counts: to('PersistentVolumeClaim') },
  { section: 'podReferences.ServiceAccount', kinds: ['Pod'], counts: to('ServiceAccount') },
  { section: 'podPriorityClass', kinds: ['Pod'], counts: to('PriorityClass') },
  { section: 'pods.node', kinds: ['Pod'], counts: at('spec.nodeName', 'Node') },
  { section: 'templateReferences.ConfigMap', kinds: TEMPLATES, counts: inTemplate('ConfigMap') },
  { section: 'templateReferences.Secret', kinds: TEMPLATES, counts: inTemplate('Secret') },
  { section: 'templateReferences.PersistentVolumeClaim', kinds: TEMPLATES, counts: inTemplate('PersistentVolumeClaim') },
  { section: 'templateReferences.ServiceAccount', kinds: TEMPLATES, counts: inTemplate('ServiceAccount') },
  { section: 'endpointSlices.service', kinds: ['EndpointSlice'], counts: at('metadata.labels', 'Service') },
  { section: 'endpointSlices.targetRefPod', kinds: ['EndpointSlice'], counts: at('endpoints[', 'Pod') },
  { section: 'endpointSlices.nodeName', kinds: ['EndpointSlice'], counts: at('endpoints[', 'Node') },
  { section: 'storage.pvcToPv', kinds: ['PersistentVolumeClaim'], counts: to('PersistentVolume') },
  { section: 'storage.pvcToStorageClass', kinds: ['PersistentVolumeClaim'], counts: to('StorageClass') },
  { section: 'storage.pvToClaim', kinds: ['PersistentVolume'], counts: to('PersistentVolumeClaim') },
  { section: 'storage.pvToStorageClass', kinds: ['PersistentVolume'], counts: to('StorageClass') },
  { section: 'events.object', kinds: ['Event'], counts: (pointer) => pointer.path.startsWith('involvedObject') },
  {
    section: 'rbac.role',
    kinds: ['RoleBinding', 'ClusterRoleBinding'],
    counts: (pointer) => pointer.path.startsWith('roleRef'),
  },
  {
    section: 'rbac.serviceAccountSubjects',
    kinds: ['RoleBinding', 'ClusterRoleBinding'],
    counts: (pointer) => pointer.path.startsWith('subjects[') && (pointer.written as { kind?: unknown }).kind === 'ServiceAccount',
  },
  { section: 'ingress.service', kinds: ['Ingress'], counts: to('Service') },
  { section: 'ingress.tlsSecret', kinds: ['Ingress'], counts: to('Secret') },
  { section: 'ingress.ingressClass', kinds: ['Ingress'], counts: to('IngressClass') },
  { section: 'hpaTarget', kinds: ['HorizontalPodAutoscaler'], counts: (pointer) => pointer.path.startsWith('spec.scaleTargetRef') },
  { section: 'webhookService', kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'], counts: to('Service') },
  { section: 'apiServiceService', kinds: ['APIService'], counts: to('Service') },
  { section: 'statefulSetService', kinds: ['StatefulSet'], counts: to('Service') },
  { section: 'serviceAccountSecrets', kinds: ['ServiceAccount'], counts: to('Secret') },
  { section: 'leaseNode', kinds: ['Lease'], counts: to('Node') },
  { section: 'cronJobActive', kinds: ['CronJob'], counts: (pointer) => pointer.path.startsWith('status.active') },
];
