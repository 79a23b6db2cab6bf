/** What a label's key and value may look like. Source: apimachinery, pkg/util/validation/validation.go, IsQualifiedName and IsValidLabelValue. */

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const LONGEST_NAME = 63;
const LONGEST_PREFIX = 253;
const PREFIX_PART = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

/** `name` or `dns.prefix/name`. */
export function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (name.length > LONGEST_NAME || !NAME.test(name)) return false;
  if (slash < 0) return true;
  const prefix = key.slice(0, slash);
  return prefix.length <= LONGEST_PREFIX && prefix.split('.').every((part) => PREFIX_PART.test(part));
}

/** Empty, or at most 63 characters that begin and end with a letter or digit. */
export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= LONGEST_NAME && NAME.test(value));
}
