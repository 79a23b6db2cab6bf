/**
 * IPAddresses inside a ServiceCIDR that no other ServiceCIDR covers.
 * Source: kubernetes pkg/controller/servicecidrs/servicecidrs_controller.go, canDeleteCIDR.
 */
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { arrayAt } from '../../../kube/safe.ts';
import type { JsonObject } from '../../../records/record.ts';
import { ipAddress } from '../../../relations/kinds.ts';
import { gapTexts, type Wait, type WaitQuery } from './wait.ts';

const serviceCidr = { group: 'networking.k8s.io', kind: 'ServiceCIDR' };

export const serviceAddresses: WaitQuery = async (context, held) => {
  const { rows: ranges } = await context.reader.list({ filter: { kinds: [serviceCidr], presence: ['PRESENT'] } });
  const { rows: addresses } = await context.reader.list({ filter: { kinds: [ipAddress], presence: ['PRESENT'] } });
  const contents = await context.contents(ranges);
  const gaps = gapTexts(await context.uncaptured([ipAddress, serviceCidr], null));
  const waits = new Map<number, Wait>();
  for (const range of held) {
    const own = blocks([contents.get(range.id)]);
    const others = blocks(ranges.filter(({ id, deletion }) => id !== range.id && deletion === null).map(({ id }) => contents.get(id)));
    const objects = addresses.filter(({ name }) => covers(own, name) && !covers(others, name));
    waits.set(range.id, { objects, evidence: [], gaps });
  }
  return waits;
};

function blocks(contents: readonly (JsonObject | undefined)[]): BlockList {
  const list = new BlockList();
  for (const cidr of contents.flatMap((content) => arrayAt(content, 'spec', 'cidrs'))) {
    const [address = '', length = ''] = typeof cidr === 'string' ? cidr.split('/') : [];
    const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
    const prefix = Number(length);
    if (length !== '' && Number.isInteger(prefix) && prefix >= 0 && prefix <= most)
      list.addSubnet(address, prefix, most === 32 ? 'ipv4' : 'ipv6');
  }
  return list;
}

function covers(list: BlockList, address: string): boolean {
  if (isIPv4(address)) return list.check(address, 'ipv4');
  return isIPv6(address) && list.check(address, 'ipv6');
}
