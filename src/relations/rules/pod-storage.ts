/** Claims, drivers and classes that a pod's spec names. Generic ephemeral claims are coded: their names are made from the pod's. */
import { csiDriver, persistentVolumeClaim, statefulSet, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const toClaimTemplateClass = {
  relation: 'claim-template-storage-class',
  target: storageClass,
  namespace: 'cluster',
  forward: { name: 'storageClasses' },
} as const;

export const podStorageRules: readonly RelationRule[] = [
  {
    relation: 'pod-persistent-volume-claim',
    from: 'PodSpec',
    path: 'volumes[].persistentVolumeClaim.claimName',
    target: persistentVolumeClaim,
    namespace: 'source',
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'pods', workloads: 'workloads' },
    source: 'core/v1 PersistentVolumeClaimVolumeSource.claimName',
  },
  {
    relation: 'pod-csi-driver',
    from: 'PodSpec',
    path: 'volumes[].csi.driver',
    target: csiDriver,
    namespace: 'cluster',
    // A driver need not register a CSIDriver object.
    alwaysOptional: true,
    forward: { name: 'csiDrivers' },
    reverse: { name: 'pods', workloads: 'workloads' },
    source: 'core/v1 CSIVolumeSource.driver; storage/v1 CSIDriver is optional for a driver',
  },
  {
    ...toClaimTemplateClass,
    from: 'PodSpec',
    path: 'volumes[].ephemeral.volumeClaimTemplate.spec.storageClassName',
    reverse: { name: 'pods', workloads: 'workloads' },
    source: 'core/v1 EphemeralVolumeSource.volumeClaimTemplate',
  },
  {
    ...toClaimTemplateClass,
    from: statefulSet,
    path: 'spec.volumeClaimTemplates[].spec.storageClassName',
    reverse: { name: 'workloads' },
    source: 'apps/v1 StatefulSetSpec.volumeClaimTemplates',
  },
];
