/** What the tests read out of a Markdown page. Our pages use fenced blocks with backticks, ATX headings and inline links only. */

/** A fenced block. `marks` are the words behind the language: ` ```sh not-run `. */
export interface Block {
  readonly language: string;
  readonly marks: readonly string[];
  readonly text: string;
  /** Of its first line of text, from 1. */
  readonly line: number;
}

export interface Section {
  readonly title: string;
  /** With its deeper sections. */
  readonly text: string;
}

/** @throws Error where a block is not closed. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const opening = /^(\s*)```(\S*)\s*(.*)$/.exec(lines[index] ?? '');
    if (opening === null) continue;
    const [, indent = '', language = '', marks = ''] = opening;
    const length = lines.slice(index + 1).findIndex((line) => line.startsWith(`${indent}\`\`\``));
    if (length < 0) throw new Error(`The block that begins in line ${index + 1} is not closed.`);
    const inside = lines.slice(index + 1, index + 1 + length).map((line) => line.slice(indent.length));
    blocks.push({ language, marks: marks.split(/\s+/).filter(Boolean), text: inside.join('\n'), line: index + 2 });
    index += length + 1;
  }
  return blocks;
}

/** By heading, of every level; blocks are no headings. */
export function sectionsOf(text: string): Section[] {
  const lines = withoutBlocks(text).split('\n');
  const original = text.split('\n');
  const headings = lines.flatMap((line, index) => {
    const match = /^(#{1,6})\s+(.*?)\s*$/.exec(line);
    return match ? [{ index, level: match[1]?.length ?? 0, title: match[2] ?? '' }] : [];
  });
  return headings.map(({ index, level, title }, position) => {
    const next = headings.slice(position + 1).find((heading) => heading.level <= level);
    return { title, text: original.slice(index + 1, next?.index).join('\n') };
  });
}

/** Targets of links and pictures, as written. */
export function linksOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map((match) => match[1] ?? '');
}

/** The name by which `#…` links to a heading, as GitHub makes it. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** The same lines, those of blocks empty. */
function withoutBlocks(text: string): string {
  const lines = text.split('\n');
  for (const { line, text: inside } of blocksOf(text)) lines.fill('', line - 2, line + inside.split('\n').length);
  return lines.join('\n');
}
