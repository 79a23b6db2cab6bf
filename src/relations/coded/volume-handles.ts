/** Volumes that are known by their driver and its handle alone: those of a Node, and what a snapshot was taken of. The store resolves them: two objects decide. */
import { node, persistentVolume } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import { volumeSnapshotContent } from '../rules/snapshot-kinds.ts';

export const ATTACHED_VOLUME = 'node-attached-volume';
export const SNAPSHOT_VOLUME = 'volume-snapshot-content-volume';

/** The import joins them once all are in. */
const joined = { target: persistentVolume, joined: true, extract: () => ({}) } as const;

export const volumeHandleRelations: readonly CodedRelation[] = [
  {
    ...joined,
    relation: ATTACHED_VOLUME,
    from: node,
    forward: { name: 'attachedVolumes' },
    reverse: { name: 'attachedToNodes' },
    source: 'kubernetes pkg/volume/csi GetVolumeName: `kubernetes.io/csi/<driver>^<handle>`',
    describe:
      '`status.volumesAttached[].name` and `status.volumesInUse[]`: volumes with that `spec.csi.driver` and `volumeHandle`; those that are there',
  },
  {
    ...joined,
    relation: SNAPSHOT_VOLUME,
    from: volumeSnapshotContent,
    forward: { name: 'persistentVolumes' },
    reverse: { name: 'volumeSnapshotContents' },
    source: 'snapshot.storage.k8s.io/v1 VolumeSnapshotContentSource.volumeHandle',
    describe: '`spec.source.volumeHandle` with `spec.driver`: volumes with that `spec.csi.volumeHandle`; those that are there',
  },
];
