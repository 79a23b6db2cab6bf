import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const machine = (name: string, more: JsonObject): JsonObject => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name, namespace: 'shop' },
  spec: { runStrategy: 'Always', template: { spec: { domain: { devices: {} } } }, ...more },
});

const pool = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'pool.kubevirt.io/v1beta1',
  kind: 'VirtualMachinePool',
  metadata: { name, namespace: 'shop' },
  spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, virtualMachineTemplate: { spec } },
});

const flavoured = {
  instancetype: { name: 'u1.small', revisionName: 'web-u1.small-1' },
  preference: { name: 'fedora', revisionName: 'web-fedora-1' },
  dataVolumeTemplates: [{ metadata: { name: 'root' }, spec: { storage: {} } }],
};
const flavours = (spec: string): string[] => [
  `virtual-machine-instancetype ${spec}.instancetype.name → VirtualMachineClusterInstancetype.instancetype.kubevirt.io u1.small`,
  `virtual-machine-revision ${spec}.instancetype.revisionName → ControllerRevision.apps shop/web-u1.small-1`,
  `virtual-machine-preference ${spec}.preference.name → VirtualMachineClusterPreference.instancetype.kubevirt.io fedora`,
  `virtual-machine-revision ${spec}.preference.revisionName → ControllerRevision.apps shop/web-fedora-1`,
  `virtual-machine-data-volume ${spec}.dataVolumeTemplates[0].metadata.name → DataVolume.cdi.kubevirt.io shop/root [optional]`,
];

const ownFlavours = {
  instancetype: { name: 'small', kind: 'virtualmachineinstancetype' },
  preference: { name: 'fedora', kind: 'VirtualMachinePreference' },
};
const owned = (spec: string): string[] => [
  `virtual-machine-instancetype ${spec}.instancetype.name → VirtualMachineInstancetype.instancetype.kubevirt.io shop/small`,
  `virtual-machine-preference ${spec}.preference.name → VirtualMachinePreference.instancetype.kubevirt.io shop/fedora`,
];
const otherFlavours = { instancetype: { name: 'small', kind: 'Other' }, preference: { name: 'fedora', kind: 'Other' } };

export const kubevirtExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstance',
      metadata: { name: 'running', namespace: 'shop' },
      spec: { domain: { devices: {} } },
      status: { nodeName: 'worker-a1', activePods: { '6f1c': 'worker-a1' } },
    },
    pointers: ['virtual-machine-instance-node status.nodeName → Node worker-a1 [weak]'],
  },
  { object: machine('flavoured', flavoured), pointers: flavours('spec') },
  { object: machine('of-its-namespace', ownFlavours), pointers: owned('spec') },
  { object: machine('of-other-kinds', otherFlavours), pointers: [] },
  { object: pool('flavoured', flavoured), pointers: flavours('spec.virtualMachineTemplate.spec') },
  { object: pool('of-its-namespace', ownFlavours), pointers: owned('spec.virtualMachineTemplate.spec') },
  { object: pool('of-other-kinds', otherFlavours), pointers: [] },
  {
    object: {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachineInstanceMigration',
      metadata: { name: 'move-web', namespace: 'shop' },
      spec: { vmiName: 'web' },
      status: { migrationState: { sourceNode: 'worker-a1', targetNode: 'worker-a2' } },
    },
    pointers: [
      'migration-instance spec.vmiName → VirtualMachineInstance.kubevirt.io shop/web',
      'migration-node status.migrationState.sourceNode → Node worker-a1 [weak]',
      'migration-node status.migrationState.targetNode → Node worker-a2 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'snapshot.kubevirt.io/v1beta1',
      kind: 'VirtualMachineSnapshot',
      metadata: { name: 'web-1', namespace: 'shop' },
      spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' } },
      status: { virtualMachineSnapshotContentName: 'content-1' },
    },
    pointers: [
      'virtual-machine-snapshot-source spec.source.name → VirtualMachine.kubevirt.io shop/web',
      'virtual-machine-snapshot-content status.virtualMachineSnapshotContentName → VirtualMachineSnapshotContent.snapshot.kubevirt.io shop/content-1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'snapshot.kubevirt.io/v1beta1',
      kind: 'VirtualMachineRestore',
      metadata: { name: 'web-1', namespace: 'shop' },
      spec: { target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web' }, virtualMachineSnapshotName: 'web-1' },
    },
    pointers: [
      'virtual-machine-restore-target spec.target.name → VirtualMachine.kubevirt.io shop/web',
      'virtual-machine-restore-snapshot spec.virtualMachineSnapshotName → VirtualMachineSnapshot.snapshot.kubevirt.io shop/web-1',
    ],
  },
  bare('kubevirt.io/v1', 'VirtualMachine', 'shop'),
  bare('kubevirt.io/v1', 'VirtualMachineInstance', 'shop'),
];
