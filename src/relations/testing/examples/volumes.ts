import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const secretRef = (name: string) => ({ secretRef: { name, namespace: 'storage' } });

/** No volume has all of these; what matters is that each is found. */
const volumeSpec: JsonObject = {
  claimRef: { namespace: 'data', name: 'bound' },
  csi: {
    driver: 'ebs.csi.aws.com',
    controllerPublishSecretRef: { name: 'controller-publish', namespace: 'storage' },
    nodeStageSecretRef: { name: 'node-stage', namespace: 'storage' },
    nodePublishSecretRef: { name: 'node-publish', namespace: 'storage' },
    controllerExpandSecretRef: { name: 'controller-expand', namespace: 'storage' },
    nodeExpandSecretRef: { name: 'node-expand', namespace: 'storage' },
  },
  azureFile: { secretName: 'azure', secretNamespace: 'storage' },
  cephfs: secretRef('cephfs'),
  cinder: secretRef('cinder'),
  flexVolume: secretRef('flex'),
  iscsi: secretRef('iscsi'),
  rbd: secretRef('rbd'),
  scaleIO: secretRef('scaleio'),
  storageos: { secretRef: { name: 'storageos' } },
};

const pointers = (relation: string, at: string): string[] => [
  `${relation}-csi-driver ${at}.csi.driver → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]`,
  `${relation}-secret ${at}.csi.controllerPublishSecretRef.name → Secret storage/controller-publish`,
  `${relation}-secret ${at}.csi.nodeStageSecretRef.name → Secret storage/node-stage`,
  `${relation}-secret ${at}.csi.nodePublishSecretRef.name → Secret storage/node-publish`,
  `${relation}-secret ${at}.csi.controllerExpandSecretRef.name → Secret storage/controller-expand`,
  `${relation}-secret ${at}.csi.nodeExpandSecretRef.name → Secret storage/node-expand`,
  `${relation}-secret ${at}.azureFile.secretName → Secret storage/azure`,
  `${relation}-secret ${at}.cephfs.secretRef.name → Secret storage/cephfs`,
  `${relation}-secret ${at}.cinder.secretRef.name → Secret storage/cinder`,
  `${relation}-secret ${at}.flexVolume.secretRef.name → Secret storage/flex`,
  `${relation}-secret ${at}.iscsi.secretRef.name → Secret storage/iscsi`,
  `${relation}-secret ${at}.rbd.secretRef.name → Secret storage/rbd`,
  `${relation}-secret ${at}.scaleIO.secretRef.name → Secret storage/scaleio`,
  // The claim's namespace, where none is written.
  `${relation}-secret ${at}.storageos.secretRef.name → Secret data/storageos`,
];

export const volumeExamples: readonly Example[] = [
  {
    object: { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: volumeSpec },
    pointers: pointers('volume', 'spec'),
  },
  {
    object: {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'VolumeAttachment',
      metadata: { name: 'inline' },
      spec: { source: { inlineVolumeSpec: volumeSpec } },
    },
    pointers: pointers('volume-attachment-inline-volume', 'spec.source.inlineVolumeSpec'),
  },
  {
    // A Secret without a namespace is none: a volume has no namespace of its own.
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'unclaimed' },
      spec: { csi: { nodeStageSecretRef: { name: 'x' } }, rbd: { secretRef: { name: 'y' } } },
    },
    pointers: [],
  },
];
