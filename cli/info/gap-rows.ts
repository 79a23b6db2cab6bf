/** Gaps in the capture, those alike in one row. */
import { kindName } from '../../src/kube/kind.ts';
import type { Gap } from '../../src/store/reader.ts';

export interface GapRow {
  readonly kind: string;
  readonly outcome: string;
  /** `all namespaces`, or those concerned. */
  readonly where: string;
  readonly message: string;
}

/** So many namespaces are named; of more, their number. */
const mostNamed = 3;

/** One row a kind and outcome, by outcome, then kind. */
export function gapRows(gaps: readonly Gap[]): GapRow[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.outcome, gap.httpStatus, kindName(gap)]);
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  return [...groups.values()].map(gapRow).sort((a, b) => compare(a.outcome, b.outcome) || compare(a.kind, b.kind));
}

function gapRow(alike: readonly Gap[]): GapRow {
  const [first] = alike;
  if (first === undefined) throw new Error('a group of gaps is never empty');
  const namespaces = alike.flatMap(({ namespace }) => namespace ?? []);
  return {
    kind: first.kind === '*' ? `all of ${first.group}` : kindName(first),
    outcome: first.outcome.replace('_', ' ') + (first.httpStatus === null ? '' : ` (${first.httpStatus})`),
    where: namespaces.length < alike.length ? 'everywhere' : namespacesText(namespaces),
    message: first.message ?? '',
  };
}

function namespacesText(namespaces: readonly string[]): string {
  return namespaces.length <= mostNamed ? namespaces.join(', ') : `${namespaces.length} namespaces`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
