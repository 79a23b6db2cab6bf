import { expect, test } from 'vitest';
import { matchesRequirements } from '../../kube/label-selector.ts';
import { parseCalicoSelector } from './calico-selector.ts';

const show = (text: string): string | undefined =>
  parseCalicoSelector(text)
    ?.map((all) => all.map(({ key, operator, values }) => `${key} ${operator} ${values.join('|')}`.trim()).join(' & '))
    .join(' or ');

test.each([
  ['', ''],
  ['all()', ''],
  ["app == 'web'", 'app In web'],
  ['app=="web" && has(tier)', 'app In web & tier Exists'],
  ["app != 'web'", 'app NotIn web'],
  ['tier in {\'a\', "b"}', 'tier In a|b'],
  ["tier not in { 'a' }", 'tier NotIn a'],
  ['!has(example.com/key)', 'example.com/key DoesNotExist'],
  ["a == '1' || b == '2'", 'a In 1 or b In 2'],
  ["(a == '1' || b == '2') && has(c)", 'a In 1 & c Exists or b In 2 & c Exists'],
  ["!(a == '1' || b != '2')", 'a NotIn 1 & b In 2'],
  ["!(a == '1' && has(b))", 'a NotIn 1 or b DoesNotExist'],
  ["a == '1' || b == '2' && has(c)", 'a In 1 or b In 2 & c Exists'],
  ['!!has(a)', 'a Exists'],
])('%s', (text, expected) => {
  expect(show(text)).toBe(expected);
});

test('what can never hold has no alternative', () => {
  expect(parseCalicoSelector('!all()')).toEqual([]);
});

test.each([
  'global()',
  "app contains 'web'",
  "app starts with 'web'",
  "app ends with 'web'",
  "app == 'no label!'",
  'app == web',
  "app == 'web",
  "app = 'web'",
  "app == 'web' &&",
  "(app == 'web'",
  "app == 'web')",
  'has(app',
  'tier in {}',
  "tier in {'a' 'b'}",
  'tier not web',
  "'app' == 'web'",
  'any()',
  'ä',
  `${'('.repeat(60)}has(a)${')'.repeat(60)}`,
  Array.from({ length: 7 }, (_, index) => `(has(a${index}) || has(b${index}))`).join(' && '),
  'has(a) || '.repeat(2000),
])('cannot be asked: %s', (text) => {
  expect(parseCalicoSelector(text)).toBeNull();
});

test('inequality holds where the label is absent', () => {
  const [alternative] = parseCalicoSelector("app != 'web'") ?? [];
  expect(matchesRequirements({}, alternative ?? [])).toBe(true);
});
