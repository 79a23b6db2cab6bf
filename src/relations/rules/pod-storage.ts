/** Claims, drivers and classes that a pod's spec names. Generic ephemeral claims are coded: their names are made from the pod's. */
import { csiDriver, endpoints, persistentVolumeClaim, statefulSet, storageClass, volumeAttributesClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

/** Where claims are made from templates: `holder` is the template. */
const claimTemplates = [
  {
    from: 'PodSpec',
    holder: 'volumes[].ephemeral.volumeClaimTemplate',
    reverse: { name: 'pods', workloads: 'workloads' },
    source: 'core/v1 EphemeralVolumeSource.volumeClaimTemplate',
  },
  {
    from: statefulSet,
    holder: 'spec.volumeClaimTemplates[]',
    reverse: { name: 'workloads' },
    source: 'apps/v1 StatefulSetSpec.volumeClaimTemplates',
  },
] as const;

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
    relation: 'pod-endpoints',
    from: 'PodSpec',
    path: 'volumes[].glusterfs.endpoints',
    target: endpoints,
    namespace: 'source',
    forward: { name: 'volumeEndpoints' },
    reverse: { name: 'volumePods', workloads: 'volumeWorkloads' },
    source: 'core/v1 GlusterfsVolumeSource.endpoints',
  },
  ...claimTemplates.flatMap(({ from, holder, reverse, source }): readonly RelationRule[] => {
    return [
      {
        relation: 'claim-template-storage-class',
        from,
        path: `${holder}.spec.storageClassName`,
        target: storageClass,
        namespace: 'cluster',
        forward: { name: 'storageClasses' },
        reverse,
        source,
      },
      {
        relation: 'claim-template-volume-attributes-class',
        from,
        path: `${holder}.spec.volumeAttributesClassName`,
        target: volumeAttributesClass,
        namespace: 'cluster',
        forward: { name: 'volumeAttributesClasses' },
        reverse,
        source,
      },
      ...['dataSource', 'dataSourceRef'].map(
        (field): RelationRule => ({
          relation: 'claim-template-data-source',
          from,
          path: `${holder}.spec.${field}.name`,
          target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
          namespace: field === 'dataSource' ? 'source' : { path: 'namespace' },
          forward: { name: 'dataSources' },
          source,
        }),
      ),
    ];
  }),
];
