import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const provisioner = (word: string) => `volume.${word}kubernetes.io/storage-provisioner`;
const claim = (name: string, annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'data', annotations },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
const volume = (name: string, annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name, annotations },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' },
  },
});
const uses = ['provisioner-deletion', 'controller-modify'];

export const storageAnnotationExamples: readonly Example[] = [
  {
    object: claim('waiting', {
      'volume.kubernetes.io/selected-node': 'worker-a1',
      [provisioner('')]: 'ebs.csi.aws.com',
      [provisioner('beta.')]: 'ebs.csi.aws.com',
    }),
    pointers: [
      "claim-selected-node metadata.annotations['volume.kubernetes.io/selected-node'] → Node worker-a1 [weak]",
      "claim-provisioner metadata.annotations['volume.kubernetes.io/storage-provisioner'] → CSIDriver.storage.k8s.io ebs.csi.aws.com [weak]",
      "claim-provisioner metadata.annotations['volume.beta.kubernetes.io/storage-provisioner'] → CSIDriver.storage.k8s.io ebs.csi.aws.com [weak]",
    ],
  },
  { object: claim('local', { [provisioner('')]: 'rancher.io/local-path', [provisioner('beta.')]: 'rancher.io/local-path' }), pointers: [] },
  {
    object: volume(
      'made',
      Object.fromEntries(
        uses.flatMap((use) => [
          [`volume.kubernetes.io/${use}-secret-name`, use],
          [`volume.kubernetes.io/${use}-secret-namespace`, 'storage'],
        ]),
      ),
    ),
    pointers: uses.map((use) => `volume-secret metadata.annotations['volume.kubernetes.io/${use}-secret-name'] → Secret storage/${use}`),
  },
  {
    // As the provisioner writes it where there is none.
    object: volume(
      'made-without',
      Object.fromEntries(uses.flatMap((use) => ['name', 'namespace'].map((part) => [`volume.kubernetes.io/${use}-secret-${part}`, '']))),
    ),
    pointers: [],
  },
];
