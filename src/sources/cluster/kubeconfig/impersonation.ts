/** Whom the server shall take us for. Source: client-go, transport/round_trippers.go, impersonatingRoundTripper. */
import { headerText } from './header-text.ts';
import type { Impersonation } from './kubeconfig.ts';

/** Throws ClusterAccessError for a value that no header can hold. */
export function impersonationHeaders(impersonation: Impersonation | undefined): Readonly<Record<string, string | string[]>> {
  const { user, uid, groups = [], extra = NO_EXTRA } = impersonation ?? {};
  if (user === undefined) return {};
  const value = (text: string): string => headerText(text, 'What is to be impersonated');
  return {
    'Impersonate-User': value(user),
    ...(uid === undefined ? {} : { 'Impersonate-Uid': value(uid) }),
    ...(groups.length === 0 ? {} : { 'Impersonate-Group': groups.map(value) }),
    ...Object.fromEntries([...extraHeaders(extra)].map(([name, values]) => [name, values.map(value)])),
  };
}

const NO_EXTRA: ReadonlyMap<string, readonly string[]> = new Map();

/** Keys that differ in case only are one header to Node, and one key to the server. */
function extraHeaders(extra: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, readonly string[]>();
  for (const [key, values] of extra) {
    const name = `Impersonate-Extra-${escapeHeaderKey(key)}`;
    const same = [...headers.keys()].find((other) => other.toLowerCase() === name.toLowerCase()) ?? name;
    if (values.length > 0) headers.set(same, [...(headers.get(same) ?? []), ...values]);
  }
  return headers;
}

/** Each byte that a header's name may not hold, and the percent sign, as `%XX`. */
export function escapeHeaderKey(key: string): string {
  return [...Buffer.from(key, 'utf8')].map((byte) => (isLegal(byte) ? String.fromCharCode(byte) : percent(byte))).join('');
}

function isLegal(byte: number): boolean {
  return /[A-Za-z0-9!#$&'*+\-.^_`|~]/.test(String.fromCharCode(byte));
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
