/** Dynamic resource allocation: classes that claims ask for, pods that hold them, nodes that offer devices. */
import type { KindKey } from '../../kube/kind.ts';
import {
  deviceClass,
  node,
  pod,
  podGroup,
  resourceClaim,
  resourceClaimTemplate,
  resourcePoolStatusRequest,
  resourceSlice,
} from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { namedNodes } from './node-fields.ts';

/** Who holds a claim: the reference names a resource, not a kind. */
const consumers: readonly { readonly group: string; readonly resource: string; readonly kind: KindKey }[] = [
  { group: '', resource: 'pods', kind: pod },
  { group: podGroup.group, resource: 'podgroups', kind: podGroup },
];

/** `nodes` are those that reach the devices of a slice, or of a claim; what labels select of them is coded. */
const ofSlice = { from: resourceSlice, forward: { name: 'nodes' }, reverse: { name: 'resourceSlices' } } as const;

const claimSpecs: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  { from: resourceClaim, path: 'spec', reverse: 'resourceClaims' },
  { from: resourceClaimTemplate, path: 'spec.spec', reverse: 'resourceClaimTemplates' },
];

export const deviceRules: readonly RelationRule[] = [
  ...claimSpecs.flatMap(({ from, path, reverse }) =>
    ['exactly', 'firstAvailable[]'].map(
      (request): RelationRule => ({
        relation: 'resource-claim-device-class',
        from,
        path: `${path}.devices.requests[].${request}.deviceClassName`,
        target: deviceClass,
        namespace: 'cluster',
        forward: { name: 'deviceClasses' },
        reverse: { name: reverse },
        source: 'resource/v1 ExactDeviceRequest, DeviceSubRequest',
      }),
    ),
  ),
  ...consumers.map(
    ({ group, resource, kind }): RelationRule => ({
      relation: 'resource-claim-consumer',
      from: resourceClaim,
      path: 'status.reservedFor[].name',
      target: kind,
      namespace: 'source',
      uid: 'uid',
      when: [
        { path: 'apiGroup', in: [group] },
        { path: 'resource', in: [resource] },
      ],
      weak: true,
      forward: { name: kind === pod ? 'consumers' : 'consumerPodGroups', kind },
      reverse: { name: 'reservedResourceClaims' },
      source: 'resource/v1 ResourceClaimConsumerReference',
    }),
  ),
  namedNodes('status.allocation.nodeSelector.nodeSelectorTerms', {
    relation: 'resource-claim-named-node',
    from: resourceClaim,
    weak: true,
    forward: { name: 'nodes' },
    reverse: { name: 'resourceClaims' },
    source: 'resource/v1 AllocationResult.nodeSelector: where the allocated devices are',
  }),
  {
    relation: 'resource-slice-node',
    from: resourceSlice,
    path: 'spec.nodeName',
    target: node,
    namespace: 'cluster',
    forward: { name: 'node', one: true },
    reverse: { name: 'resourceSlices' },
    source: 'resource/v1 ResourceSliceSpec.nodeName',
  },
  {
    ...ofSlice,
    relation: 'resource-slice-device-node',
    path: 'spec.devices[].nodeName',
    target: node,
    namespace: 'cluster',
    source: 'resource/v1 Device.nodeName, where the slice says perDeviceNodeSelection',
  },
  ...['spec', 'spec.devices[]'].map((path) =>
    namedNodes(`${path}.nodeSelector.nodeSelectorTerms`, {
      ...ofSlice,
      relation: 'resource-slice-named-node',
      source: 'resource/v1 ResourceSliceSpec.nodeSelector, Device.nodeSelector',
    }),
  ),
  {
    relation: 'resource-pool-status-node',
    from: resourcePoolStatusRequest,
    path: 'status.pools[].nodeName',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'nodes' },
    reverse: { name: 'resourcePoolStatusRequests' },
    source: 'resource/v1alpha3 PoolStatus.nodeName',
  },
];
