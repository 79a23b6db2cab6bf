const mostNamed = 3;

/** Of `all` namespaces those that are named; none: it is not about single ones. */
export function whereText(named: readonly string[], all: number): string {
  if (named.length === 0 || (named.length === all && all > mostNamed)) return 'everywhere';
  return named.length <= mostNamed ? named.join(', ') : `${named.length} of ${all} namespaces`;
}
