/** Dynamic resource allocation: classes that claims ask for, pods that hold them, nodes that offer devices. */
import type { KindKey } from '../../kube/kind.ts';
import { deviceClass, node, pod, resourceClaim, resourceClaimTemplate, resourceSlice } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

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
  {
    relation: 'resource-claim-consumer',
    from: resourceClaim,
    path: 'status.reservedFor[].name',
    target: pod,
    namespace: 'source',
    uid: 'uid',
    // The reference names a resource, not a kind.
    when: [
      { path: 'apiGroup', in: [''] },
      { path: 'resource', in: ['pods'] },
    ],
    weak: true,
    forward: { name: 'consumers', kind: pod },
    reverse: { name: 'reservedResourceClaims' },
    source: 'resource/v1 ResourceClaimConsumerReference',
  },
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
];
