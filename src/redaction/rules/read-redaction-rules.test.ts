import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../records/input-error.ts';
import { builtInRules } from './built-in-rules.ts';
import { readRedactionRules } from './read-redaction-rules.ts';

function problem(text: string): string {
  try {
    readRedactionRules({ text, file: 'rules.yaml' });
  } catch (error) {
    if (error instanceof InputError && error.code === 'UNREADABLE') return error.message;
    throw error;
  }
  return 'none';
}

test('rules have their names, and say what they take out', () => {
  const text = `
rules:
  - name: passwords in ConfigMaps
    kinds: [ConfigMap]
    namespaces: ['shop', 'data-*']
    path: .data['*password*']
  - {name: addresses, pattern: '\\d+\\.\\d+\\.\\d+\\.\\d+'}
`;
  expect(readRedactionRules({ text, file: 'x' }).map(({ name, matches }) => [name, matches])).toEqual([
    ['passwords in ConfigMaps', ".data['*password*']"],
    ['addresses', 'every text where it matches \\d+\\.\\d+\\.\\d+\\.\\d+'],
  ]);
  expect(readRedactionRules({ text: 'rules: []', file: 'x' })).toEqual([]);
});

test.each([
  ['', 'rules.yaml: it is empty.'],
  ['rules: []\n---\nrules: []', 'rules.yaml: it holds several YAML documents ("---"): a file of rules is one.'],
  ['[]', 'rules.yaml: it holds no rules. It begins with "rules:", and below it each rule begins with "- name: …".'],
  ['text', 'rules.yaml: it holds no rules.'],
  ['{}', 'rules.yaml: "rules" has to be a list, and is not there.'],
  ['rules: {a: 1}', 'rules.yaml: "rules" has to be a list, not a mapping.'],
  ['rule: []', 'rules.yaml: there is no field "rule". Did you mean "rules"?'],
  ['zzzzzz: []', 'rules.yaml: there is no field "zzzzzz". The only field is rules.'],
  ['rules: [x]', 'rules.yaml: rule 1: it has to be a mapping with "name" and "path" or "pattern".'],
  ['rules: [{path: .data}]', 'rules.yaml: rule 1: "name" is not there: the bundle tells by it which rule took out how much.'],
  ['rules: [{name: 3, path: .data}]', 'rules.yaml: rule 1: "name" has to be a text, not the number 3.'],
  ["rules: [{name: '', path: .data}]", 'rules.yaml: rule 1 (): "name" has to be a text, not an empty one.'],
  ['rules: [{name: a}]', 'rules.yaml: rule 1 (a): it has neither "path" nor "pattern", and would take out everything.'],
  ['rules: [{name: a, path: .x}, {name: b, paths: .x}]', 'rules.yaml: rule 2 (b): there is no field "paths". Did you mean "path"'],
  ['rules: [{name: a, kind: Pod, path: .x}]', 'rules.yaml: rule 1 (a): there is no field "kind". Did you mean "kinds"?'],
  [
    'rules: [{name: a, zzzzzzz: 1}]',
    'rules.yaml: rule 1 (a): there is no field "zzzzzzz". Fields are name, kinds, namespaces, names, path and pattern.',
  ],
  [
    'rules: [{name: a, path: .x}, {name: a, path: .y}]',
    'rules.yaml: rule 2 (a): there is another rule of this name. Give it a name of its own.',
  ],
  ['rules: [{name: secret-values, path: .x}]', 'rules.yaml: rule 1 (secret-values): there is another rule of this name.'],
  [
    'rules: [{name: a, path: .x, kinds: []}]',
    'rules.yaml: rule 1 (a): "kinds" is an empty list, which no object matches. Leave it out for all.',
  ],
  [
    'rules: [{name: a, path: .x, kinds: [Pod, 3]}]',
    'rules.yaml: rule 1 (a): "kinds" has to be a list of texts, and the number 3 is in it.',
  ],
  ['rules: [{name: a, path: .x, names: [null]}]', 'rules.yaml: rule 1 (a): "names" has to be a list of texts, and nothing is in it.'],
  [
    'rules: [{name: a, path: .x, namespaces: [[x]]}]',
    'rules.yaml: rule 1 (a): "namespaces" has to be a list of texts, and a list is in it.',
  ],
  ["rules: [{name: a, path: .x, kinds: ['[a']}]", 'rules.yaml: rule 1 (a): "kinds": The name pattern opens "[" at 0 and never closes it.'],
  ['rules: [{name: a, path: [.x]}]', 'rules.yaml: rule 1 (a): "path" has to be a text, not a list.'],
  ["rules: [{name: a, path: 'data['}]", 'rules.yaml: rule 1 (a): "path": Invalid path "data[": found the end at 5'],
  [`rules: [{name: a, path: ".data['x[']"}]`, 'rules.yaml: rule 1 (a): "path": The name pattern opens "["'],
  ...['@.a==$.b', '$.a', '@.a || (@.b && $.c)', '@.a[?(@.b==$.c)]', "@['a','b'][?($.c)]"].map((filter) => [
    `rules: [{name: a, path: ${JSON.stringify(`.x[?(${filter})]`)}}]`,
    `rules.yaml: rule 1 (a): "path": Invalid path ".x[?(${filter})]": a filter compares fields of @, not of $.`,
  ]),
  [`rules: [{name: a, path: '.x[?(@.a==''"fromRoot":true'')]'}]`, 'none'],
  ['rules: [{name: a, path: .metadata.name}]', 'rules.yaml: rule 1 (a): "path": .metadata.name names the object.'],
  [`rules: [{name: a, path: "['kind']"}]`, `rules.yaml: rule 1 (a): "path": ['kind'] names the object.`],
  [
    "rules: [{name: a, pattern: '(a'}]",
    'rules.yaml: rule 1 (a): "pattern" is no RE2 expression: error parsing regexp: missing closing ): `(a`.',
  ],
  ["rules: [{name: a, pattern: '(?=a)'}]", 'rules.yaml: rule 1 (a): "pattern" is no RE2 expression: '],
  [`rules: [{name: a, pattern: '${'a'.repeat(1_001)}'}]`, 'rules.yaml: rule 1 (a): "pattern" has 1001 characters; the most is 1000.'],
  ['rules: [{name: a, name: b, path: .x}]', 'rules.yaml: line 1: it is no valid YAML (duplicated mapping key)'],
  ['rules:\n  - name: a\n   path: x', 'rules.yaml: line 3: it is no valid YAML ('],
  [`rules: ${'['.repeat(50)}${']'.repeat(50)}`, 'rules.yaml: '],
  [`rules: [${'{name: a, path: .x},'.repeat(1_001)}]`, 'rules.yaml: it has 1001 rules; the most is 1000.'],
  [`rules: [{name: a, path: .x, names: [${'x,'.repeat(1_001)}]}]`, 'rules.yaml: rule 1 (a): "names" has 1001 entries; the most is 1000.'],
  ['rules: [{__proto__: {}, name: a}]', 'rules.yaml: rule 1 (a): there is no field "__proto__".'],
])('%j', (text, expected) => {
  expect(problem(text).slice(0, expected.length)).toBe(expected);
});

test('the rules of several files have names of their own, each', () => {
  const text = 'rules: [{name: a, path: .x}]';
  const before = [...builtInRules, ...readRedactionRules({ text, file: 'one.yaml' })];
  expect(() => readRedactionRules({ text, file: 'two.yaml', before })).toThrow(
    'two.yaml: rule 1 (a): there is another rule of this name. Give it a name of its own.',
  );
  expect(readRedactionRules({ text: text.replace('name: a', 'name: b'), file: 'two.yaml', before })).toHaveLength(1);
});

test('whatever stands in the file, it is read, or refused by name', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string()), fc.dictionary(fc.string(), fc.string()));
  const rule = fc.oneof(value, fc.dictionary(fc.constantFrom('name', 'kinds', 'namespaces', 'names', 'path', 'pattern', 'x'), value));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.record({ rules: fc.array(rule) }).map((document) => JSON.stringify(document)),
      ),
      (text) => {
        expect(problem(text)).toMatch(/^(?:none$|rules\.yaml: )/);
      },
    ),
    { numRuns: 2_000 },
  );
});
