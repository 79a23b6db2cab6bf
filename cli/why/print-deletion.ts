/** One deletion for people: what is to be expected, the tree of what it waits for, what shows it, and what to do. */
import { type Blocker, type DeletionReport, objectName } from '../../src/graph/deletion/blocker.ts';
import { finalizerRule } from '../../src/graph/deletion/catalogue/all.ts';
import { nextSteps } from '../../src/graph/deletion/next-steps.ts';
import { formatAge } from '../output/age.ts';
import type { Output } from '../output/output.ts';
import { type Cell, formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { type BlockerNode, blockerTrees } from './blocker-tree.ts';
import { controllerText, holdText, verdictStyles } from './deletion-words.ts';

interface PrintOptions {
  readonly report: DeletionReport;
  readonly now: number | null;
  readonly output: Output;
}

export async function printDeletion(options: PrintOptions): Promise<void> {
  const { report, output } = options;
  output.print(headline(options));
  output.print(`${lineText(report.explanation)}\n\n`);
  output.print(await treeText(options));
  const evidence = report.blockers.items.flatMap(evidenceLines);
  if (evidence.length > 0) output.print(`\nWhat shows it:\n${evidence.slice(0, MOST_LINES).join('')}${moreText(evidence.length)}`);
  const steps = nextSteps(report.blockers.roots);
  if (steps.length > 0) output.print(`\nWhat to do:\n${steps.slice(0, MOST_LINES).map(stepLine).join('')}${moreText(steps.length)}`);
}

/** So many lines of evidence, and of steps, are printed. */
const MOST_LINES = 40;

function moreText(count: number): string {
  return count > MOST_LINES ? `  and ${count - MOST_LINES} more\n` : '';
}

/** `Namespace team-legacy: being deleted for 64s, ORPHANED`. */
export function headline({ report, now, output }: PrintOptions): string {
  const { object, verdict, requestedAt } = report;
  const since = formatAge({ time: requestedAt, now });
  return `${lineText(objectName(object))}: being deleted for ${since}, ${output.style(verdictStyles[verdict], verdict.toLowerCase())}\n`;
}

/** A line a blocker: the object, what holds it, who must act, what it waits for. */
export async function treeText({ report, output }: PrintOptions): Promise<string> {
  const rows: Cell[][] = [];
  const addRow = (node: BlockerNode, label: string): void => {
    const { blocker } = node;
    const who = controllerText(blocker);
    const state = blocker.controller?.state;
    const style = state === 'ABSENT' || state === 'SCALED_DOWN' || state === 'NOT_READY' ? 'bad' : 'faint';
    rows.push([
      { text: label },
      { text: holdText(blocker), paint: (padded) => output.style(verdictStyles[blocker.verdict], padded) },
      { text: who, paint: (padded) => output.style(style, padded) },
      { text: waitText(node), paint: (padded) => output.style('faint', padded) },
    ]);
  };
  const addBelow = (node: BlockerNode, indent: string): void => {
    for (const [index, child] of node.children.entries()) {
      const last = index === node.children.length - 1 && node.more === 0;
      addRow(child, `${indent}${last ? '└─ ' : '├─ '}${objectName(child.blocker.object)}`);
      addBelow(child, `${indent}${last ? '   ' : '│  '}`);
    }
    if (node.more > 0) rows.push([{ text: `${indent}└─ and ${node.more} more` }]);
  };
  for (const node of blockerTrees(report.blockers, report.object)) {
    addRow(node, objectName(node.blocker.object));
    addBelow(node, '');
  }
  return await formatTable({ rows });
}

/** Where a line has others below it, they say what it waits for. */
function waitText({ blocker, children, shownAbove }: BlockerNode): string {
  if (shownAbove) return 'shown above';
  if (blocker.finalizer !== null && (children.length > 0 || finalizerRule(blocker.finalizer, blocker.object) === undefined)) return '';
  return /^(?:until|for) /.test(blocker.waitsFor) ? `waits ${blocker.waitsFor}` : blocker.waitsFor;
}

function evidenceLines({ object, evidence }: Blocker): string[] {
  return evidence.map((text) => `  ${lineText(`${objectName(object)}: ${text}`)}\n`);
}

function stepLine(step: string): string {
  return `  - ${lineText(step)}\n`;
}
