/** Kinds of the CSI snapshotter: snapshots of one volume, and of groups of them. */
import type { KindKey } from '../../kube/kind.ts';

const one = (kind: string): KindKey => ({ group: 'snapshot.storage.k8s.io', kind });
const group = (kind: string): KindKey => ({ group: 'groupsnapshot.storage.k8s.io', kind });

export const volumeSnapshot: KindKey = one('VolumeSnapshot');
export const volumeSnapshotContent: KindKey = one('VolumeSnapshotContent');
export const volumeSnapshotClass: KindKey = one('VolumeSnapshotClass');
export const volumeGroupSnapshot: KindKey = group('VolumeGroupSnapshot');
export const volumeGroupSnapshotContent: KindKey = group('VolumeGroupSnapshotContent');
export const volumeGroupSnapshotClass: KindKey = group('VolumeGroupSnapshotClass');
