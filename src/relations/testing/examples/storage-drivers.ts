import type { Example } from '../../../../test/support/relation-rules.ts';

/** The names of both parameters, and the Secret that they name. */
const uses = [
  ...[
    '',
    'provisioner-',
    'controller-publish-',
    'node-stage-',
    'node-publish-',
    'controller-expand-',
    'node-expand-',
    'controller-modify-',
  ].map((use) => ({
    name: `csi.storage.k8s.io/${use}secret-name`,
    namespace: `csi.storage.k8s.io/${use}secret-namespace`,
    secret: `${use}creds`,
  })),
  ...['Provisioner', 'ControllerPublish', 'NodeStage', 'NodePublish'].map((use) => ({
    name: `csi${use}SecretName`,
    namespace: `csi${use}SecretNamespace`,
    secret: `old-${use.toLowerCase()}`,
  })),
];
const placeholder = (name: string) => `\${${name}}`;
const storageClass = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' };

export const storageDriverExamples: readonly Example[] = [
  {
    object: {
      ...storageClass,
      metadata: { name: 'csi' },
      provisioner: 'ebs.csi.aws.com',
      parameters: Object.fromEntries(
        uses.flatMap(({ name, namespace, secret }) => [
          [name, secret],
          [namespace, 'storage'],
        ]),
      ),
    },
    pointers: [
      'storage-class-csi-driver provisioner → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      ...uses.map(({ name, secret }) => `storage-class-secret parameters['${name}'] → Secret storage/${secret}`),
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
          uses.flatMap(({ name, namespace }, index) => [
            [name, index === 0 ? 'creds' : `${placeholder('pvc.name')}-creds`],
            [namespace, index === 0 ? placeholder('pvc.namespace') : 'storage'],
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
      kind: 'VolumeAttributesClass',
      metadata: { name: 'gold' },
      driverName: 'ebs.csi.aws.com',
      parameters: { iops: '4000' },
    },
    pointers: ['volume-attributes-class-csi-driver driverName → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]'],
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
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'worker-a1' },
      status: {
        volumesAttached: [
          { name: 'kubernetes.io/csi/ebs.csi.aws.com^vol-1', devicePath: '' },
          { name: 'kubernetes.io/aws-ebs/vol-2', devicePath: '/dev/xvdb' },
        ],
        volumesInUse: ['kubernetes.io/csi/ebs.csi.aws.com^vol-1', 'kubernetes.io/aws-ebs/vol-2'],
      },
    },
    pointers: [
      'node-attached-driver status.volumesAttached[0].name → CSIDriver.storage.k8s.io ebs.csi.aws.com [weak]',
      'node-attached-driver status.volumesInUse[0] → CSIDriver.storage.k8s.io ebs.csi.aws.com [weak]',
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
