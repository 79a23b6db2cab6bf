/** The last word on a capture without gaps: how far what is not in it was not there. */
import { arrayAt } from '../../src/kube/safe.ts';
import type { Style } from '../output/output.ts';
import type { Captured } from './capture-one.ts';
import { resourceWord } from './gap-list.ts';
import { failedDocuments, failedLogs } from './not-read.ts';
import type { Tally } from './tally.ts';

export interface Verdict {
  readonly style: Style;
  readonly text: string;
}

/** Null where there is nothing to add. */
export function verdict({ bundle, tally }: Captured): Verdict | null {
  if (!bundle.finished) return null;
  if (!bundle.complete) return { style: 'warning', text: eachNamespaceText(tally) };
  const asked = isNarrowed(tally) ? 'Of what was asked for, every' : 'Every';
  if (failedLogs(tally).length + failedDocuments(tally).length + tally.problems.length > 0)
    return { style: 'warning', text: `${asked} object was captured; what else could not be read stands above.` };
  return {
    style: 'good',
    text: isNarrowed(tally) ? `${asked}thing was captured.` : `${asked}thing was captured: what is not in it was not there.`,
  };
}

function isNarrowed({ start }: Tally): boolean {
  return ['namespaces', 'include', 'exclude'].some((name) => arrayAt(start?.options, name).length > 0);
}

/** Lists that failed over all namespaces are no gaps where each namespace that is known came. */
function eachNamespaceText({ outcomes }: Tally): string {
  const failed = outcomes.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'excluded');
  return `What may not be listed over all namespaces was read in each that is known: ${failed.map(resourceWord).join(', ')}.`;
}
