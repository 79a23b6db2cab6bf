/**
 * Annotations in which tools keep a copy of the object as it was applied: what is taken out of the object stands there a second time.
 * Sources: kubectl, pkg/util/apply.go (and whoever uses its key: Pulumi, Argo CD, Terraform); kapp, pkg/kapp/diff, "kapp.k14s.io/original"; Rancher's
 * wrangler and K3s, pkg/apply, "objectset.rio.cattle.io/applied" (JSON, or gzip in base64); banzaicloud/k8s-objectmatcher, "banzaicloud.com/last-applied"
 * (JSON, or zip in base64), whose key other operators spell with their own domains; Config Sync, "configmanagement.gke.io/declared-config".
 */
import { LISTS, LISTS_AND_MAPS, type VariablesSource } from './variables/variable-keys.ts';

/** Whole keys. */
const KEYS: ReadonlySet<string> = new Set([
  'kapp.k14s.io/original',
  'kapp.k14s.io/original-diff',
  'kapp.k14s.io/original-diff-full',
  'objectset.rio.cattle.io/applied',
  'configmanagement.gke.io/declared-config',
]);

/** Of any domain. */
const NAMES: ReadonlySet<string> = new Set([
  'last-applied',
  'last-applied-config',
  'last-applied-configuration',
  'last-applied-manifest',
  'last-applied-object',
  'last-applied-spec',
]);

/** One of these stands in each key above: what a search of the bytes looks for. */
export const COPY_HINTS: readonly string[] = ['last-applied', 'kapp.k14s.io/original', 'cattle.io/applied', 'gke.io/declared-config'];

export const SHORTEST_COPY_KEY: number = Math.min(...[...KEYS, ...NAMES].map((key) => key.length));
const LONGEST_KEY = 500;

export function isCopyKey(key: string): boolean {
  if (key.length > LONGEST_KEY) return false;
  return KEYS.has(key) || NAMES.has(key.slice(key.lastIndexOf('/') + 1));
}

/** Escapes that stand for characters of words and of paths, which nobody writes who does not want to hide them. Go escapes only &, <, > and controls. */
export const ODD_ESCAPE: RegExp = /\\(?:u00(?:2[^6]|3[^cCeE]|[4-7])|\/)/;

const mentions = ({ key }: VariablesSource): RegExp => new RegExp(`"Secret|${key}|${ODD_ESCAPE.source}`);
const MENTIONS = mentions(LISTS_AND_MAPS);
const MENTIONS_IN_SCHEMAS = mentions(LISTS);
const BEGINS_AS_JSON = /^[ \t\r\n]*[{[]/;

/** Whether a copy that cannot be looked into may hold what must not leave: one that is compressed, or cut and with words that say so. */
export function isSuspectCopy(copy: Buffer, isOfSchemas: boolean): boolean {
  if (copy.length === 0) return false;
  const text = copy.toString('latin1');
  return !BEGINS_AS_JSON.test(text) || (isOfSchemas ? MENTIONS_IN_SCHEMAS : MENTIONS).test(text);
}
