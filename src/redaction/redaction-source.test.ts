import { expect, test } from 'vitest';
import { redactionOptions } from './redaction-source.ts';
import { builtInRules } from './rules/built-in-rules.ts';
import { KEY } from './testing/records.ts';

const rulesOf = (...names: string[]): string[] => {
  const files = names.map((name, index) => ({ file: `${index}.yaml`, text: `rules: [{name: ${name}, path: .x}]` }));
  return redactionOptions({ files, keep: [], key: KEY, keySource: 'random' }).rules.map((rule) => rule.name);
};

test('the rules of all files come on top of the built-in ones, and no two have one name', () => {
  expect(rulesOf('a', 'b')).toEqual([...builtInRules.map(({ name }) => name), 'a', 'b']);
  expect(() => rulesOf('a', 'b', 'a')).toThrow('2.yaml: rule 1 (a): there is another rule of this name. Give it a name of its own.');
});
