import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const csiRefs = ['controllerPublish', 'nodeStage', 'nodePublish', 'controllerExpand', 'nodeExpand'];
const csiNames = ['controller-publish', 'node-stage', 'node-publish', 'controller-expand', 'node-expand'];

/** Each kind of volume that names a Secret: its source, and what it points at below `~`; `%` stands for the relation's first words. */
const sources: readonly { readonly type: string; readonly source: JsonObject; readonly pointers: readonly string[] }[] = [
  {
    type: 'csi',
    source: {
      driver: 'ebs.csi.aws.com',
      volumeHandle: 'vol-1',
      ...Object.fromEntries(csiRefs.map((ref, index) => [`${ref}SecretRef`, { name: csiNames[index] ?? '', namespace: 'storage' }])),
    },
    pointers: [
      '%-csi-driver ~.csi.driver → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      ...csiRefs.map((ref, index) => `%-secret ~.csi.${ref}SecretRef.name → Secret storage/${csiNames[index]}`),
    ],
  },
  {
    type: 'azureFile',
    source: { shareName: 's', secretName: 'azure', secretNamespace: 'storage' },
    pointers: ['%-secret ~.azureFile.secretName → Secret storage/azure'],
  },
  {
    type: 'glusterfs',
    source: { endpoints: 'gluster', endpointsNamespace: 'storage', path: 'v' },
    pointers: ['%-endpoints ~.glusterfs.endpoints → Endpoints storage/gluster'],
  },
  ofRef('cephfs', { monitors: ['10.0.0.1'] }),
  ofRef('cinder', { volumeID: 'v' }),
  ofRef('flexVolume', { driver: 'example.com/flex' }),
  ofRef('iscsi', { targetPortal: '10.0.0.1', iqn: 'iqn.2026-01.com.example:x', lun: 0, chapAuthSession: true }),
  ofRef('rbd', { monitors: ['10.0.0.1'], image: 'i' }),
  ofRef('scaleIO', { gateway: 'https://10.0.0.1', system: 's', volumeName: 'v' }),
  {
    type: 'storageos',
    source: { volumeName: 'v', secretRef: { name: 'storageos', namespace: 'storage' } },
    pointers: ['%-secret ~.storageos.secretRef.name → Secret storage/storageos'],
  },
];

function ofRef(type: string, source: JsonObject) {
  const secretRef = { name: type.toLowerCase(), namespace: 'storage' };
  return { type, source: { ...source, secretRef }, pointers: [`%-secret ~.${type}.secretRef.name → Secret storage/${secretRef.name}`] };
}

const accessModes = ['ReadWriteOnce'];
const volume: JsonObject = { accessModes, capacity: { storage: '1Gi' } };
const claimRef = { namespace: 'data', name: 'bound' };

export const volumeExamples: readonly Example[] = [
  ...sources.flatMap(({ type, source, pointers }): Example[] => {
    const shown = (relation: string, at: string) => pointers.map((pointer) => pointer.replace('%', () => relation).replace('~', () => at));
    const spec = { ...volume, claimRef, [type]: source };
    const name = type.toLowerCase();
    return [
      { object: { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec }, pointers: shown('volume', 'spec') },
      {
        object: {
          apiVersion: 'storage.k8s.io/v1',
          kind: 'VolumeAttachment',
          metadata: { name },
          spec: { attacher: 'ebs.csi.aws.com', nodeName: 'worker-a1', source: { inlineVolumeSpec: { accessModes, [type]: source } } },
        },
        pointers: shown('volume-attachment-inline-volume', 'spec.source.inlineVolumeSpec'),
      },
    ];
  }),
  {
    object: { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'local' }, spec: { ...volume, hostPath: { path: '/data' } } },
    pointers: [],
  },
  {
    // The claim's namespace, where none is written.
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'of-the-claim' },
      spec: { ...volume, claimRef, storageos: { volumeName: 'v', secretRef: { name: 'storageos' } } },
    },
    pointers: ['volume-secret spec.storageos.secretRef.name → Secret data/storageos'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'endpoints-of-the-claim' },
      spec: { ...volume, claimRef, glusterfs: { endpoints: 'gluster', path: 'v' } },
    },
    pointers: ['volume-endpoints spec.glusterfs.endpoints → Endpoints data/gluster'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'on-a-node' },
      spec: {
        ...volume,
        local: { path: '/data' },
        nodeAffinity: {
          required: {
            nodeSelectorTerms: [
              { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-a1'] }] },
              { matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['worker-a2'] }] },
            ],
          },
        },
      },
    },
    pointers: ['volume-named-node spec.nodeAffinity.required.nodeSelectorTerms[0].matchFields[0].values[0] → Node worker-a1'],
  },
  {
    // A Secret without a namespace is none: a volume has no namespace of its own.
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'unclaimed' },
      spec: { ...volume, rbd: { monitors: ['10.0.0.1'], image: 'i', secretRef: { name: 'y' } } },
    },
    pointers: [],
  },
];
