import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesRequirements, parseLabelSelector, requirementsOf } from './label-selector.ts';
import type { Requirement } from './requirement.ts';
import { SelectorError } from './selector-error.ts';

test.each([
  ['', []],
  ['  ', []],
  ['a=b', [['a', 'In', 'b']]],
  ['c==d', [['c', 'In', 'd']]],
  ['e!=f', [['e', 'NotIn', 'f']]],
  ['g in (x,y)', [['g', 'In', 'x', 'y']]],
  ['g in (y, x, y)', [['g', 'In', 'x', 'y']]],
  ['h notin (z)', [['h', 'NotIn', 'z']]],
  ['i', [['i', 'Exists']]],
  ['!j', [['j', 'DoesNotExist']]],
  ['! j', [['j', 'DoesNotExist']]],
  ['k>1', [['k', 'GreaterThan', '1']]],
  ['k < 2', [['k', 'LessThan', '2']]],
  ['a=', [['a', 'In', '']]],
  [
    'a=,b',
    [
      ['a', 'In', ''],
      ['b', 'Exists'],
    ],
  ],
  ['a in (,x)', [['a', 'In', '', 'x']]],
  ['a in (x,)', [['a', 'In', '', 'x']]],
  ['a in (,)', [['a', 'In', '']]],
  ['a in ()', [['a', 'In', '']]],
  ['a notin ( )', [['a', 'NotIn', '']]],
  ['in', [['in', 'Exists']]],
  ['notin in (in)', [['notin', 'In', 'in']]],
  ['a=in', [['a', 'In', 'in']]],
  [
    'app.kubernetes.io/name=shop, tier notin (db,cache),!legacy',
    [
      ['app.kubernetes.io/name', 'In', 'shop'],
      ['tier', 'NotIn', 'cache', 'db'],
      ['legacy', 'DoesNotExist'],
    ],
  ],
])('%s', (text, expected) => {
  expect(parseLabelSelector(text)).toEqual(expected.map(([key, operator, ...values]) => ({ key, operator, values })));
});

test.each([
  [',a', 0],
  ['a,', 2],
  ['a,,b', 2],
  ['a=b c', 4],
  ['a in x', 5],
  ['a in (x', 7],
  ['a in (x y)', 8],
  ['a=b=c', 3],
  ['!a=b', 2],
  ['a b', 2],
  ['=b', 0],
  ['a>x', 1],
  ['a>99999999999999999999', 1],
  ['a>', 1],
  ['a>-1', 1],
  ['a=*', 1],
  ['-a', 0],
  ['a/b/c', 0],
  ['UPPER.example/a', 0],
  [`a=${'x'.repeat(64)}`, 1],
  ['a'.repeat(20_000), 16_384],
])('%.30s cannot be read', (text, position) => {
  expect(() => parseLabelSelector(text)).toThrow(SelectorError);
  expect(() => parseLabelSelector(text)).toThrow(expect.objectContaining({ position }));
});

test('an error says where, what was found and what was expected', () => {
  expect(() => parseLabelSelector('a in x')).toThrow('Invalid label selector: found "x" at 5, expected "(".');
});

const labels = { app: 'shop', tier: 'web', weight: '10', empty: '' };

test.each([
  ['', true],
  ['app', true],
  ['!app', false],
  ['db', false],
  ['!db', true],
  ['app=shop', true],
  ['app=shop,tier=db', false],
  ['app!=shop', false],
  ['db!=x', true],
  ['db notin (x)', true],
  ['tier in (db,web)', true],
  ['db in (x)', false],
  ['weight>9', true],
  ['weight>10', false],
  ['weight<11', true],
  ['app>1', false],
  ['db>1', false],
  ['db<1', false],
  ['empty=', true],
  ['db=', false],
  ['constructor', false],
  ['!toString', true],
])('%s on the labels: %s', (text, expected) => {
  expect(matchesRequirements(labels, parseLabelSelector(text))).toBe(expected);
});

test.each([
  [{}, []],
  [{ matchLabels: {}, matchExpressions: [] }, []],
  [{ matchLabels: null, matchExpressions: null }, []],
  [{ matchLabels: { app: 'shop' } }, [['app', 'In', 'shop']]],
  [
    {
      matchLabels: { a: 'b' },
      matchExpressions: [
        { key: 'c', operator: 'NotIn', values: ['d', 'e'] },
        { key: 'f', operator: 'Exists' },
      ],
    },
    [
      ['a', 'In', 'b'],
      ['c', 'NotIn', 'd', 'e'],
      ['f', 'Exists'],
    ],
  ],
  [{ matchExpressions: [{ key: 'f', operator: 'DoesNotExist', values: [] }] }, [['f', 'DoesNotExist']]],
])('%j', (selector, expected) => {
  expect(requirementsOf(selector)).toEqual(expected.map(([key, operator, ...values]) => ({ key, operator, values })));
});

test.each([
  undefined,
  null,
  'app=shop',
  [],
  { matchLabels: [] },
  { matchLabels: { a: 1 } },
  { matchLabels: { 'not a key': 'b' } },
  { matchLabels: { a: 'not a value' } },
  { matchExpressions: {} },
  { matchExpressions: [null] },
  { matchExpressions: [{ operator: 'Exists' }] },
  { matchExpressions: [{ key: 'a', operator: 'in', values: ['b'] }] },
  { matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] },
  { matchExpressions: [{ key: 'a', operator: 'In' }] },
  { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] },
  { matchExpressions: [{ key: 'a', operator: 'In', values: [1] }] },
  { matchExpressions: [{ key: 'a', operator: 'In', values: 'b' }] },
  { matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
])('%j is malformed, or none', (selector) => {
  expect(requirementsOf(selector)).toBeNull();
});

const key = fc.constantFrom('a', 'b', 'in', 'notin', 'x.io/c');
const value = fc.constantFrom('', '1', '2', '10', 'x', 'in');
const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({
    key,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.uniqueArray(value, { minLength: 1 }).map((values) => values.sort()),
  }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist'), values: fc.constant([]) }),
  fc.record({
    key,
    operator: fc.constantFrom('GreaterThan', 'LessThan'),
    values: fc.integer({ min: 0, max: 12 }).map((number) => [String(number)]),
  }),
);

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.array(requirement, { maxLength: 5 }), fc.constantFrom('', ' '), (requirements, space) => {
      const text = requirements.map((one) => printed(one, space)).join(`,${space}`);
      expect(parseLabelSelector(text)).toEqual(requirements);
    }),
  );
});

test('agrees with a matcher that asks each label', () => {
  fc.assert(
    fc.property(fc.dictionary(key, value), fc.array(requirement, { maxLength: 4 }), (given, requirements) => {
      expect(matchesRequirements(given, requirements)).toBe(requirements.every((one) => naive(Object.entries(given), one)));
    }),
    { numRuns: 2000 },
  );
});

test('whatever the text, it is read or refused with a place in it', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '1', '=', '!', '<', '>', '(', ')', ',', ' ', 'in', 'notin', 'é'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (selector) => {
      try {
        for (const { operator, values } of parseLabelSelector(selector))
          expect(values.length > 0).toBe(!operator.endsWith('Exist') && operator !== 'Exists');
      } catch (error) {
        expect(error).toBeInstanceOf(SelectorError);
        const { position } = error as SelectorError;
        expect(position >= 0 && position <= selector.length).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

function printed({ key: name, operator, values }: Requirement, space: string): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${name}${space}=${space}${values[0]}` : `${name} in${space}(${values.join(`,${space}`)})`;
    case 'NotIn':
      return values.length === 1 ? `${name}!=${values[0]}` : `${name} notin (${values.join(',')})`;
    case 'Exists':
      return name;
    case 'DoesNotExist':
      return `!${space}${name}`;
    case 'GreaterThan':
      return `${name}${space}>${space}${values[0]}`;
    case 'LessThan':
      return `${name}<${values[0]}`;
  }
}

function naive(given: [string, string][], { key: name, operator, values }: Requirement): boolean {
  const found = given.filter(([label]) => label === name).map(([, text]) => text);
  if (operator === 'Exists') return found.length === 1;
  if (operator === 'DoesNotExist') return found.length === 0;
  if (operator === 'In') return found.some((text) => values.some((one) => one === text));
  if (operator === 'NotIn') return !found.some((text) => values.some((one) => one === text));
  const numbers = found.filter((text) => text !== '' && Number.isInteger(Number(text))).map(Number);
  return numbers.some((number) => (operator === 'GreaterThan' ? number > Number(values[0]) : number < Number(values[0])));
}
