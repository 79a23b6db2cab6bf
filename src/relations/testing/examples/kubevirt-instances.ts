import type { Example } from '../../../../test/support/example.ts';
import { bare } from '../bare.ts';

const instanceSpec = {
  priorityClassName: 'high',
  domain: {
    devices: {},
    firmware: { kernelBoot: { container: { image: 'boot:1', imagePullSecret: 'boot-pull', kernelPath: '/vmlinuz' } } },
  },
  volumes: [
    { name: 'claim', persistentVolumeClaim: { claimName: 'disk' } },
    { name: 'scratch', ephemeral: { persistentVolumeClaim: { claimName: 'base' } } },
    { name: 'dump', memoryDump: { claimName: 'dumps' } },
    { name: 'root', dataVolume: { name: 'root' } },
    { name: 'settings', configMap: { name: 'settings', optional: true } },
    { name: 'unattended', sysprep: { configMap: { name: 'sysprep' } } },
    { name: 'keys', secret: { secretName: 'keys', optional: true } },
    { name: 'init', cloudInitNoCloud: { secretRef: { name: 'user-data' }, networkDataSecretRef: { name: 'network-data' } } },
    {
      name: 'drive',
      cloudInitConfigDrive: { secretRef: { name: 'drive-user-data' }, networkDataSecretRef: { name: 'drive-network-data' } },
    },
    { name: 'windows', sysprep: { secret: { name: 'sysprep' } } },
    { name: 'image', containerDisk: { image: 'fedora:42', imagePullSecret: 'pull' } },
    { name: 'account', serviceAccount: { serviceAccountName: 'web' } },
    { name: 'empty', emptyDisk: { capacity: '1Gi' } },
  ],
  networks: [
    { name: 'default', pod: {} },
    { name: 'own', multus: { networkName: 'vlan-10' } },
    { name: 'other', multus: { networkName: 'networks/vlan-20' } },
    { name: 'misspelt', multus: { networkName: 'a/b/c' } },
  ],
  accessCredentials: [
    { sshPublicKey: { source: { secret: { secretName: 'ssh' } }, propagationMethod: { noCloud: {} } } },
    { userPassword: { source: { secret: { secretName: 'passwords' } }, propagationMethod: { qemuGuestAgent: {} } } },
  ],
};

const pointers = (spec: string): string[] =>
  [
    'virtual-machine-claim volumes[0].persistentVolumeClaim.claimName → PersistentVolumeClaim shop/disk',
    'virtual-machine-claim volumes[1].ephemeral.persistentVolumeClaim.claimName → PersistentVolumeClaim shop/base',
    'virtual-machine-claim volumes[2].memoryDump.claimName → PersistentVolumeClaim shop/dumps',
    'virtual-machine-data-volume volumes[3].dataVolume.name → DataVolume.cdi.kubevirt.io shop/root [optional]',
    'virtual-machine-claim volumes[3].dataVolume.name → PersistentVolumeClaim shop/root [optional]',
    'virtual-machine-config-map volumes[4].configMap.name → ConfigMap shop/settings [optional]',
    'virtual-machine-config-map volumes[5].sysprep.configMap.name → ConfigMap shop/sysprep',
    'virtual-machine-secret volumes[6].secret.secretName → Secret shop/keys [optional]',
    'virtual-machine-secret volumes[7].cloudInitNoCloud.secretRef.name → Secret shop/user-data',
    'virtual-machine-secret volumes[7].cloudInitNoCloud.networkDataSecretRef.name → Secret shop/network-data',
    'virtual-machine-secret volumes[8].cloudInitConfigDrive.secretRef.name → Secret shop/drive-user-data',
    'virtual-machine-secret volumes[8].cloudInitConfigDrive.networkDataSecretRef.name → Secret shop/drive-network-data',
    'virtual-machine-secret volumes[9].sysprep.secret.name → Secret shop/sysprep',
    'virtual-machine-secret volumes[10].containerDisk.imagePullSecret → Secret shop/pull',
    'virtual-machine-image volumes[10].containerDisk.image → Image.external fedora:42',
    'virtual-machine-service-account volumes[11].serviceAccount.serviceAccountName → ServiceAccount shop/web',
    'virtual-machine-secret domain.firmware.kernelBoot.container.imagePullSecret → Secret shop/boot-pull',
    'virtual-machine-image domain.firmware.kernelBoot.container.image → Image.external boot:1',
    'virtual-machine-secret accessCredentials[0].sshPublicKey.source.secret.secretName → Secret shop/ssh',
    'virtual-machine-secret accessCredentials[1].userPassword.source.secret.secretName → Secret shop/passwords',
    'virtual-machine-network networks[1].multus.networkName → NetworkAttachmentDefinition.k8s.cni.cncf.io shop/vlan-10',
    'virtual-machine-network networks[2].multus.networkName → NetworkAttachmentDefinition.k8s.cni.cncf.io networks/vlan-20',
    'virtual-machine-priority-class priorityClassName → PriorityClass.scheduling.k8s.io high',
  ].map((pointer) => pointer.replace(' ', ` ${spec}.`));

export const kubevirtInstanceExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstance',
      metadata: { name: 'web', namespace: 'shop' },
      spec: instanceSpec,
    },
    pointers: pointers('spec'),
  },
  {
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstanceReplicaSet',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template: { spec: instanceSpec } },
    },
    pointers: pointers('spec.template.spec'),
  },
  {
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { runStrategy: 'Always', template: { spec: instanceSpec } },
    },
    pointers: pointers('spec.template.spec'),
  },
  {
    object: {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        virtualMachineTemplate: { spec: { template: { spec: instanceSpec } } },
      },
    },
    pointers: pointers('spec.virtualMachineTemplate.spec.template.spec'),
  },
  bare('kubevirt.io/v1', 'VirtualMachineInstance', 'shop'),
];
