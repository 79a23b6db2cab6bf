/**
 * Which Host headers are served. A page on another site can have its name point at this machine (DNS rebinding) and then read what
 * the server answers, as if it were its own; the name in the Host header gives it away. An address instead of a name cannot be rebound.
 */

import { isIP } from 'node:net';
import { hostname } from 'node:os';

const ownNames: readonly string[] = ['localhost', hostname().toLowerCase()];

/** True where the header names this machine, by address or by a name that no one else can make point here. */
export function isAllowedHost(options: {
  readonly header: string | null;
  readonly loopback: boolean;
  readonly allowed: readonly string[];
}): boolean {
  const { header, loopback, allowed } = options;
  if (allowed.includes('*')) return true;
  const name = nameOf(header);
  if (name === null) return false;
  if (ownNames.includes(name) || name.endsWith('.localhost') || allowed.some((each) => each.toLowerCase() === name)) return true;
  return isIP(name) !== 0 && (!loopback || isLoopback(name));
}

/** Of an address to listen on, or of one in a Host header. */
export function isLoopback(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}

/** The name in `name:port`, `1.2.3.4:port` or `[::1]:port`, in lower case; null for anything else. */
function nameOf(header: string | null): string | null {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(header ?? '');
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : name.toLowerCase().replace(/\.$/, '');
}
