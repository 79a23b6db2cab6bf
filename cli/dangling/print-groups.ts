/** Findings as text: under each severity and what breaks a line a group. */
import type { DanglingGroup } from '../../src/graph/dangling/group.ts';
import type { Severity } from '../../src/graph/dangling/row.ts';
import { groupBy } from '../../src/graph/group-by.ts';
import { objectText } from '../output/object-text.ts';
import type { Output, Style } from '../output/output.ts';
import { type Cell, formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { count } from '../output/words.ts';
import type { NotJudged } from './not-judged.ts';
import { othersText, statusText } from './words.ts';

const styles: Readonly<Record<Severity, Style>> = { ERROR: 'bad', WARNING: 'warning', INFO: 'faint' };

export async function printGroups(options: {
  readonly groups: readonly DanglingGroup[];
  readonly wide: boolean;
  readonly output: Output;
}): Promise<void> {
  const { groups, wide, output } = options;
  for (const [index, alike] of sections(groups).entries()) {
    const [first] = alike;
    if (first === undefined) continue;
    const { severity, consequence } = first;
    const heading = `${output.style(styles[severity], severity)} ${lineText(consequence)}`;
    output.print(`${index === 0 ? '' : '\n'}${heading}\n`);
    output.print(await formatTable({ rows: alike.map((group) => rowOf(group, wide)), indent: '  ' }));
  }
}

/** What could not be judged, by kind; nothing where all could. */
export function printNotJudged(options: { readonly kinds: readonly NotJudged[]; readonly after: boolean; readonly output: Output }): void {
  const { kinds, after, output } = options;
  if (kinds.length === 0) return;
  const numbers = kinds.map(({ kind, references }) => `${count(references, 'pointer')} to ${kind}`);
  output.print(`${after ? '\n' : ''}Not judged, for what is named was not captured: ${numbers.map(lineText).join(', ')}.\n`);
}

function sections(groups: readonly DanglingGroup[]): DanglingGroup[][] {
  return [...groupBy(groups, ({ severity, consequence }) => `${severity} ${consequence}`).values()];
}

function rowOf(group: DanglingGroup, wide: boolean): (Cell | string)[] {
  const { sources, target, relation } = group;
  const [first] = sources;
  const paths = [...new Set(sources.filter(({ object }) => object.id === first?.object.id).map(({ finding }) => finding.reference.path))];
  return [
    first === undefined ? '' : objectText(first.object),
    paths.length > 1 ? `${paths[0]} and ${paths.length - 1} more` : (paths[0] ?? ''),
    objectText(target),
    statusText(group),
    ...(wide ? [relation] : []),
    othersText(group),
  ];
}
