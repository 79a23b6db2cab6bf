/**
 * IPAddresses inside a ServiceCIDR that no other ServiceCIDR covers, but for those that go too.
 * Source: kubernetes pkg/controller/servicecidrs/servicecidrs_controller.go, canDeleteCIDR.
 */
import { ADDRESS_IN_RANGE } from '../../../relations/coded/service-cidrs.ts';
import { ipAddress, serviceCidr } from '../../../relations/kinds.ts';
import { type WaitQuery, waitsFromEdges } from './wait.ts';

export const serviceAddresses: WaitQuery = async (context, held) => {
  const inIt = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'reverse', relations: [ADDRESS_IN_RANGE] });
  const addresses = [...new Set(inIt.map(({ object }) => object.id))];
  const ranges = await context.reader.edges({ parents: addresses, direction: 'forward', relations: [ADDRESS_IN_RANGE] });
  const covered = new Set(ranges.filter(({ object }) => object.deletion === null).map(({ parent }) => parent));
  const edges = inIt.filter(({ object }) => !covered.has(object.id));
  return waitsFromEdges({ context, held, edges, kinds: [ipAddress, serviceCidr] });
};
