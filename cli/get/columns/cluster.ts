/** Nodes, namespaces, storage and the rest of the cluster. Source: kubernetes, pkg/printers/internalversion/printers.go. */
import { arrayAt, objectAt, stringAt, valueAt } from '../../../src/kube/safe.ts';
import type { JsonObject } from '../../../src/records/record.ts';
import { ageColumn, type Column, field, nameColumn, none, text, wide } from '../column.ts';

export const namespaceColumns: readonly Column[] = [nameColumn, field('STATUS', 'status.phase', ''), ageColumn];

export const nodeColumns: readonly Column[] = [
  nameColumn,
  { header: 'STATUS', cell: nodeStatus },
  { header: 'ROLES', cell: nodeRoles },
  ageColumn,
  field('VERSION', 'status.nodeInfo.kubeletVersion', ''),
  wide({ header: 'INTERNAL-IP', cell: (node) => nodeAddress(node, 'InternalIP') }),
  wide({ header: 'EXTERNAL-IP', cell: (node) => nodeAddress(node, 'ExternalIP') }),
  wide(field('OS-IMAGE', 'status.nodeInfo.osImage', '<unknown>')),
  wide(field('KERNEL-VERSION', 'status.nodeInfo.kernelVersion', '<unknown>')),
  wide(field('CONTAINER-RUNTIME', 'status.nodeInfo.containerRuntimeVersion', '<unknown>')),
];

function nodeStatus(node: JsonObject): string {
  const ready = arrayAt(node, 'status', 'conditions').find((condition) => valueAt(condition, 'type') === 'Ready');
  const status = ready === undefined ? 'Unknown' : valueAt(ready, 'status') === 'True' ? 'Ready' : 'NotReady';
  return valueAt(node, 'spec', 'unschedulable') === true ? `${status},SchedulingDisabled` : status;
}

const rolePrefix = 'node-role.kubernetes.io/';

function nodeRoles(node: JsonObject): string {
  const labels = objectAt(node, 'metadata', 'labels') ?? {};
  const roles = Object.entries(labels).flatMap(([key, value]) => {
    if (key.startsWith(rolePrefix)) return key.slice(rolePrefix.length) || [];
    return key === 'kubernetes.io/role' && typeof value === 'string' && value !== '' ? value : [];
  });
  return roles.length === 0 ? none : [...new Set(roles)].sort().join(',');
}

function nodeAddress(node: JsonObject, type: string): string {
  return text(
    valueAt(
      arrayAt(node, 'status', 'addresses').find((address) => valueAt(address, 'type') === type),
      'address',
    ),
  );
}

const shortModes: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
};

function accessModes(...path: readonly string[]): Column {
  return {
    header: 'ACCESS MODES',
    cell: (object) =>
      arrayAt(object, ...path)
        .map((mode) => shortModes[text(mode)] ?? text(mode))
        .join(','),
  };
}

/** A claim or volume that is being deleted says so, as in kubectl. */
const storageStatus: Column = {
  header: 'STATUS',
  cell: (object) =>
    stringAt(object, 'metadata', 'deletionTimestamp') === undefined ? text(valueAt(object, 'status', 'phase'), '') : 'Terminating',
};

const unset = '<unset>';

export const persistentVolumeClaimColumns: readonly Column[] = [
  nameColumn,
  storageStatus,
  field('VOLUME', 'spec.volumeName', ''),
  field('CAPACITY', 'status.capacity.storage', ''),
  accessModes('status', 'accessModes'),
  field('STORAGECLASS', 'spec.storageClassName', ''),
  field('VOLUMEATTRIBUTESCLASS', 'spec.volumeAttributesClassName', unset),
  ageColumn,
  wide(field('VOLUMEMODE', 'spec.volumeMode', unset)),
];

export const persistentVolumeColumns: readonly Column[] = [
  nameColumn,
  field('CAPACITY', 'spec.capacity.storage', ''),
  accessModes('spec', 'accessModes'),
  field('RECLAIM POLICY', 'spec.persistentVolumeReclaimPolicy', ''),
  storageStatus,
  { header: 'CLAIM', cell: volumeClaim },
  field('STORAGECLASS', 'spec.storageClassName', ''),
  field('VOLUMEATTRIBUTESCLASS', 'spec.volumeAttributesClassName', unset),
  field('REASON', 'status.reason', ''),
  ageColumn,
  wide(field('VOLUMEMODE', 'spec.volumeMode', unset)),
];

function volumeClaim(volume: JsonObject): string {
  const claim = objectAt(volume, 'spec', 'claimRef');
  return claim === undefined ? '' : `${text(claim['namespace'], '')}/${text(claim['name'], '')}`;
}

const defaultClass = 'storageclass.kubernetes.io/is-default-class';

export const storageClassColumns: readonly Column[] = [
  {
    header: 'NAME',
    cell: (object) =>
      text(valueAt(object, 'metadata', 'name'), '') +
      (valueAt(object, 'metadata', 'annotations', defaultClass) === 'true' ? ' (default)' : ''),
  },
  field('PROVISIONER', 'provisioner', ''),
  field('RECLAIMPOLICY', 'reclaimPolicy', 'Delete'),
  field('VOLUMEBINDINGMODE', 'volumeBindingMode', 'Immediate'),
  { header: 'ALLOWVOLUMEEXPANSION', cell: (object) => String(valueAt(object, 'allowVolumeExpansion') === true) },
  ageColumn,
];

export const volumeAttachmentColumns: readonly Column[] = [
  nameColumn,
  field('ATTACHER', 'spec.attacher', ''),
  field('PV', 'spec.source.persistentVolumeName', ''),
  field('NODE', 'spec.nodeName', ''),
  { header: 'ATTACHED', cell: (object) => String(valueAt(object, 'status', 'attached') === true) },
  ageColumn,
];

export const leaseColumns: readonly Column[] = [nameColumn, field('HOLDER', 'spec.holderIdentity', ''), ageColumn];

export const priorityClassColumns: readonly Column[] = [
  nameColumn,
  field('VALUE', 'value', '0'),
  { header: 'GLOBAL-DEFAULT', cell: (object) => String(valueAt(object, 'globalDefault') === true) },
  ageColumn,
  field('PREEMPTIONPOLICY', 'preemptionPolicy', ''),
];
