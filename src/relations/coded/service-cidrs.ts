/** Which ranges an address of a Service lies in. The store resolves it: two objects decide. */
import { ipAddress, serviceCidr } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const ADDRESS_IN_RANGE = 'ip-address-service-cidr';

export const serviceCidrRelations: readonly CodedRelation[] = [
  {
    relation: ADDRESS_IN_RANGE,
    from: ipAddress,
    target: serviceCidr,
    joined: true,
    forward: { name: 'serviceCidrs' },
    reverse: { name: 'ipAddresses' },
    source: 'networking/v1 ServiceCIDRSpec.cidrs; kubernetes pkg/controller/servicecidrs: a range that holds addresses is not removed',
    describe: '`metadata.name`, an address, in one of `spec.cidrs` of a ServiceCIDR',
    // The import joins them once all are in.
    extract: () => ({}),
  },
];
