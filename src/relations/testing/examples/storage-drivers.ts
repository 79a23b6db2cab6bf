import type { Example } from '../../../../test/support/relation-rules.ts';

const uses = ['provisioner', 'controller-publish', 'node-stage', 'node-publish', 'controller-expand', 'node-expand'];
const placeholder = (name: string) => `\${${name}}`;
const storageClass = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' };

export const storageDriverExamples: readonly Example[] = [
  {
    object: {
      ...storageClass,
      metadata: { name: 'csi' },
      provisioner: 'ebs.csi.aws.com',
      parameters: Object.fromEntries(
        uses.flatMap((use) => [
          [`csi.storage.k8s.io/${use}-secret-name`, use],
          [`csi.storage.k8s.io/${use}-secret-namespace`, 'storage'],
        ]),
      ),
    },
    pointers: [
      'storage-class-csi-driver provisioner → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      ...uses.map((use) => `storage-class-secret parameters['csi.storage.k8s.io/${use}-secret-name'] → Secret storage/${use}`),
    ],
  },
  ...['kubernetes.io/no-provisioner', 'rancher.io/local-path'].map((provisioner) => ({
    object: { ...storageClass, metadata: { name: provisioner.replace('/', '-') }, provisioner },
    pointers: [],
  })),
  {
    object: {
      ...storageClass,
      metadata: { name: 'templates' },
      provisioner: 'kubernetes.io/no-provisioner',
      parameters: {
        ...Object.fromEntries(
          uses.flatMap((use) => [
            [`csi.storage.k8s.io/${use}-secret-name`, use === 'node-stage' ? 'creds' : `${placeholder('pvc.name')}-creds`],
            [`csi.storage.k8s.io/${use}-secret-namespace`, use === 'node-stage' ? placeholder('pvc.namespace') : 'storage'],
          ]),
        ),
      },
    },
    pointers: [],
  },
  {
    object: {
      ...storageClass,
      metadata: { name: 'without-namespace' },
      provisioner: 'kubernetes.io/no-provisioner',
      parameters: { 'csi.storage.k8s.io/node-publish-secret-name': 'x' },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttachment',
      metadata: { name: 'csi-1' },
      spec: { attacher: 'ebs.csi.aws.com', nodeName: 'worker-a1', source: { persistentVolumeName: 'pv-1' } },
    },
    pointers: [
      'volume-attachment-csi-driver spec.attacher → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      'volume-attachment-node spec.nodeName → Node worker-a1',
      'volume-attachment-volume spec.source.persistentVolumeName → PersistentVolume pv-1',
    ],
  },
  {
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSINode',
      metadata: { name: 'worker-a1' },
      spec: { drivers: [{ name: 'ebs.csi.aws.com', nodeID: 'i-1' }] },
    },
    pointers: [
      'csi-node-csi-driver spec.drivers[0].name → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      'csi-node-node metadata.name → Node worker-a1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIStorageCapacity',
      metadata: { name: 'c', namespace: 'storage' },
      storageClassName: 'csi',
    },
    pointers: ['csi-storage-capacity-storage-class storageClassName → StorageClass.storage.k8s.io csi'],
  },
];
