import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';

const labels = { app: 'postgres' };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };

/** The API asks that both say the same; a namespace may stand in the second alone. */
const snapshot = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'before' };
const sources = { dataSource: snapshot, dataSourceRef: snapshot };
const made = (template: string) => [
  `claim-template-storage-class ${template}.spec.storageClassName → StorageClass.storage.k8s.io fast`,
  `claim-template-volume-attributes-class ${template}.spec.volumeAttributesClassName → VolumeAttributesClass.storage.k8s.io gold`,
  `claim-template-data-source ${template}.spec.dataSource.name → VolumeSnapshot.snapshot.storage.k8s.io shop/before`,
  `claim-template-data-source ${template}.spec.dataSourceRef.name → VolumeSnapshot.snapshot.storage.k8s.io shop/before`,
];

export const podStorageExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      volumes: [
        { name: 'data', persistentVolumeClaim: { claimName: 'reports' } },
        { name: 'secrets', csi: { driver: 'secrets-store.csi.k8s.io' } },
        {
          name: 'scratch',
          ephemeral: {
            volumeClaimTemplate: { spec: { ...claim, storageClassName: 'fast', volumeAttributesClassName: 'gold', ...sources } },
          },
        },
        { name: 'files', glusterfs: { endpoints: 'gluster', path: 'files' } },
      ],
    },
    [
      'pod-persistent-volume-claim ~.volumes[0].persistentVolumeClaim.claimName → PersistentVolumeClaim shop/reports',
      'pod-csi-driver ~.volumes[1].csi.driver → CSIDriver.storage.k8s.io secrets-store.csi.k8s.io [optional]',
      ...made('~.volumes[2].ephemeral.volumeClaimTemplate'),
      'pod-endpoints ~.volumes[3].glusterfs.endpoints → Endpoints shop/gluster',
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
          { metadata: { name: 'd' }, spec: { ...claim, storageClassName: 'fast', volumeAttributesClassName: 'gold', ...sources } },
        ],
      },
    },
    pointers: [
      'claim-template-storage-class spec.volumeClaimTemplates[1].spec.storageClassName → StorageClass.storage.k8s.io fast',
      ...made('spec.volumeClaimTemplates[3]').map((pointer) => pointer.replace('shop/', 'data/')),
    ],
  },
];
