/** Which slices hold the devices that a claim was given, or that a rule taints. The store resolves it: two objects decide. */
import type { KindKey } from '../../kube/kind.ts';
import { resourceClaim, resourceSlice } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const deviceTaintRule: KindKey = { group: 'resource.k8s.io', kind: 'DeviceTaintRule' };
export const ALLOCATED_DEVICE = 'resource-claim-resource-slice';
export const TAINTED_DEVICE = 'device-taint-rule-resource-slice';

/** The import joins them once all are in. */
const joined = { target: resourceSlice, joined: true, forward: { name: 'resourceSlices' }, extract: () => ({}) } as const;

export const allocatedDeviceRelations: readonly CodedRelation[] = [
  {
    ...joined,
    relation: ALLOCATED_DEVICE,
    from: resourceClaim,
    reverse: { name: 'resourceClaims' },
    source: 'resource/v1 DeviceRequestAllocationResult; ResourcePool.generation: only the slices of the highest are valid',
    describe:
      '`status.allocation.devices.results[]`: the slices of that `driver` and `pool`, of its newest generation, that list the `device`',
  },
  {
    ...joined,
    relation: TAINTED_DEVICE,
    from: deviceTaintRule,
    reverse: { name: 'deviceTaintRules' },
    source: 'resource/v1beta2 DeviceTaintSelector: all criteria must hold; an empty one matches all devices, none matches none',
    describe:
      '`spec.deviceSelector`: the slices with a device of that `driver`, `pool` and `device`; with selectors of older versions beside them nothing is told',
  },
];
