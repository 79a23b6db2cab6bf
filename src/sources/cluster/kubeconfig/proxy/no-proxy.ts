/** NO_PROXY: what is reached without a proxy. Source: golang.org/x/net/http/httpproxy, which kubectl asks. */
import { BlockList, isIP } from 'node:net';

/** Names with what is below them (`.name` for that alone), addresses and ranges, each with a port or without, `*` for all. This machine never needs one. */
export function needsNoProxy(options: { readonly noProxy: string; readonly host: string; readonly port: number }): boolean {
  const host = options.host.toLowerCase();
  if (host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, family(host)))) return true;
  return options.noProxy.split(',').some((part) => covers(part.trim().toLowerCase(), host, options.port));
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function family(host: string): 'ipv4' | 'ipv6' {
  return isIP(host) === 6 ? 'ipv6' : 'ipv4';
}

function covers(part: string, host: string, port: number): boolean {
  if (part === '*') return true;
  const range = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(part);
  if (range !== null) return isInRange({ address: range[1] ?? '', bits: Number(range[2]), host });
  const [name, onlyPort] = splitPort(part);
  if (name === '' || (onlyPort !== null && onlyPort !== port)) return false;
  if (isIP(host) !== 0) return isIP(name) !== 0 && isInRange({ address: name, bits: isIP(name) === 6 ? 128 : 32, host });
  const bare = name.startsWith('*.') ? name.slice(1) : name;
  return bare.startsWith('.') ? host.endsWith(bare) : host === bare || host.endsWith(`.${bare}`);
}

function isInRange({ address, bits, host }: { readonly address: string; readonly bits: number; readonly host: string }): boolean {
  const version = isIP(address);
  if (version === 0 || isIP(host) === 0 || bits > (version === 6 ? 128 : 32)) return false;
  const range = new BlockList();
  range.addSubnet(address, bits, family(address));
  return range.check(host, family(host));
}

/** An address of IPv6 has colons of its own: only `[address]:port` has a port. */
function splitPort(part: string): readonly [name: string, port: number | null] {
  if (isIP(part) === 6) return [part, null];
  const match = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(part);
  if (match === null) return ['', null];
  return [match[1] ?? match[2] ?? '', match[3] === undefined ? null : Number(match[3])];
}
