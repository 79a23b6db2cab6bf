import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';

export const podStorageExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      volumes: [
        { name: 'data', persistentVolumeClaim: { claimName: 'reports' } },
        { name: 'secrets', csi: { driver: 'secrets-store.csi.k8s.io' } },
        { name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: { storageClassName: 'fast' } } } },
      ],
    },
    [
      'pod-persistent-volume-claim ~.volumes[0].persistentVolumeClaim.claimName → PersistentVolumeClaim shop/reports',
      'pod-csi-driver ~.volumes[1].csi.driver → CSIDriver.storage.k8s.io secrets-store.csi.k8s.io [optional]',
      'claim-template-storage-class ~.volumes[2].ephemeral.volumeClaimTemplate.spec.storageClassName → StorageClass.storage.k8s.io fast',
    ],
  ),
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'postgres', namespace: 'data' },
      spec: { volumeClaimTemplates: [{ spec: { storageClassName: '' } }, { spec: { storageClassName: 'fast' } }, { spec: {} }] },
    },
    pointers: ['claim-template-storage-class spec.volumeClaimTemplates[1].spec.storageClassName → StorageClass.storage.k8s.io fast'],
  },
];
