/** Storage classes, drivers, and what is attached where. */
import {
  csiDriver,
  csiNode,
  csiStorageCapacity,
  node,
  persistentVolume,
  secret,
  storageClass,
  volumeAttachment,
  volumeAttributesClass,
} from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

/** A StorageClass's parameters name Secrets as `csi.storage.k8s.io/<use>-secret-name` and `…-namespace`; that without a use is for all that have none. */
const secretUses = [
  '',
  'provisioner-',
  'controller-publish-',
  'node-stage-',
  'node-publish-',
  'controller-expand-',
  'node-expand-',
  'controller-modify-',
].map((use) => ({ name: `csi.storage.k8s.io/${use}secret-name`, namespace: `csi.storage.k8s.io/${use}secret-namespace` }));

/** The words of old, which the provisioner still reads. */
const deprecatedSecrets = ['Provisioner', 'ControllerPublish', 'NodeStage', 'NodePublish'].map((use) => ({
  name: `csi${use}SecretName`,
  namespace: `csi${use}SecretNamespace`,
}));

export const storageDriverRules: readonly RelationRule[] = [
  {
    relation: 'storage-class-csi-driver',
    from: storageClass,
    path: 'provisioner',
    target: csiDriver,
    namespace: 'cluster',
    // Built-in and other external provisioners (kubernetes.io/…, rancher.io/…) are no CSI drivers: a driver's name holds no slash.
    when: [{ path: 'provisioner', without: '/' }],
    alwaysOptional: true,
    forward: { name: 'csiDriver', one: true },
    reverse: { name: 'storageClasses' },
    source: 'storage/v1 StorageClass.provisioner',
  },
  ...[...secretUses, ...deprecatedSecrets].map(
    ({ name, namespace }): RelationRule => ({
      relation: 'storage-class-secret',
      from: storageClass,
      path: `parameters['${name}']`,
      target: secret,
      namespace: { path: `['${namespace}']` },
      // Names may be templates over the claim: ${pvc.name}.
      when: [
        { path: `['${name}']`, without: '$' },
        { path: `['${namespace}']`, without: '$' },
      ],
      forward: { name: 'secrets' },
      reverse: { name: 'storageClasses' },
      source: 'kubernetes-csi external-provisioner: secrets and credentials in StorageClass parameters',
    }),
  ),
  {
    relation: 'volume-attributes-class-csi-driver',
    from: volumeAttributesClass,
    path: 'driverName',
    target: csiDriver,
    namespace: 'cluster',
    alwaysOptional: true,
    forward: { name: 'csiDriver', one: true },
    reverse: { name: 'volumeAttributesClasses' },
    source: 'storage/v1 VolumeAttributesClass.driverName',
  },
  {
    relation: 'volume-attachment-csi-driver',
    from: volumeAttachment,
    path: 'spec.attacher',
    target: csiDriver,
    namespace: 'cluster',
    alwaysOptional: true,
    forward: { name: 'csiDriver', one: true },
    reverse: { name: 'volumeAttachments' },
    source: 'storage/v1 VolumeAttachmentSpec.attacher',
  },
  {
    relation: 'volume-attachment-node',
    from: volumeAttachment,
    path: 'spec.nodeName',
    target: node,
    namespace: 'cluster',
    forward: { name: 'node', one: true },
    reverse: { name: 'volumeAttachments' },
    source: 'storage/v1 VolumeAttachmentSpec.nodeName',
  },
  {
    relation: 'volume-attachment-volume',
    from: volumeAttachment,
    path: 'spec.source.persistentVolumeName',
    target: persistentVolume,
    namespace: 'cluster',
    forward: { name: 'persistentVolume', one: true },
    reverse: { name: 'volumeAttachments' },
    source: 'storage/v1 VolumeAttachmentSource.persistentVolumeName',
  },
  ...['status.volumesAttached[].name', 'status.volumesInUse[]'].map(
    (path): RelationRule => ({
      relation: 'node-attached-driver',
      from: node,
      path,
      pattern: 'kubernetes\\.io/csi/(?<name>[^^]+)\\^.*',
      target: csiDriver,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'attachedDrivers' },
      reverse: { name: 'attachedToNodes' },
      source: 'kubernetes pkg/volume/csi GetVolumeName: `kubernetes.io/csi/<driver>^<handle>`',
    }),
  ),
  {
    relation: 'csi-node-csi-driver',
    from: csiNode,
    path: 'spec.drivers[].name',
    target: csiDriver,
    namespace: 'cluster',
    alwaysOptional: true,
    forward: { name: 'csiDrivers' },
    reverse: { name: 'csiNodes' },
    source: 'storage/v1 CSINodeDriver.name',
  },
  {
    relation: 'csi-node-node',
    from: csiNode,
    path: 'metadata.name',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'csiNode', one: true },
    source: 'storage/v1 CSINode: metadata.name must be the Kubernetes node name',
  },
  {
    relation: 'csi-storage-capacity-storage-class',
    from: csiStorageCapacity,
    path: 'storageClassName',
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClass', one: true },
    reverse: { name: 'csiStorageCapacities' },
    source: 'storage/v1 CSIStorageCapacity.storageClassName',
  },
];
