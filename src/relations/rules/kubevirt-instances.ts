/** What an instance of a virtual machine is made of: its disks, credentials and networks; in whatever has the spec of one. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, image, persistentVolumeClaim, priorityClass, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { dataVolume, instance, instanceReplicaSet, pool, virtualMachine } from './kubevirt-kinds.ts';

const networkAttachmentDefinition: KindKey = { group: 'k8s.cni.cncf.io', kind: 'NetworkAttachmentDefinition' };

/** What has the spec of an instance, or a template of it. */
const instanceSpecs: readonly { readonly from: KindKey; readonly spec: string; readonly reverse: string }[] = [
  { from: instance, spec: 'spec', reverse: 'virtualMachineInstances' },
  { from: virtualMachine, spec: 'spec.template.spec', reverse: 'virtualMachines' },
  { from: instanceReplicaSet, spec: 'spec.template.spec', reverse: 'virtualMachineInstanceReplicaSets' },
  { from: pool, spec: 'spec.virtualMachineTemplate.spec.template.spec', reverse: 'virtualMachinePools' },
];

export const kubevirtInstanceRules: readonly RelationRule[] = instanceSpecs.flatMap(({ from, spec, reverse }): RelationRule[] => {
  const named = { from, namespace: 'source', reverse: { name: reverse } } as const;
  return [
    ...atPaths(
      ['persistentVolumeClaim.claimName', 'ephemeral.persistentVolumeClaim.claimName', 'memoryDump.claimName'].map(
        (volume) => `${spec}.volumes[].${volume}`,
      ),
      {
        ...named,
        relation: 'virtual-machine-claim',
        target: persistentVolumeClaim,
        forward: { name: 'persistentVolumeClaims' },
        source: 'kubevirt.io/v1 VolumeSource',
      },
    ),
    // A DataVolume that is done may be gone, and its claim, which comes only with it, goes on under the same name.
    {
      ...named,
      relation: 'virtual-machine-data-volume',
      path: `${spec}.volumes[].dataVolume.name`,
      target: dataVolume,
      alwaysOptional: true,
      forward: { name: 'dataVolumes' },
      source: 'kubevirt.io/v1 DataVolumeSource: the name of the DataVolume and of its claim',
    },
    {
      ...named,
      relation: 'virtual-machine-claim',
      path: `${spec}.volumes[].dataVolume.name`,
      target: persistentVolumeClaim,
      alwaysOptional: true,
      forward: { name: 'persistentVolumeClaims' },
      source: 'kubevirt.io/v1 DataVolumeSource: the name of the DataVolume and of its claim',
    },
    {
      ...named,
      relation: 'virtual-machine-config-map',
      path: `${spec}.volumes[].configMap.name`,
      target: configMap,
      optional: 'optional',
      forward: { name: 'configMaps' },
      source: 'kubevirt.io/v1 ConfigMapVolumeSource',
    },
    {
      ...named,
      relation: 'virtual-machine-config-map',
      path: `${spec}.volumes[].sysprep.configMap.name`,
      target: configMap,
      forward: { name: 'configMaps' },
      source: 'kubevirt.io/v1 SysprepSource',
    },
    {
      ...named,
      relation: 'virtual-machine-secret',
      path: `${spec}.volumes[].secret.secretName`,
      target: secret,
      optional: 'optional',
      forward: { name: 'secrets' },
      source: 'kubevirt.io/v1 SecretVolumeSource',
    },
    ...atPaths(
      [
        ...['cloudInitNoCloud', 'cloudInitConfigDrive'].flatMap((kind) => [
          `volumes[].${kind}.secretRef.name`,
          `volumes[].${kind}.networkDataSecretRef.name`,
        ]),
        'volumes[].sysprep.secret.name',
        'volumes[].containerDisk.imagePullSecret',
        'domain.firmware.kernelBoot.container.imagePullSecret',
        'accessCredentials[].sshPublicKey.source.secret.secretName',
        'accessCredentials[].userPassword.source.secret.secretName',
      ].map((path) => `${spec}.${path}`),
      {
        ...named,
        relation: 'virtual-machine-secret',
        target: secret,
        forward: { name: 'secrets' },
        source: 'kubevirt.io/v1 VolumeSource, AccessCredential, KernelBootContainer',
      },
    ),
    {
      ...named,
      relation: 'virtual-machine-service-account',
      path: `${spec}.volumes[].serviceAccount.serviceAccountName`,
      target: serviceAccount,
      forward: { name: 'serviceAccounts' },
      source: 'kubevirt.io/v1 ServiceAccountVolumeSource',
    },
    ...atPaths([`${spec}.volumes[].containerDisk.image`, `${spec}.domain.firmware.kernelBoot.container.image`], {
      relation: 'virtual-machine-image',
      from,
      target: image,
      namespace: 'cluster',
      source: 'kubevirt.io/v1 ContainerDiskSource, KernelBootContainer',
    }),
    {
      ...named,
      relation: 'virtual-machine-network',
      path: `${spec}.networks[].multus.networkName`,
      pattern: '(?:(?<namespace>[^/]+)/)?(?<name>[^/]+)',
      target: networkAttachmentDefinition,
      forward: { name: 'networkAttachmentDefinitions' },
      source: 'kubevirt.io/v1 MultusNetwork.networkName: `name` or `namespace/name`',
    },
    {
      ...named,
      relation: 'virtual-machine-priority-class',
      path: `${spec}.priorityClassName`,
      target: priorityClass,
      namespace: 'cluster',
      forward: { name: 'priorityClass', one: true },
      source: 'kubevirt.io/v1 VirtualMachineInstanceSpec.priorityClassName',
    },
  ];
});
