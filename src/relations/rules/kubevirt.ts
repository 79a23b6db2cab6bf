/** KubeVirt: virtual machines, their flavours, snapshots and migrations, and where they run. Pods belong to instances, and those to machines, by owner. */
import type { KindKey } from '../../kube/kind.ts';
import { controllerRevision, node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { dataVolume, instance, migration, pool, virtualMachine } from './kubevirt-kinds.ts';

const snapshots = (kind: string): KindKey => ({ group: 'snapshot.kubevirt.io', kind });
const snapshot = snapshots('VirtualMachineSnapshot');
const snapshotContent = snapshots('VirtualMachineSnapshotContent');
const restore = snapshots('VirtualMachineRestore');

/** The API takes the kind in any spelling, and writes the lower-case one where none is said: that of the cluster. */
const flavours = ['Instancetype', 'Preference'].flatMap((flavour) => {
  const spellings = (kind: string): string[] => [kind, kind.toLowerCase(), `${kind.toLowerCase()}s`];
  const field = flavour.toLowerCase();
  return [
    { kind: `VirtualMachineCluster${flavour}`, field, in: [...spellings(`VirtualMachineCluster${flavour}`), ''], scope: 'cluster' },
    { kind: `VirtualMachine${flavour}`, field, in: spellings(`VirtualMachine${flavour}`), scope: 'source' },
  ] as const;
});

const flavourRules: readonly RelationRule[] = [
  { from: virtualMachine, spec: 'spec', reverse: 'virtualMachines' },
  { from: pool, spec: 'spec.virtualMachineTemplate.spec', reverse: 'virtualMachinePools' },
].flatMap(({ from, spec, reverse }) => [
  ...flavours.map(
    (flavour): RelationRule => ({
      relation: `virtual-machine-${flavour.field}`,
      from,
      path: `${spec}.${flavour.field}.name`,
      target: { group: 'instancetype.kubevirt.io', kind: flavour.kind },
      namespace: flavour.scope,
      when: [{ path: 'kind', in: flavour.in }],
      forward: { name: flavour.field, one: true },
      reverse: { name: reverse },
      source: 'kubevirt.io/v1 InstancetypeMatcher, PreferenceMatcher',
    }),
  ),
  ...atPaths([`${spec}.instancetype.revisionName`, `${spec}.preference.revisionName`], {
    relation: 'virtual-machine-revision',
    from,
    target: controllerRevision,
    namespace: 'source',
    forward: { name: 'controllerRevisions' },
    reverse: { name: reverse },
    source: 'kubevirt.io/v1 InstancetypeMatcher.revisionName: the copy that is used',
  }),
  {
    relation: 'virtual-machine-data-volume',
    from,
    path: `${spec}.dataVolumeTemplates[].metadata.name`,
    target: dataVolume,
    namespace: 'source',
    alwaysOptional: true,
    forward: { name: 'dataVolumes' },
    reverse: { name: reverse },
    source: 'kubevirt.io/v1 DataVolumeTemplateSpec: what it makes',
  } as const,
]);

const toMachine = {
  target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
  namespace: 'source',
} as const;

const snapshotRules: readonly RelationRule[] = [
  {
    ...toMachine,
    relation: 'virtual-machine-snapshot-source',
    from: snapshot,
    path: 'spec.source.name',
    forward: { name: 'snapshotSource', one: true },
    reverse: { name: 'virtualMachineSnapshots', on: [virtualMachine] },
    source: 'snapshot.kubevirt.io/v1beta1 VirtualMachineSnapshotSpec.source',
  },
  {
    relation: 'virtual-machine-snapshot-content',
    from: snapshot,
    path: 'status.virtualMachineSnapshotContentName',
    target: snapshotContent,
    namespace: 'source',
    weak: true,
    forward: { name: 'snapshotContent', one: true },
    reverse: { name: 'virtualMachineSnapshots' },
    source: 'snapshot.kubevirt.io/v1beta1 VirtualMachineSnapshotStatus',
  },
  {
    ...toMachine,
    relation: 'virtual-machine-restore-target',
    from: restore,
    path: 'spec.target.name',
    forward: { name: 'restoreTarget', one: true },
    reverse: { name: 'virtualMachineRestores', on: [virtualMachine] },
    source: 'snapshot.kubevirt.io/v1beta1 VirtualMachineRestoreSpec.target',
  },
  {
    relation: 'virtual-machine-restore-snapshot',
    from: restore,
    path: 'spec.virtualMachineSnapshotName',
    target: snapshot,
    namespace: 'source',
    forward: { name: 'virtualMachineSnapshot', one: true },
    reverse: { name: 'virtualMachineRestores' },
    source: 'snapshot.kubevirt.io/v1beta1 VirtualMachineRestoreSpec.virtualMachineSnapshotName',
  },
];

export const kubevirtRules: readonly RelationRule[] = [
  ...flavourRules,
  {
    relation: 'virtual-machine-instance-node',
    from: instance,
    path: 'status.nodeName',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'virtualMachineInstances' },
    source: 'kubevirt.io/v1 VirtualMachineInstanceStatus.nodeName',
  },
  {
    relation: 'migration-instance',
    from: migration,
    path: 'spec.vmiName',
    target: instance,
    namespace: 'source',
    forward: { name: 'virtualMachineInstance', one: true },
    reverse: { name: 'virtualMachineInstanceMigrations' },
    source: 'kubevirt.io/v1 VirtualMachineInstanceMigrationSpec.vmiName',
  },
  ...atPaths(['status.migrationState.sourceNode', 'status.migrationState.targetNode'], {
    relation: 'migration-node',
    from: migration,
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'nodes' },
    reverse: { name: 'virtualMachineInstanceMigrations' },
    source: 'kubevirt.io/v1 VirtualMachineInstanceMigrationState',
  }),
  ...snapshotRules,
];
