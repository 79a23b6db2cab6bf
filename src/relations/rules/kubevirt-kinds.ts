/** The kinds of KubeVirt. */
import type { KindKey } from '../../kube/kind.ts';

const kubevirt = (kind: string): KindKey => ({ group: 'kubevirt.io', kind });

export const virtualMachine: KindKey = kubevirt('VirtualMachine');
export const instance: KindKey = kubevirt('VirtualMachineInstance');
export const instanceReplicaSet: KindKey = kubevirt('VirtualMachineInstanceReplicaSet');
export const migration: KindKey = kubevirt('VirtualMachineInstanceMigration');
export const pool: KindKey = { group: 'pool.kubevirt.io', kind: 'VirtualMachinePool' };
export const dataVolume: KindKey = { group: 'cdi.kubevirt.io', kind: 'DataVolume' };
