/** Why an object is ill, for people: what it comes down to, then the chain from the object to that. */
import type { Explained, Explanation } from '../../src/graph/explanation/explain.ts';
import type { ObjectRow } from '../../src/store/reader.ts';
import { objectText } from '../output/object-text.ts';
import type { Output } from '../output/output.ts';
import { lineText } from '../output/terminal-text.ts';
import { alikeText, brokenText, healthText, rootsOf, rootText, styleOf, usersText } from './explanation-words.ts';

export function printExplanation(options: {
  readonly explained: Explained;
  /** Of a Node: Services that have no ready endpoint elsewhere. */
  readonly onlyThere: readonly ObjectRow[] | null;
  readonly output: Output;
}): void {
  const { explained, onlyThere, output } = options;
  const { root, notCaptured } = explained;
  output.print(`${lineText(objectText(root.object))}: ${output.style(styleOf(root), lineText(healthText(root)))}\n`);
  if (root.causes.length > 0) {
    const roots = rootsOf(root);
    output.print(
      `\nIt comes down to:\n${roots
        .slice(0, MOST_ROOTS)
        .map((each) => `  ${lineText(rootText(each))}\n`)
        .join('')}`,
    );
    if (roots.length > MOST_ROOTS) output.print(`  and ${roots.length - MOST_ROOTS} more\n`);
    output.print('\n');
  }
  printNode({ explanation: root, indent: '', label: '', output, isRoot: true });
  if (onlyThere !== null) {
    const head =
      onlyThere.length === 0 ? 'Every Service has a ready endpoint elsewhere.' : 'Services that have no ready endpoint elsewhere:';
    output.print(`\n${head}\n${onlyThere.map((service) => `  ${lineText(objectText(service))}\n`).join('')}`);
  }
  if (notCaptured.length > 0) output.print(`\nCould not be looked at, for it was not captured:\n${absentLines(notCaptured)}`);
}

const MOST_ROOTS = 10;

interface Node {
  readonly explanation: Explanation;
  /** Before each line below its own. */
  readonly indent: string;
  /** Before its own. */
  readonly label: string;
  readonly output: Output;
  readonly isRoot: boolean;
}

function printNode({ explanation, indent, label, output, isRoot }: Node): void {
  const { object, causes } = explanation;
  const broken = brokenText(explanation);
  const state = output.style(styleOf(explanation), lineText(broken ?? healthText(explanation)));
  if (!isRoot || causes.length > 0)
    output.print(`${label}${lineText(objectText(object))}${alikeText(explanation)}${broken === null ? ':' : ''} ${state}\n`);
  const below = `${indent}${causes.length > 0 ? '│  ' : '   '}`;
  for (const line of detailsOf(explanation)) output.print(`${below}${output.style('faint', lineText(line))}\n`);
  for (const [index, cause] of causes.entries()) {
    const isLast = index === causes.length - 1;
    printNode({
      explanation: cause,
      indent: `${indent}${isLast ? '   ' : '│  '}`,
      label: `${indent}${isLast ? '└─ ' : '├─ '}`,
      output,
      isRoot: false,
    });
  }
}

function detailsOf(explanation: Explanation): readonly string[] {
  const { health, pointer, lastWords, users } = explanation;
  const isBroken = brokenText(explanation) !== null;
  return [
    ...(isBroken && pointer !== null ? [`named by ${pointer.path}`] : []),
    ...(users.length > 0 ? [`also named by ${usersText(users)}`] : []),
    ...(!isBroken && health?.message ? [health.message] : []),
    ...(lastWords === null
      ? []
      : [`its container ${lastWords.container.name} said last${lastWords.previous ? ', before it was started anew' : ''}:`]),
    ...(lastWords?.lines.map(({ text }) => `  ${text}`) ?? []),
  ];
}

const MOST_ABSENT = 10;

function absentLines(objects: readonly ObjectRow[]): string {
  const lines = objects.slice(0, MOST_ABSENT).map((object) => `  ${lineText(objectText(object))}\n`);
  const more = objects.length - lines.length;
  return lines.join('') + (more > 0 ? `  and ${more} more\n` : '');
}
