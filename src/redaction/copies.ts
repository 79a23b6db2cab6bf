/**
 * Copies of objects: what is taken out of an object stands in them a second time. Any string may be one, and is known by its JSON. Here are the
 * annotations in which tools keep a copy of the object as it was applied: they are copies where they are no JSON, too.
 * Sources: kubectl, pkg/util/apply.go (and whoever uses its key: Pulumi, Argo CD, Terraform); kapp, pkg/kapp/diff, "kapp.k14s.io/original"; Rancher's
 * wrangler and K3s, pkg/apply, "objectset.rio.cattle.io/applied" (JSON, or gzip in base64); banzaicloud/k8s-objectmatcher, "banzaicloud.com/last-applied"
 * (JSON, or zip in base64), whose key other operators spell with their own domains; Config Sync, "configmanagement.gke.io/declared-config";
 * Kopf, kopf/_cogs/configs/diffbase.py, "kopf.zalando.org/last-handled-configuration", whose domain operators choose.
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
  'last-handled-configuration',
]);

/** One of these stands in each key above: what a search of the bytes looks for. */
export const COPY_HINTS: readonly string[] = [
  'last-applied',
  'last-handled-configuration',
  'kapp.k14s.io/original',
  'cattle.io/applied',
  'gke.io/declared-config',
];

export const SHORTEST_COPY_KEY: number = Math.min(...[...KEYS, ...NAMES].map((key) => key.length));
const LONGEST_KEY = 500;

export function isCopyKey(key: string): boolean {
  if (key.length > LONGEST_KEY) return false;
  return KEYS.has(key) || NAMES.has(key.slice(key.lastIndexOf('/') + 1));
}

/** Escapes that stand for characters of words and of paths, which nobody writes who does not want to hide them. Go escapes only &, <, > and controls. */
export const ODD_ESCAPE: RegExp = /\\(?:u00(?:2[^6]|3[^cCeE]|[4-7])|\/)/;

const wordsFor = ({ key }: VariablesSource): RegExp => new RegExp(`"Secret|${key}`);
const WORDS = wordsFor(LISTS_AND_MAPS);
const WORDS_IN_SCHEMAS = wordsFor(LISTS);
const BEGINS_AS_JSON = /^[ \t\r\n]*[{[]/;
/** Neither a template (`{{`) nor a section of a file of settings (`[x]`). */
const BEGINS_AS_OBJECT = /^[ \t\r\n]*(?:\{[ \t\r\n]*"|\[[ \t\r\n[]*[{"])/;

export function beginsAsJson(text: string): boolean {
  return BEGINS_AS_JSON.test(text);
}

export interface UnreadableString {
  readonly bytes: Buffer;
  readonly hasCopyKey: boolean;
  readonly isOfSchemas: boolean;
}

/**
 * Whether a string that cannot be looked into may hold what must not leave: JSON that is cut and has words in it that say so, and under the key of
 * a copy whatever is compressed or has words that are written oddly.
 */
export function isSuspect({ bytes, hasCopyKey, isOfSchemas }: UnreadableString): boolean {
  const text = bytes.toString('latin1');
  const words = isOfSchemas ? WORDS_IN_SCHEMAS : WORDS;
  if (!hasCopyKey) return BEGINS_AS_OBJECT.test(text) && words.test(text);
  return text !== '' && (!beginsAsJson(text) || words.test(text) || ODD_ESCAPE.test(text));
}
