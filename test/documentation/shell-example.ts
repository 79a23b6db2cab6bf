/**
 * The commands of a page's shell examples, with what must come of them.
 *
 * A block of the language `console` shows a terminal: `$ snapgraph …`, then its output, where a line `…` stands for any lines;
 * a command may go on in lines that end in `\`. The command must end with exit code 0, unless `$ echo $?` follows and shows another.
 * A block of the language `sh` is to be copied: each command of it must end with 0.
 * Blocks without `snapgraph` in them, and those with the mark `not-run` (an installation, a cluster that is not there), are not run.
 */
import type { Block } from './markdown.ts';

export interface ShellExample {
  readonly command: string;
  /** Null where the page shows none. */
  readonly output: string | null;
  readonly exitCode: number;
  /** In the page, from 1. */
  readonly line: number;
}

export function shellExamplesOf(blocks: readonly Block[]): ShellExample[] {
  return blocks.filter(isRun).flatMap((block) => (block.language === 'console' ? terminalExamples(block) : scriptExamples(block)));
}

function isRun(block: Block): boolean {
  return ['sh', 'console'].includes(block.language) && /\bsnapgraph\b/.test(block.text) && !block.marks.includes('not-run');
}

interface Entry {
  command: string;
  readonly output: string[];
  readonly line: number;
}

function terminalExamples(block: Block): ShellExample[] {
  const entries = entriesOf(block);
  return entries.flatMap((entry, index) => {
    if (isEcho(entry)) return [];
    const next = entries[index + 1];
    const exitCode = next && isEcho(next) ? Number(next.output[0]) : 0;
    const output = entry.output.join('\n').trimEnd();
    return [{ command: entry.command, output: output === '' ? null : output, exitCode, line: entry.line }];
  });
}

function entriesOf(block: Block): Entry[] {
  const entries: Entry[] = [];
  let continues = false;
  for (const [index, line] of block.text.split('\n').entries()) {
    const entry = entries.at(-1);
    if (line.startsWith('$ ')) entries.push({ command: line.slice(2), output: [], line: block.line + index });
    else if (entry === undefined) throw new Error(`Line ${block.line + index}: a console block begins with "$ ".`);
    else if (continues) entry.command += `\n${line}`;
    else entry.output.push(line);
    continues = (line.startsWith('$ ') || continues) && line.endsWith('\\');
  }
  return entries;
}

function isEcho(entry: Entry): boolean {
  return entry.command.trim() === 'echo $?';
}

/** Commands begin at the left edge; what is indented, a quote that is open, or a line after `\` belongs to the one before. */
function scriptExamples(block: Block): ShellExample[] {
  const examples: { command: string; line: number }[] = [];
  for (const [index, line] of block.text.split('\n').entries()) {
    const last = examples.at(-1);
    if (last && (last.command.endsWith('\\') || hasOpenQuote(last.command))) last.command += `\n${line}`;
    else if (line.trim() !== '' && !line.startsWith('#')) examples.push({ command: line, line: block.line + index });
  }
  return examples.map((example) => ({ ...example, output: null, exitCode: 0 }));
}

function hasOpenQuote(command: string): boolean {
  return (command.match(/'/g)?.length ?? 0) % 2 === 1;
}
