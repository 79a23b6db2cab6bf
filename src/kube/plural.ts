/**
 * The plural of a kind, from its name alone, as English has it.
 * Source: apimachinery, pkg/api/meta/restmapper.go, UnsafeGuessKindToResource; refined for vowel + y (gateways), x, z, ch and sh (boxes), and
 * for what is a plural already (endpoints, podMetrics).
 */

/** PodMetrics is its own plural; so is every kind that ends in an s which no singular has (as class, status, analysis, chaos and alias have). */
function isPlural(kind: string): boolean {
  return /[a-z]s$/.test(kind) && !/[suioa]s$/.test(kind);
}

/**
 * The kind's plural. `form` is the kind in the case that is wanted (its singular field, or all in lower case): the rules look at
 * the kind as it is written, for DNS is an abbreviation and Endpoints a plural.
 */
export function pluralOf(kind: string, form: string = kind): string {
  if (isPlural(kind)) return form;
  if (/(s|x|z|ch|sh)$/i.test(kind)) return `${form}es`;
  if (/[^aeiou]y$/i.test(kind)) return `${form.slice(0, -1)}ies`;
  return `${form}s`;
}
