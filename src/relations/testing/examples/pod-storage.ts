import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';

const labels = { app: 'postgres' };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

export const podStorageExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      volumes: [
        { name: 'data', persistentVolumeClaim: { claimName: 'reports' } },
        { name: 'secrets', csi: { driver: 'secrets-store.csi.k8s.io' } },
        { name: 'scratch', ephemeral: { volumeClaimTemplate: { spec: { ...claim, storageClassName: 'fast' } } } },
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
      spec: {
        serviceName: 'postgres',
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'postgres', image: 'postgres:18' }] } },
        volumeClaimTemplates: [
          { metadata: { name: 'a' }, spec: { ...claim, storageClassName: '' } },
          { metadata: { name: 'b' }, spec: { ...claim, storageClassName: 'fast' } },
          { metadata: { name: 'c' }, spec: claim },
        ],
      },
    },
    pointers: ['claim-template-storage-class spec.volumeClaimTemplates[1].spec.storageClassName → StorageClass.storage.k8s.io fast'],
  },
];
