import { expect, test } from 'vitest';
import { blocksOf } from './markdown.ts';
import { matchesOutput } from './matches-output.ts';
import { shellExamplesOf } from './shell-example.ts';

const examples = (language: string, lines: readonly string[]) =>
  shellExamplesOf(blocksOf([`\`\`\`${language}`, ...lines, '```'].join('\n')));

test('a terminal: commands, their output and their exit code', () => {
  const lines = ['$ snapgraph info a \\', '    --quiet', 'one', '', '$ echo $?', '3', '$ snapgraph help'];
  expect(examples('console', lines)).toEqual([
    { command: 'snapgraph info a \\\n    --quiet', output: 'one', exitCode: 3, line: 2 },
    { command: 'snapgraph help', output: null, exitCode: 0, line: 8 },
  ]);
  expect(() => examples('console', ['snapgraph help'])).toThrow('begins with "$ "');
});

test('a script: a command a line, over several where a quote is open', () => {
  const lines = ['# why', 'snapgraph help', '', "snapgraph query a '{", '  pods', "}'"];
  expect(examples('sh', lines).map(({ command, line }) => [command, line])).toEqual([
    ['snapgraph help', 3],
    ["snapgraph query a '{\n  pods\n}'", 5],
  ]);
});

test('what is marked, of another language or of another program is not run', () => {
  expect(examples('sh not-run', ['snapgraph help'])).toEqual([]);
  expect(examples('text', ['snapgraph help'])).toEqual([]);
  expect(examples('sh', ['kubectl get pods'])).toEqual([]);
});

test.each([
  ['a\nb', 'a \nb\n', true],
  ['a\nb', 'a\nb\nc', false],
  ['a\n…\nc', 'a\nb\nb\nc', true],
  ['a\n…\nc', 'a\nc', true],
  ['a\n…', 'b', false],
  ['took…', 'took 3 s', true],
  ['a.c', 'abc', false],
  ['{ [ ( *', '{ [ ( *', true],
])('shown %j, printed %j: %s', (shown, printed, expected) => {
  expect(matchesOutput({ shown, printed })).toBe(expected);
});
