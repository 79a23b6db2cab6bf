/** Every IPAddress with the ServiceCIDRs whose ranges hold it. There are a handful of ranges, and as many addresses as Services. */
import { BlockList, isIPv6 } from 'node:net';
import type { Database } from 'better-sqlite3';
import { ADDRESS_IN_RANGE } from '../../../relations/coded/service-cidrs.ts';
import { ipAddress, serviceCidr } from '../../../relations/kinds.ts';
import { PresenceCode } from '../../codes.ts';

/** More ranges than any cluster has are not compared with every address. */
const MOST_RANGES = 100;

export function joinServiceCidrs(db: Database): void {
  const relation = db.prepare<[string], number>('SELECT id FROM relation WHERE name = ?').pluck().get(ADDRESS_IN_RANGE);
  const ranges = db.prepare<unknown[], Range>(RANGES).all(serviceCidr.group, serviceCidr.kind);
  if (relation === undefined || ranges.length === 0) return;
  const lists = ranges.map(({ id, cidrs }) => ({ id, list: listOf(cidrs) }));
  const addresses = db.prepare<unknown[], Address>(ADDRESSES).all(ipAddress.group, ipAddress.kind);
  db.prepare("INSERT OR IGNORE INTO path(template) VALUES ('metadata.name')").run();
  const insert = db.prepare(INSERT);
  for (const { id, name } of addresses) {
    const family = isIPv6(name) ? 'ipv6' : 'ipv4';
    const holders = lists.filter(({ list }) => list.check(name, family));
    for (const [ordinal, { id: target }] of holders.entries()) insert.run(id, relation, ordinal, target, JSON.stringify(name));
  }
}

interface Range {
  readonly id: number;
  /** JSON, as captured; null where there are none. */
  readonly cidrs: string | null;
}

interface Address {
  readonly id: number;
  readonly name: string;
}

/** What is no range is none. */
function listOf(cidrs: string | null): BlockList {
  const list = new BlockList();
  const parsed: unknown = cidrs === null ? [] : JSON.parse(cidrs);
  for (const cidr of Array.isArray(parsed) ? parsed : []) {
    const [network = '', prefix = ''] = typeof cidr === 'string' ? cidr.split('/') : [];
    const family = isIPv6(network) ? 'ipv6' : 'ipv4';
    if (!/^\d{1,3}$/.test(prefix)) continue;
    try {
      list.addSubnet(network, Number(prefix), family);
    } catch {
      // Neither an address nor a length of its family: no address lies in it.
    }
  }
  return list;
}

const PRESENT = `FROM kind k JOIN object o ON o.kind = k.id AND o.presence = ${PresenceCode.PRESENT}`;

const RANGES = `
SELECT o.id, CASE WHEN json_valid(j.json) AND json_type(j.json, '$.spec.cidrs') = 'array' THEN json_extract(j.json, '$.spec.cidrs') END AS cidrs
${PRESENT} JOIN object_json j ON j.id = o.id WHERE k.api_group = ? AND k.kind = ? ORDER BY o.id LIMIT ${MOST_RANGES}`;

const ADDRESSES = `SELECT o.id, o.name ${PRESENT} WHERE k.api_group = ? AND k.kind = ? ORDER BY o.id`;

const INSERT = `
INSERT INTO reference(source, relation, ordinal, target, path, written)
SELECT ?, ?, ?, ?, p.id, ? FROM path p WHERE p.template = 'metadata.name'`;
