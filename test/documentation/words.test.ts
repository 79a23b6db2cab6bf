/** What people type and set is documented, and what is documented exists. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { type DocumentedWords, documentedWords, knownFlags, knownVariables } from './documented-words.ts';
import { sectionsOf } from './markdown.ts';
import { page, pages } from './pages.ts';

test.each(documentedWords)('$what on $page', (documented) => {
  const text = textFor(documented);
  expect(documented.words.filter((word) => !hasWord(text, word))).toEqual([]);
});

test('every command has its heading in docs/cli.md, and every flag there exists', () => {
  const { text } = page('docs/cli.md');
  const titles = sectionsOf(text).map(({ title }) => commandOf(title));
  expect(commands.map(({ name }) => name).filter((name) => !titles.includes(name))).toEqual([]);
  const flags = text.match(/(?<![\w-])--[a-z][a-z-]*/g) ?? [];
  expect(flags.filter((flag) => !knownFlags.has(flag))).toEqual([]);
});

describe.each(pages)('$path', ({ text }) => {
  test('the variables that it names exist', () => {
    const named = text.match(/\bSNAPGRAPH_[A-Z_]+\b/g) ?? [];
    expect(named.filter((name) => !knownVariables.has(name))).toEqual([]);
  });
});

/** The section asked for and what stands outside of all commands' sections: flags that several share are told once. */
function textFor({ page: path, section }: DocumentedWords): string {
  const { text } = page(path);
  if (section === null) return text;
  const others = sectionsOf(text).filter(({ title }) => {
    const command = commandOf(title);
    return command !== section && commands.some(({ name }) => name === command);
  });
  return others.reduce((rest, other) => rest.replace(other.text, ''), text);
}

/** `## snapgraph get` and `` ### `get` `` are both the heading of get. */
function commandOf(title: string): string {
  return (
    title
      .replaceAll('`', '')
      .replace(/^snapgraph /, '')
      .split(' ')[0] ?? ''
  );
}

function hasWord(text: string, word: string): boolean {
  const index = text.indexOf(word);
  if (index < 0) return false;
  const behind = text.slice(index + word.length);
  return !/^[\w-]/.test(behind) || hasWord(behind, word);
}
