/** The drivers and Secrets of volumes: of a PersistentVolume, and of the volume that a VolumeAttachment spells out. */
import type { KindKey } from '../../kube/kind.ts';
import { csiDriver, endpoints, persistentVolume, secret, volumeAttachment } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { namedNodes } from './node-fields.ts';

const csiSecrets = ['controllerPublish', 'nodeStage', 'nodePublish', 'controllerExpand', 'nodeExpand'];

/** Volumes of drivers that were once built in; where they leave the namespace out, it is the claim's. */
const legacySecrets = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];

interface VolumeSpec {
  readonly from: KindKey;
  readonly path: string;
  readonly relation: string;
  readonly reverse: string;
}

const volumeSpecs: readonly VolumeSpec[] = [
  { from: persistentVolume, path: 'spec', relation: 'volume', reverse: 'persistentVolumes' },
  {
    from: volumeAttachment,
    path: 'spec.source.inlineVolumeSpec',
    relation: 'volume-attachment-inline-volume',
    reverse: 'volumeAttachments',
  },
];

export const volumeRules: readonly RelationRule[] = [
  ...volumeSpecs.flatMap(specRules),
  namedNodes('spec.nodeAffinity.required.nodeSelectorTerms', {
    relation: 'volume-named-node',
    from: persistentVolume,
    forward: { name: 'nodes' },
    reverse: { name: 'persistentVolumes' },
    source: 'core/v1 VolumeNodeAffinity.required',
  }),
];

function specRules({ from, path, relation, reverse }: VolumeSpec): RelationRule[] {
  const claimNamespace = `$.${path}.claimRef.namespace`;
  const toSecret = {
    relation: `${relation}-secret`,
    from,
    target: secret,
    forward: { name: 'secrets' },
    reverse: { name: reverse },
  } as const;
  return [
    {
      relation: `${relation}-csi-driver`,
      from,
      path: `${path}.csi.driver`,
      target: csiDriver,
      namespace: 'cluster',
      // A driver need not register a CSIDriver object.
      alwaysOptional: true,
      forward: { name: 'csiDriver', one: true },
      reverse: { name: reverse },
      source: 'core/v1 CSIPersistentVolumeSource.driver',
    },
    ...csiSecrets.map(
      (use): RelationRule => ({
        ...toSecret,
        path: `${path}.csi.${use}SecretRef.name`,
        namespace: { path: 'namespace' },
        source: `core/v1 CSIPersistentVolumeSource.${use}SecretRef`,
      }),
    ),
    {
      relation: `${relation}-endpoints`,
      from,
      path: `${path}.glusterfs.endpoints`,
      target: endpoints,
      namespace: { path: 'endpointsNamespace', default: claimNamespace },
      forward: { name: 'endpointsList' },
      reverse: { name: reverse },
      source: 'core/v1 GlusterfsPersistentVolumeSource.endpoints',
    },
    {
      ...toSecret,
      path: `${path}.azureFile.secretName`,
      namespace: { path: 'secretNamespace', default: claimNamespace },
      source: 'core/v1 AzureFilePersistentVolumeSource',
    },
    ...legacySecrets.map(
      (volume): RelationRule => ({
        ...toSecret,
        path: `${path}.${volume}.secretRef.name`,
        namespace: { path: 'namespace', default: claimNamespace },
        source: 'core/v1 PersistentVolumeSource',
      }),
    ),
  ];
}
