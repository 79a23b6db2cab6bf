import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { UsageError } from './errors.ts';
import { globalFlags } from './flag-spec.ts';
import { parseArguments } from './parse-arguments.ts';

const parse = (...words: readonly string[]) => parseArguments({ words, commands });

test.each<readonly [string[], string | undefined, string[], Record<string, string[]>]>([
  [[], undefined, [], {}],
  [['get', 'x.tgz', 'pods', '-n', 'shop'], 'get', ['x.tgz', 'pods'], { namespace: ['shop'] }],
  [['-n', 'shop', 'get', 'x.tgz', 'pods'], 'get', ['x.tgz', 'pods'], { namespace: ['shop'] }],
  [['get', '-nshop', '-oname', 'x.tgz', 'pods'], 'get', ['x.tgz', 'pods'], { namespace: ['shop'], output: ['name'] }],
  [['get', '-o=json', 'x.tgz', 'pods', '-A'], 'get', ['x.tgz', 'pods'], { output: ['json'], 'all-namespaces': [''] }],
  [['get', '--output=jsonpath={.a}', 'x', 'y'], 'get', ['x', 'y'], { output: ['jsonpath={.a}'] }],
  [['get', '-', 'pods', '-l', 'a=b'], 'get', ['-', 'pods'], { selector: ['a=b'] }],
  [['serve', 'a', '--limit', 'rows=1', '--limit=list=2'], 'serve', ['a'], { limit: ['rows=1', 'list=2'] }],
  [['query', 'x', '--', '--odd'], 'query', ['x', '--odd'], {}],
  [['query', '-f', '-', 'x'], 'query', ['x'], { filename: ['-'] }],
])('%j', (words, command, positionals, given) => {
  const parsed = parse(...words);
  expect(parsed.command?.name).toBe(command);
  expect(parsed.positionals).toEqual(positionals);
  expect(Object.fromEntries(parsed.given)).toEqual(given);
});

test.each<readonly [string[], string, string | null]>([
  [['gte'], 'unknown command "gte".', 'get'],
  [['get', '--namspace', 'x'], 'command "get" has no flag --namspace.', '--namespace'],
  [['get', '--db', 'x'], 'command "get" has no flag --db.', null],
  [['get', '-n'], 'flag -n needs a value: -n NAMESPACE.', null],
  [['get', '--all-namespaces=yes'], 'flag --all-namespaces takes no value.', null],
  [['get', '-o', 'jsn'], '--output is "jsn"', 'json'],
  [['info', '-o', 'wide'], '--output is "wide", but may only be json, yaml.', null],
  [['--nope'], 'unknown flag --nope.', null],
])('%j is refused: %s', (words, message, candidate) => {
  const error = caught(() => parse(...words));
  expect(error).toBeInstanceOf(UsageError);
  expect(String(error)).toContain(message);
  if (candidate !== null) expect((error as UsageError).close?.candidates).toContain(candidate);
});

test('one name has one letter and one type in all commands', () => {
  const seen = new Map<string, string>();
  for (const flag of [...globalFlags, ...commands.flatMap((command) => command.flags)]) {
    const shape = `${flag.short ?? ''} ${flag.value === undefined ? 'switch' : 'value'}`;
    expect(`${flag.name} ${seen.get(flag.name) ?? shape}`).toBe(`${flag.name} ${shape}`);
    seen.set(flag.name, shape);
  }
});

test('no letter stands for two flags of one command', () => {
  for (const command of commands) {
    const letters = [...globalFlags, ...command.flags].flatMap(({ short }) => short ?? []);
    expect(`${command.name} ${letters.join('')}`).toBe(`${command.name} ${[...new Set(letters)].join('')}`);
  }
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
