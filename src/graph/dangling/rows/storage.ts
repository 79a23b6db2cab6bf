/** Volumes and claims without what they stand on. */
import type { DanglingRow } from '../row.ts';

const VOLUMES = 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/';
const SNAPSHOTS = 'https://kubernetes.io/docs/concepts/storage/volume-snapshots/';
const BOUND = [{ path: 'status.phase', in: ['Bound'] }] as const;

export const storageRows: readonly DanglingRow[] = [
  {
    relations: ['claim-volume'],
    severity: 'ERROR',
    consequence: 'the claim is lost: its volume is gone, and what lay in it',
    source: 'core/v1 PersistentVolumeClaimPhase Lost',
  },
  {
    relations: ['claim-storage-class'],
    when: BOUND,
    severity: 'WARNING',
    consequence: 'the claim is bound and works; it cannot be expanded, and no other like it is provisioned',
    source: `${VOLUMES}#expanding-persistent-volumes-claims`,
  },
  {
    relations: ['claim-storage-class'],
    severity: 'ERROR',
    consequence: 'no volume is provisioned for the claim',
    source: `${VOLUMES}#dynamic`,
  },
  {
    relations: ['claim-template-storage-class'],
    severity: 'WARNING',
    consequence: 'no volume is provisioned for further Pods',
    source: `${VOLUMES}#dynamic`,
  },
  {
    relations: ['claim-data-source'],
    when: BOUND,
    severity: 'INFO',
    consequence: 'the data was copied when the volume was made',
    source: `${VOLUMES}#volume-snapshot-and-restore-volume-from-snapshot-support`,
  },
  {
    relations: ['claim-data-source'],
    severity: 'ERROR',
    consequence: 'no volume is provisioned for the claim: what it is to be filled from is not there',
    source: `${VOLUMES}#volume-populators-and-data-sources`,
  },
  {
    relations: ['volume-claim'],
    severity: 'WARNING',
    consequence: 'the volume is released: nobody uses it, and no other claim gets it',
    source: `${VOLUMES}#reclaiming`,
  },
  {
    relations: ['volume-storage-class'],
    severity: 'INFO',
    consequence: 'a class that no StorageClass has still matches claims to volumes made by hand',
    source: `${VOLUMES}#class-1`,
  },
  {
    relations: ['csi-node-csi-driver', 'storage-class-csi-driver', 'volume-csi-driver', 'csi-storage-capacity-storage-class'],
    severity: 'INFO',
    consequence: 'a driver works without such an object',
    source: 'storage.k8s.io/v1 CSIDriver',
  },
  {
    relations: ['volume-snapshot-content', 'volume-group-snapshot-content'],
    severity: 'ERROR',
    consequence: 'nothing can be restored from the snapshot: what it stands for is gone, or was never there',
    source: SNAPSHOTS,
  },
  {
    relations: ['volume-snapshot-source-claim', 'volume-snapshot-class', 'volume-group-snapshot-class'],
    when: [{ path: 'status.readyToUse', in: [true] }],
    severity: 'INFO',
    consequence: 'the snapshot was taken, and does without',
    source: SNAPSHOTS,
  },
  {
    relations: ['volume-snapshot-source-claim', 'volume-snapshot-class', 'volume-group-snapshot-class'],
    severity: 'ERROR',
    consequence: 'the snapshot is not taken',
    source: SNAPSHOTS,
  },
  {
    relations: ['volume-snapshot-content-snapshot', 'volume-group-snapshot-content-snapshot'],
    when: [{ path: 'spec.deletionPolicy', in: ['Retain'] }],
    severity: 'INFO',
    consequence: 'the snapshot in the storage was kept when its object was deleted',
    source: `${SNAPSHOTS}#delete`,
  },
  {
    relations: ['resource-slice-node', 'resource-slice-device-node', 'resource-slice-named-node'],
    severity: 'WARNING',
    consequence: 'the devices are left over: the node that had them is gone',
    source: 'resource.k8s.io/v1 ResourceSliceSpec',
  },
  {
    relations: ['volume-attachment-node', 'volume-attachment-volume', 'volume-attachment-csi-driver'],
    severity: 'WARNING',
    consequence: 'the attachment may be left over, and hold up what waits for it to go',
    source: 'storage.k8s.io/v1 VolumeAttachment',
  },
];
