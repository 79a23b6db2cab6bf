/** Gaps in the capture, those alike in one row. */
import { kindName } from '../../src/kube/kind.ts';
import type { Gap } from '../../src/store/reader.ts';

export interface GapRow {
  readonly kind: string;
  readonly outcome: string;
  /** `everywhere`, or the namespaces concerned. */
  readonly where: string;
  readonly message: string;
}

/** So many namespaces are named; of more, their number. */
const mostNamed = 3;

/** One row a kind and outcome, by outcome, then kind. `namespaces`: how many the snapshot knows. */
export function gapRows(options: { readonly gaps: readonly Gap[]; readonly namespaces: number }): GapRow[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of options.gaps) {
    const key = JSON.stringify([gap.outcome, gap.httpStatus, kindName(gap)]);
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  const rows = [...groups.values()].map((alike) => gapRow({ alike, namespaces: options.namespaces }));
  return rows.sort((a, b) => compare(a.outcome, b.outcome) || compare(a.kind, b.kind));
}

function gapRow(options: { readonly alike: readonly Gap[]; readonly namespaces: number }): GapRow {
  const { alike, namespaces } = options;
  const [first] = alike;
  if (first === undefined) throw new Error('a group of gaps is never empty');
  return {
    kind: first.kind === '*' ? `all of ${first.group}` : kindName(first),
    outcome: first.outcome.replace('_', ' ') + (first.httpStatus === null ? '' : ` (${first.httpStatus})`),
    where: whereText({ named: alike.flatMap(({ namespace }) => namespace ?? []), namespaces }),
    message: first.message ?? '',
  };
}

/** Where the list over all namespaces failed and each was tried, those that failed say it: the others were captured. */
function whereText(options: { readonly named: readonly string[]; readonly namespaces: number }): string {
  const { named, namespaces } = options;
  if (named.length === 0 || named.length === namespaces) return 'everywhere';
  return named.length <= mostNamed ? named.join(', ') : `${named.length} of ${namespaces} namespaces`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
