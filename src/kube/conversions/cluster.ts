/** RuntimeClass, PriorityLevelConfiguration, LeaseCandidate and dynamic resource allocation. */
import type { JsonObject } from '../../records/record.ts';
import { isObject, objectAt, valueAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { editAt, editItems, editPath, editValues, omit, rename, renameAll, withDefaults } from './edit.ts';

export const clusterConversions: readonly Conversion[] = [
  {
    from: ['node.k8s.io/v1alpha1/RuntimeClass'],
    convert: convertRuntimeClass,
    source: 'kubernetes, pkg/apis/node/v1alpha1/conversion.go',
  },
  {
    from: ['v1beta2', 'v1beta1', 'v1alpha1'].map((version) => `flowcontrol.apiserver.k8s.io/${version}/PriorityLevelConfiguration`),
    convert: (level) =>
      editPath(level, ['spec', 'limited'], (limited) => rename(limited, 'assuredConcurrencyShares', 'nominalConcurrencyShares')),
    source: 'kubernetes, pkg/apis/flowcontrol/v1beta2/conversion.go',
  },
  {
    from: ['coordination.k8s.io/v1alpha1/LeaseCandidate'],
    convert: (candidate) => editAt(candidate, 'spec', convertStrategies),
    source: 'kubernetes, pkg/apis/coordination/v1alpha1/conversion.go',
  },
  {
    from: ['resource.k8s.io/v1beta1/ResourceClaim', 'resource.k8s.io/v1alpha3/ResourceClaim'],
    convert: (claim) => editAt(claim, 'spec', convertClaimSpec),
    source: 'kubernetes, pkg/apis/resource/v1beta1/conversion.go, Convert_v1beta1_DeviceRequest_To_resource_DeviceRequest',
  },
  {
    from: ['resource.k8s.io/v1beta1/ResourceClaimTemplate', 'resource.k8s.io/v1alpha3/ResourceClaimTemplate'],
    convert: (template) => editPath(template, ['spec', 'spec'], convertClaimSpec),
    source: 'kubernetes, pkg/apis/resource/v1beta1/conversion.go, Convert_v1beta1_DeviceRequest_To_resource_DeviceRequest',
  },
  {
    from: ['resource.k8s.io/v1beta1/ResourceSlice', 'resource.k8s.io/v1alpha3/ResourceSlice'],
    convert: (slice) => editAt(slice, 'spec', (spec) => editItems(spec, 'devices', convertDevice)),
    source: 'kubernetes, pkg/apis/resource/{v1beta1,v1alpha3}/conversion.go, Device and DeviceCapacity',
  },
];

/** v1alpha1 has a spec; later versions have its fields at the top. */
function convertRuntimeClass(runtimeClass: JsonObject): JsonObject {
  const spec = objectAt(runtimeClass, 'spec');
  if (spec === undefined) return runtimeClass;
  return withDefaults(omit(runtimeClass, 'spec'), renameAll(spec, { runtimeHandler: 'handler' }));
}

function convertStrategies(spec: JsonObject): JsonObject {
  const strategies = valueAt(spec, 'preferredStrategies');
  if (!Array.isArray(strategies) || typeof strategies[0] !== 'string') return spec;
  return withDefaults(omit(spec, 'preferredStrategies'), { strategy: strategies[0] });
}

const EXACT_FIELDS = ['deviceClassName', 'selectors', 'allocationMode', 'count', 'adminAccess', 'tolerations', 'capacity'];

function convertClaimSpec(spec: JsonObject): JsonObject {
  return editAt(spec, 'devices', (devices) => editItems(devices, 'requests', convertRequest));
}

/** A request for exactly one kind of device says so below `exactly`. */
function convertRequest(request: JsonObject): JsonObject {
  const fields = Object.entries(request).filter(([key]) => EXACT_FIELDS.includes(key));
  if (fields.length === 0 || Object.hasOwn(request, 'exactly')) return request;
  return { ...omit(request, ...EXACT_FIELDS), exactly: Object.fromEntries(fields) };
}

/** What stood below `basic` is the device's own; a capacity was a bare quantity in v1alpha3. */
function convertDevice(device: JsonObject): JsonObject {
  const basic = objectAt(device, 'basic');
  if (basic === undefined) return device;
  const lifted = withDefaults(omit(device, 'basic'), basic);
  return editAt(lifted, 'capacity', (capacity) => editValues(capacity, (value) => (isObject(value) ? value : { value })));
}
