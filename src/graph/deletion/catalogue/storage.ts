/** Finalizers of CSI's sidecars and of the snapshot controller. */
import type { KindKey } from '../../../kube/kind.ts';
import { persistentVolumeClaim } from '../../../relations/kinds.ts';
import { namedBy, names } from '../waits/named.ts';
import type { ControllerRule, FinalizerRule } from './finalizer-rule.ts';

const volumeAttachment: KindKey = { group: 'storage.k8s.io', kind: 'VolumeAttachment' };
const volumeSnapshot: KindKey = { group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot' };
const volumeSnapshotContent: KindKey = { group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshotContent' };
const SNAPSHOT = 'VolumeSnapshot.snapshot.storage.k8s.io';

const attacher: ControllerRule = { name: 'external-attacher of the CSI driver', runs: 'anywhere', programs: ['csi-attacher'] };
const provisioner: ControllerRule = { name: 'external-provisioner of the CSI driver', runs: 'anywhere', programs: ['csi-provisioner'] };
const snapshotter: ControllerRule = { name: 'csi-snapshotter of the CSI driver', runs: 'anywhere', programs: ['csi-snapshotter'] };
const snapshotController: ControllerRule = { name: 'snapshot-controller', runs: 'anywhere', programs: ['snapshot-controller'] };

/** A claim that is being filled from another object: not Bound yet. */
const isPending = ({ phase }: { readonly phase: string | null }): boolean => phase !== 'Bound';
const claimsBeingFilled = namedBy({ kinds: [persistentVolumeClaim], relations: ['claim-data-source'], only: isPending });

export const storageFinalizers: readonly FinalizerRule[] = [
  {
    finalizer: 'external-attacher/*',
    on: ['PersistentVolume'],
    controller: attacher,
    until: 'no VolumeAttachment names it',
    waits: namedBy({ kinds: [volumeAttachment] }),
    leaves: 'a volume that stays attached to its node',
    source: 'kubernetes-csi/external-attacher pkg/controller',
  },
  {
    finalizer: 'external-attacher/*',
    on: ['VolumeAttachment.storage.k8s.io'],
    controller: attacher,
    until: 'the driver has detached the volume (status.attached is false)',
    leaves: 'a volume that stays attached to its node',
    source: 'kubernetes-csi/external-attacher pkg/controller',
  },
  {
    finalizer: 'external-provisioner.volume.kubernetes.io/finalizer',
    on: ['PersistentVolume'],
    controller: provisioner,
    until: 'the driver has deleted the storage, where its reclaim policy is Delete',
    waits: namedBy({ kinds: [volumeAttachment] }),
    leaves: 'the storage behind it',
    source: 'kubernetes-sigs/sig-storage-lib-external-provisioner',
  },
  {
    finalizer: 'provisioner.storage.kubernetes.io/cloning-protection',
    on: ['PersistentVolumeClaim'],
    controller: provisioner,
    until: 'no claim is being cloned from it any more',
    waits: claimsBeingFilled,
    leaves: 'clones that fail',
    source: 'kubernetes-csi/external-provisioner pkg/controller',
  },
  ...['provisioner.storage.kubernetes.io', 'snapshot.storage.kubernetes.io'].map(
    (domain): FinalizerRule => ({
      finalizer: `${domain}/volumesnapshot-as-source-protection`,
      on: [SNAPSHOT],
      controller: domain.startsWith('snapshot') ? snapshotController : provisioner,
      until: 'no claim is being restored from it any more',
      waits: claimsBeingFilled,
      leaves: 'claims that can not be restored',
      source: 'kubernetes-csi/external-snapshotter pkg/utils',
    }),
  ),
  {
    finalizer: 'snapshot.storage.kubernetes.io/volumesnapshot-bound-protection',
    on: [SNAPSHOT],
    controller: snapshotController,
    until: 'the VolumeSnapshotContent that it is bound to is gone',
    waits: namedBy({ kinds: [volumeSnapshotContent] }),
    leaves: 'the snapshot in the storage',
    source: 'kubernetes-csi/external-snapshotter pkg/common-controller',
  },
  {
    finalizer: 'snapshot.storage.kubernetes.io/volumesnapshotcontent-bound-protection',
    on: ['VolumeSnapshotContent.snapshot.storage.k8s.io'],
    controller: snapshotter,
    until: 'the driver has deleted the snapshot in the storage',
    leaves: 'the snapshot in the storage',
    source: 'kubernetes-csi/external-snapshotter pkg/sidecar-controller',
  },
  {
    finalizer: 'snapshot.storage.kubernetes.io/volumesnapshot-in-group-protection',
    on: [SNAPSHOT],
    controller: snapshotController,
    until: 'the VolumeGroupSnapshot that it belongs to is gone',
    waits: names({ relations: ['owner'] }),
    leaves: 'a group snapshot with a part missing',
    source: 'kubernetes-csi/external-snapshotter pkg/utils',
  },
  ...['volumegroupsnapshot', 'volumegroupsnapshotcontent'].map(
    (name): FinalizerRule => ({
      finalizer: `groupsnapshot.storage.kubernetes.io/${name}-bound-protection`,
      controller: name.endsWith('content') ? snapshotter : snapshotController,
      until: 'the snapshots of the group are deleted',
      waits: namedBy({ kinds: [volumeSnapshot, { group: 'groupsnapshot.storage.k8s.io', kind: 'VolumeGroupSnapshotContent' }] }),
      leaves: 'snapshots in the storage',
      source: 'kubernetes-csi/external-snapshotter pkg/utils',
    }),
  ),
  {
    finalizer: 'snapshot.storage.kubernetes.io/pvc-as-source-protection',
    on: ['PersistentVolumeClaim'],
    controller: snapshotController,
    until: 'every VolumeSnapshot of it is ready to use',
    waits: namedBy({ kinds: [volumeSnapshot], only: ({ ready }) => ready !== true }),
    leaves: 'snapshots that fail',
    source: 'kubernetes-csi/external-snapshotter pkg/common-controller',
  },
];
