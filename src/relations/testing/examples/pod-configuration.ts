import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const container = (name: string): JsonObject => ({
  name,
  image: 'web:1',
  env: [
    { name: 'PLAIN', value: 'x' },
    { name: 'A', valueFrom: { configMapKeyRef: { name: `${name}-config`, key: 'a' } } },
    { name: 'B', valueFrom: { secretKeyRef: { name: `${name}-secret`, key: 'b', optional: true } } },
    { name: 'C', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ],
  envFrom: [
    { configMapRef: { name: 'all-config' } },
    { secretRef: { name: 'all-secret', optional: true } },
    { prefix: 'X_', configMapRef: { name: 'prefixed', optional: true } },
  ],
});

const containerPointers = (list: string, name: string): string[] => [
  `pod-config-map ~.${list}[0].env[1].valueFrom.configMapKeyRef.name → ConfigMap shop/${name}-config keys=a`,
  `pod-secret ~.${list}[0].env[2].valueFrom.secretKeyRef.name → Secret shop/${name}-secret [optional] keys=b`,
  `pod-config-map ~.${list}[0].envFrom[0].configMapRef.name → ConfigMap shop/all-config`,
  `pod-secret ~.${list}[0].envFrom[1].secretRef.name → Secret shop/all-secret [optional]`,
  `pod-config-map ~.${list}[0].envFrom[2].configMapRef.name → ConfigMap shop/prefixed [optional]`,
];

const volumes = [
  {
    name: 'config',
    configMap: {
      name: 'files',
      items: [
        { key: 'one', path: '1' },
        { key: 'two', path: '2' },
      ],
    },
  },
  { name: 'secret', secret: { secretName: 'tls', optional: true, items: [{ key: 'tls.crt', path: 'crt' }] } },
  {
    name: 'projected',
    projected: {
      sources: [
        { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
        { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
        { secret: { name: 'part', optional: false } },
        { configMap: { name: 'extra', optional: true } },
      ],
    },
  },
  { name: 'inline', csi: { driver: 'secrets-store.csi.k8s.io', nodePublishSecretRef: { name: 'store-creds' } } },
  { name: 'azure', azureFile: { secretName: 'azure', shareName: 's' } },
  { name: 'ceph', cephfs: { monitors: ['10.0.0.1'], secretRef: { name: 'ceph' } } },
  { name: 'cinder', cinder: { volumeID: 'v', secretRef: { name: 'cinder' } } },
  { name: 'flex', flexVolume: { driver: 'example.com/flex', secretRef: { name: 'flex' } } },
  {
    name: 'iscsi',
    iscsi: { targetPortal: '10.0.0.1', iqn: 'iqn.2026-01.com.example:x', lun: 0, chapAuthSession: true, secretRef: { name: 'iscsi' } },
  },
  { name: 'rbd', rbd: { monitors: ['10.0.0.1'], image: 'i', secretRef: { name: 'rbd' } } },
  { name: 'scaleio', scaleIO: { gateway: 'https://10.0.0.1', system: 's', volumeName: 'v', secretRef: { name: 'scaleio' } } },
  { name: 'storageos', storageos: { volumeName: 'v', secretRef: { name: 'storageos' } } },
  { name: 'scratch', emptyDir: {} },
];

export const podConfigurationExamples: readonly Example[] = inEveryPodSpec(
  {
    volumes,
    initContainers: [container('init')],
    containers: [container('main')],
    ephemeralContainers: [container('debug')],
    imagePullSecrets: [{ name: 'pull' }],
  },
  [
    'pod-config-map ~.volumes[0].configMap.name → ConfigMap shop/files keys=one,two',
    'pod-secret ~.volumes[1].secret.secretName → Secret shop/tls [optional] keys=tls.crt',
    'pod-config-map ~.volumes[2].projected.sources[1].configMap.name → ConfigMap shop/kube-root-ca.crt keys=ca.crt',
    'pod-secret ~.volumes[2].projected.sources[2].secret.name → Secret shop/part',
    'pod-config-map ~.volumes[2].projected.sources[3].configMap.name → ConfigMap shop/extra [optional]',
    'pod-secret ~.volumes[3].csi.nodePublishSecretRef.name → Secret shop/store-creds',
    'pod-secret ~.volumes[4].azureFile.secretName → Secret shop/azure',
    'pod-secret ~.volumes[5].cephfs.secretRef.name → Secret shop/ceph',
    'pod-secret ~.volumes[6].cinder.secretRef.name → Secret shop/cinder',
    'pod-secret ~.volumes[7].flexVolume.secretRef.name → Secret shop/flex',
    'pod-secret ~.volumes[8].iscsi.secretRef.name → Secret shop/iscsi',
    'pod-secret ~.volumes[9].rbd.secretRef.name → Secret shop/rbd',
    'pod-secret ~.volumes[10].scaleIO.secretRef.name → Secret shop/scaleio',
    'pod-secret ~.volumes[11].storageos.secretRef.name → Secret shop/storageos',
    ...containerPointers('initContainers', 'init'),
    ...containerPointers('containers', 'main'),
    ...containerPointers('ephemeralContainers', 'debug'),
    'pod-secret ~.imagePullSecrets[0].name → Secret shop/pull',
  ],
);
