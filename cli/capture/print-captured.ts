/** The summary of a capture, for people: what is there, what is not, and what that will hide. */

import { arrayAt, objectAt, stringAt, valueAt } from '../../src/kube/safe.ts';
import { builtInRules } from '../../src/redaction/rules/built-in-rules.ts';
import { kindsPointingAt } from '../../src/relations/kinds-pointing-at.ts';
import { formatSpan } from '../output/age.ts';
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { count } from '../output/words.ts';
import { wrap } from '../output/wrap.ts';
import { formatBytes } from './bytes.ts';
import type { Captured } from './capture-one.ts';
import { type CaptureGap, captureGaps, resourceWord } from './gap-list.ts';
import { documentsText, logsText, namespacesText, statisticsText } from './not-read.ts';
import type { Tally } from './tally.ts';
import { verdict } from './verdict.ts';

export async function printCaptured(options: {
  readonly captured: Captured;
  readonly program: string;
  readonly output: Output;
}): Promise<void> {
  const { captured, program, output } = options;
  const { bundle, tally } = captured;
  const { start, end } = tally;
  const span =
    start?.capturedFrom === undefined || end?.capturedTo === undefined ? '' : ` in ${formatSpan(end.capturedTo - start.capturedFrom)}`;
  output.print(`${output.style('heading', lineText(bundle.path))}: ${formatBytes(bundle.bytes)}, captured${span}\n`);
  output.print(await formatTable({ rows: factRows(tally), indent: '  ' }));
  await printGaps({ captured, output });
  output.print(`\nOpen it: ${program} open ${lineText(bundle.path)}\n`);
}

function factRows(tally: Tally): string[][] {
  const { start, end, objects, outcomes, problems } = tally;
  const resources = new Set(outcomes.flatMap((row) => (row.outcome !== 'excluded' && (row.items ?? 0) > 0 ? resourceWord(row) : [])));
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Cluster', [start?.cluster?.name, stringAt(start?.serverVersion, 'gitVersion')].filter(Boolean).join(', ')],
    ['As', start?.user],
    ['Objects', `${objects.toLocaleString('en')} of ${count(resources.size, 'resource')}`],
    ['Warning', namespacesText(tally)],
    ['Logs', logsText(tally)],
    ['Statistics', statisticsText(tally)],
    ['Documents', documentsText(tally)],
    ['Redacted', redactedText(tally)],
    [
      'Problems',
      problems.length === 0
        ? undefined
        : problems
            .map(({ message }) => message)
            .slice(0, 3)
            .join(' '),
    ],
    ['Broken off', end?.finished === false ? (end.reason ?? 'before its end') : undefined],
  ];
  return rows.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text]]));
}

function redactedText({ start }: Tally): string | undefined {
  const counts = valueAt(start?.redaction, 'counts');
  const number = (name: string): number => Number(valueAt(counts, name) ?? 0);
  const names = (name: string): string => arrayAt(counts, name).join(', ');
  const parts = [
    number('values') > 0 ? `${count(number('values'), 'value')} in ${count(number('objects'), 'object')}` : '',
    number('dropped') > 0 ? `${count(number('dropped'), 'object')} left out whole, for they could not be redacted` : '',
    names('kept') === '' ? '' : `the values of ${names('kept')} were kept`,
    names('notFound') === '' ? '' : `--include-secret-values ${names('notFound')} did not come`,
    idleText(counts),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

/** A rule that a user wrote for something that is there under another name must not seem to have worked. */
function idleText(counts: unknown): string {
  const taken = Object.entries(objectAt(counts, 'byRule') ?? {});
  const idle = taken.flatMap(([rule, values]) => (values === 0 && !builtIn.has(rule) ? [`"${rule}"`] : []));
  return idle.length === 0 ? '' : `--redact ${idle.length === 1 ? 'rule' : 'rules'} ${idle.join(', ')} took out nothing`;
}

const builtIn: ReadonlySet<string> = new Set(builtInRules.map(({ name }) => name));

async function printGaps(options: { readonly captured: Captured; readonly output: Output }): Promise<void> {
  const { captured, output } = options;
  const gaps = captureGaps(captured.tally.outcomes);
  if (gaps.length === 0) {
    const last = verdict(captured);
    if (last !== null) output.print(`\n${output.style(last.style, lineText(last.text))}\n`);
    return;
  }
  output.print(`\n${output.style('warning', 'Not captured, or not wholly:')}\n`);
  const rows = gaps.map(({ what, outcome, where, message }) => [what, outcome, where, message]);
  output.print(await formatTable({ headers: ['RESOURCE', 'OUTCOME', 'WHERE', 'MESSAGE'], rows }));
  const hidden = gaps.flatMap(hiddenText);
  if (hidden.length > 0)
    output.print(
      `\nWhat that hides from later answers:\n${hidden.map((text) => `  - ${wrap({ text, width: 100, indent: 4 })}\n`).join('')}`,
    );
}

/** So many kinds are named. */
const mostKinds = 5;

function hiddenText(gap: CaptureGap): string[] {
  const pointing = kindsPointingAt(gap);
  if (pointing.length === 0) return [];
  const named = pointing.slice(0, mostKinds).join(', ') + (pointing.length > mostKinds ? ' and others' : '');
  const where = gap.where === 'everywhere' ? '' : ` in ${gap.where}`;
  return [`${gap.kind}${where}: whether what ${named} name is there cannot be told. It will read "not captured".`];
}
