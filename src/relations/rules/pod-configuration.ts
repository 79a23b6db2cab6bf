/** ConfigMaps and Secrets that a pod's spec names, by every way; on Pods and on every workload template. */
import { configMap, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const containerLists = ['initContainers', 'containers', 'ephemeralContainers'];

/** Volumes of drivers that were once built in: each names its Secret in its own way. */
const legacySecretVolumes = [
  'azureFile.secretName',
  'cephfs.secretRef.name',
  'cinder.secretRef.name',
  'flexVolume.secretRef.name',
  'iscsi.secretRef.name',
  'rbd.secretRef.name',
  'scaleIO.secretRef.name',
  'storageos.secretRef.name',
];

const toConfigMap = {
  relation: 'pod-config-map',
  from: 'PodSpec',
  target: configMap,
  namespace: 'source',
  forward: { name: 'configMaps' },
  reverse: { name: 'pods', workloads: 'workloads' },
} as const;

const toSecret = {
  relation: 'pod-secret',
  from: 'PodSpec',
  target: secret,
  namespace: 'source',
  forward: { name: 'secrets' },
  reverse: { name: 'pods', workloads: 'workloads' },
} as const;

export const podConfigurationRules: readonly RelationRule[] = [
  {
    ...toConfigMap,
    path: 'volumes[].configMap.name',
    optional: 'optional',
    keys: ['items[].key'],
    source: 'core/v1 ConfigMapVolumeSource',
  },
  {
    ...toConfigMap,
    path: 'volumes[].projected.sources[].configMap.name',
    optional: 'optional',
    keys: ['items[].key'],
    source: 'core/v1 ConfigMapProjection',
  },
  ...containerLists.flatMap((list): RelationRule[] => [
    {
      ...toConfigMap,
      path: `${list}[].env[].valueFrom.configMapKeyRef.name`,
      optional: 'optional',
      keys: ['key'],
      source: 'core/v1 ConfigMapKeySelector',
    },
    { ...toConfigMap, path: `${list}[].envFrom[].configMapRef.name`, optional: 'optional', source: 'core/v1 ConfigMapEnvSource' },
    {
      ...toSecret,
      path: `${list}[].env[].valueFrom.secretKeyRef.name`,
      optional: 'optional',
      keys: ['key'],
      source: 'core/v1 SecretKeySelector',
    },
    { ...toSecret, path: `${list}[].envFrom[].secretRef.name`, optional: 'optional', source: 'core/v1 SecretEnvSource' },
  ]),
  { ...toSecret, path: 'volumes[].secret.secretName', optional: 'optional', keys: ['items[].key'], source: 'core/v1 SecretVolumeSource' },
  {
    ...toSecret,
    path: 'volumes[].projected.sources[].secret.name',
    optional: 'optional',
    keys: ['items[].key'],
    source: 'core/v1 SecretProjection',
  },
  { ...toSecret, path: 'imagePullSecrets[].name', source: 'core/v1 PodSpec.imagePullSecrets' },
  { ...toSecret, path: 'volumes[].csi.nodePublishSecretRef.name', source: 'core/v1 CSIVolumeSource.nodePublishSecretRef' },
  ...legacySecretVolumes.map((path): RelationRule => ({ ...toSecret, path: `volumes[].${path}`, source: 'core/v1 VolumeSource' })),
];
