/** A snapshot's summary for people. */
import { stringAt } from '../../src/kube/safe.ts';
import type { SnapshotInfo } from '../../src/store/reader.ts';
import { formatSpan } from '../output/age.ts';
import type { Output } from '../output/output.ts';
import { formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { count } from '../output/words.ts';
import { gapRows } from './gap-rows.ts';
import { printHealth } from './print-health.ts';
import { problemRows } from './problem-rows.ts';
import { type SnapshotSummary, serverVersionText } from './snapshot-summary.ts';

export interface PrintSummaryOptions {
  readonly summary: SnapshotSummary;
  readonly output: Output;
  /** How many kinds to list. */
  readonly mostKinds: number;
  /** As other commands take it, for where to look next; absent: nothing is said of that. */
  readonly source?: string;
}

export async function printSummary(options: PrintSummaryOptions): Promise<void> {
  const { summary, output, source = null } = options;
  const { info, health } = summary;
  output.print(`${output.style('heading', lineText(info.name))}\n`);
  output.print(await formatTable({ rows: factRows(summary), indent: '  ' }));
  await printHealth({ health, output, source });
  await printKinds(options);
  await printGaps(options);
  await printProblems(options);
}

function factRows(summary: SnapshotSummary): string[][] {
  const { info } = summary;
  const { cluster } = info;
  const facts: readonly (readonly [string, string | null])[] = [
    ['Snapshot', info.id],
    ['Captured', capturedText(info)],
    ['Cluster', joined([stringAt(cluster, 'name'), stringAt(cluster, 'server'), serverVersionText(info.serverVersion)])],
    ['As', joined([info.user, info.context === null ? null : `context ${info.context}`])],
    ['Format', joined([info.format, info.tool])],
    ['Holds', holdsText(summary)],
    ['Rules', rulesText(info)],
    ['Broken off', info.finished ? null : (info.reason ?? 'the capture did not run to its end')],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [[name, text]]));
}

function capturedText(info: SnapshotInfo): string | null {
  const { capturedFrom: from, capturedTo: to } = info;
  if (to === null) return null;
  const ended = new Date(to).toISOString();
  if (info.timeSource === 'INFERRED') return `${ended} (the newest time in the data)`;
  return from === null ? ended : `${ended}, in ${formatSpan(to - from)}`;
}

/** The relations of the user's own rules; null without any. */
function rulesText({ userRules }: SnapshotInfo): string | null {
  if (userRules.length === 0) return null;
  const relations = [...new Set(userRules.map(({ relation }) => relation))];
  return `${count(userRules.length, 'rule')} beside the built-in ones: ${relations.join(', ')}`;
}

function holdsText({ info, kinds }: SnapshotSummary): string {
  return [
    `${count(info.objects, 'object')} of ${count(kinds.length, 'kind')}`,
    count(info.references, 'reference'),
    count(info.logs, 'log'),
    count(info.documents, 'document'),
  ].join(', ');
}

function joined(parts: readonly (string | null | undefined)[]): string | null {
  const known = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return known.length === 0 ? null : known.join(', ');
}

async function printKinds({ summary, output, mostKinds }: PrintSummaryOptions): Promise<void> {
  const shown = summary.kinds.slice(0, mostKinds);
  if (shown.length === 0) return;
  const rows = shown.map(({ name, objects }) => [name, objects.toLocaleString('en')]);
  output.print(`\n${await formatTable({ headers: ['KIND', 'OBJECTS'], rows })}`);
  const more = summary.kinds.length - shown.length;
  if (more > 0) output.print(`and ${count(more, 'more kind')}\n`);
}

async function printGaps({ summary, output }: PrintSummaryOptions): Promise<void> {
  if (summary.gaps.length === 0) {
    output.print(`\n${output.style('good', 'Every kind was captured: what is not listed was not there.')}\n`);
    return;
  }
  output.print(`\n${output.style('warning', 'Not fully captured: of these kinds, what is not listed may have been there.')}\n`);
  const rows = gapRows({ gaps: summary.gaps, namespaces: namespacesOf(summary) }).map((row) => [
    row.kind,
    row.outcome,
    row.where,
    row.message,
  ]);
  output.print(await formatTable({ headers: ['KIND', 'OUTCOME', 'WHERE', 'MESSAGE'], rows }));
}

function namespacesOf({ kinds }: SnapshotSummary): number {
  return kinds.find(({ name }) => name === 'Namespace')?.objects ?? 0;
}

async function printProblems({ summary, output }: PrintSummaryOptions): Promise<void> {
  if (summary.problems.length === 0) return;
  output.print(`\n${output.style('warning', count(summary.problems.length, 'problem'))}\n`);
  const rows = problemRows(summary.problems).map((row) => [row.severity, row.times, row.where, row.message]);
  output.print(await formatTable({ headers: ['SEVERITY', 'TIMES', 'FIRST IN', 'MESSAGE'], rows }));
}
