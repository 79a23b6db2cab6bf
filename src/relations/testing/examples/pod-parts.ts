/** Volumes and a container as a pod has them, for kinds that have such without a pod's spec around them. Names lie in the namespace `ci`. */
import type { JsonObject } from '../../../records/record.ts';

type Written = (plain: string) => string;

/** With every way to name a ConfigMap or a Secret in its environment. */
export function containerPart(written: Written): JsonObject {
  return {
    env: [
      { name: 'A', valueFrom: { configMapKeyRef: { name: written('settings'), key: 'a' } } },
      { name: 'B', valueFrom: { secretKeyRef: { name: written('token'), key: 'b', optional: true } } },
    ],
    envFrom: [{ configMapRef: { name: written('all-settings') } }, { secretRef: { name: written('all-tokens') } }],
  };
}

export function containerPartPointers(path: string): string[] {
  return [
    `pod-config-map ~.${path}.env[0].valueFrom.configMapKeyRef.name → ConfigMap ci/settings keys=a`,
    `pod-secret ~.${path}.env[1].valueFrom.secretKeyRef.name → Secret ci/token [optional] keys=b`,
    `pod-config-map ~.${path}.envFrom[0].configMapRef.name → ConfigMap ci/all-settings`,
    `pod-secret ~.${path}.envFrom[1].secretRef.name → Secret ci/all-tokens`,
  ];
}

export function claimPart(storageClassName: string): JsonObject {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName };
}

export function volumeParts(written: Written): JsonObject[] {
  return [
    { name: 'settings', configMap: { name: written('settings'), items: [{ key: 'a', path: 'a' }] } },
    {
      name: 'projected',
      projected: { sources: [{ configMap: { name: written('part') } }, { secret: { name: written('secret-part'), optional: true } }] },
    },
    { name: 'keys', secret: { secretName: written('keys') } },
    { name: 'inline', csi: { driver: written('secrets-store.csi.k8s.io'), nodePublishSecretRef: { name: written('store') } } },
    { name: 'work', persistentVolumeClaim: { claimName: written('work') } },
    {
      name: 'scratch',
      ephemeral: {
        volumeClaimTemplate: {
          spec: {
            ...claimPart(written('fast')),
            volumeAttributesClassName: written('gold'),
            dataSource: { kind: 'PersistentVolumeClaim', name: written('seed') },
            dataSourceRef: { kind: 'PersistentVolumeClaim', name: written('seed') },
          },
        },
      },
    },
  ];
}

export function volumePartPointers(path: string): string[] {
  return [
    `pod-config-map ~.${path}[0].configMap.name → ConfigMap ci/settings keys=a`,
    `pod-config-map ~.${path}[1].projected.sources[0].configMap.name → ConfigMap ci/part`,
    `pod-secret ~.${path}[1].projected.sources[1].secret.name → Secret ci/secret-part [optional]`,
    `pod-secret ~.${path}[2].secret.secretName → Secret ci/keys`,
    `pod-secret ~.${path}[3].csi.nodePublishSecretRef.name → Secret ci/store`,
    `pod-csi-driver ~.${path}[3].csi.driver → CSIDriver.storage.k8s.io secrets-store.csi.k8s.io [optional]`,
    `pod-persistent-volume-claim ~.${path}[4].persistentVolumeClaim.claimName → PersistentVolumeClaim ci/work`,
    `claim-template-storage-class ~.${path}[5].ephemeral.volumeClaimTemplate.spec.storageClassName → StorageClass.storage.k8s.io fast`,
    `claim-template-volume-attributes-class ~.${path}[5].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName → VolumeAttributesClass.storage.k8s.io gold`,
    `claim-template-data-source ~.${path}[5].ephemeral.volumeClaimTemplate.spec.dataSource.name → PersistentVolumeClaim ci/seed`,
    `claim-template-data-source ~.${path}[5].ephemeral.volumeClaimTemplate.spec.dataSourceRef.name → PersistentVolumeClaim ci/seed`,
  ];
}
