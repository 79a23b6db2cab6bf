/**
 * The plural of a kind, from its name alone, as English has it.
 * Source: apimachinery, pkg/api/meta/restmapper.go, UnsafeGuessKindToResource; refined for vowel + y (gateways), x, z, ch and sh (boxes), and
 * for what is a plural already (endpoints, podMetrics).
 */

/** Keeps the case of what it is given. */
export function pluralOf(kind: string): string {
  if (isPlural(kind)) return kind;
  if (/(s|x|z|ch|sh)$/i.test(kind)) return `${kind}es`;
  if (/[^aeiou]y$/i.test(kind)) return `${kind.slice(0, -1)}ies`;
  return `${kind}s`;
}

/** Ends in an s that no singular has: not class, status, analysis, chaos, alias; and not an abbreviation such as DNS. */
function isPlural(kind: string): boolean {
  return /[a-z]s$/.test(kind) && !/[suioa]s$/.test(kind);
}
