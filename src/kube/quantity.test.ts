import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareQuantities, parseQuantity } from './quantity.ts';

test.each([
  ['0', 0],
  ['1', 1],
  ['100m', 0.1],
  ['1500m', 1.5],
  ['1n', 1e-9],
  ['1u', 1e-6],
  ['1k', 1e3],
  ['1M', 1e6],
  ['1G', 1e9],
  ['1T', 1e12],
  ['1P', 1e15],
  ['1E', 1e18],
  ['1Ki', 1024],
  ['1Mi', 1024 ** 2],
  ['1Gi', 1024 ** 3],
  ['1Ti', 1024 ** 4],
  ['1Pi', 1024 ** 5],
  ['1Ei', 1024 ** 6],
  ['1.5Gi', 1.5 * 1024 ** 3],
  ['.5', 0.5],
  ['5.', 5],
  ['+5', 5],
  ['-5m', -0.005],
  ['1e3', 1000],
  ['1E3', 1000],
  ['1e-3', 0.001],
  ['12e+2', 1200],
  ['0.1', 0.1],
  ['9007199254740993', 9007199254740992],
  [2, 2],
  [0.25, 0.25],
  [1e21, 2 ** 63],
])('%s is %d', (text, expected) => {
  expect(parseQuantity(text)).toBe(expected);
});

test('what Kubernetes cannot hold is rounded away from zero, or held at the most', () => {
  expect(parseQuantity('0.1n')).toBe(1e-9);
  expect(parseQuantity('-0.0000000001')).toBe(-1e-9);
  expect(compareQuantities('1e999999999999', '9223372036854775807')).toBe(0);
  expect(compareQuantities('-100E', '-9223372036854775807')).toBe(0);
  expect(compareQuantities('1e-999999999999', '1n')).toBe(0);
  expect(parseQuantity('0e999999')).toBe(0);
});

test.each([
  '',
  ' 1',
  '1 ',
  '.',
  '-',
  'Gi',
  '1gi',
  '1ki',
  '1K',
  '1KiB',
  '1mi',
  '1.2.3',
  '1e',
  '1e+',
  '0x10',
  'NaN',
  '1,5',
  '１',
  '1'.repeat(300),
  null,
  {},
  [],
  true,
  Number.NaN,
  Number.POSITIVE_INFINITY,
])('%j is no quantity', (text) => {
  expect(parseQuantity(text)).toBeNull();
  expect(compareQuantities(text, '1')).toBeNull();
  expect(compareQuantities('1', text)).toBeNull();
});

test('1E is an exa, and 1E1 an exponent', () => {
  expect(compareQuantities('1E', '1000P')).toBe(0);
  expect(compareQuantities('1E1', '10')).toBe(0);
});

test('comparing is exact where numbers are not', () => {
  expect(compareQuantities('9007199254740993', '9007199254740992')).toBe(1);
  expect(compareQuantities('0.3', '300m')).toBe(0);
  expect(compareQuantities('1Gi', '1073741824')).toBe(0);
  expect(compareQuantities('999Mi', '1Gi')).toBe(-1);
});

test('agrees with a fraction of integers', () => {
  const suffixes = {
    n: [1n, 10n ** 9n],
    u: [1n, 10n ** 6n],
    m: [1n, 1000n],
    '': [1n, 1n],
    k: [1000n, 1n],
    M: [10n ** 6n, 1n],
    Ki: [1024n, 1n],
    Gi: [1024n ** 3n, 1n],
  } as const;
  const quantity = fc.record({
    negative: fc.boolean(),
    whole: fc.nat(1_000_000),
    thousandths: fc.integer({ min: 0, max: 999 }),
    suffix: fc.constantFrom(...(Object.keys(suffixes) as (keyof typeof suffixes)[])),
  });
  type Parts = Parameters<Parameters<typeof quantity.map>[0]>[0];
  const text = ({ negative, whole, thousandths, suffix }: Parts): string =>
    `${negative ? '-' : ''}${whole}.${String(thousandths).padStart(3, '0')}${suffix}`;
  const fraction = ({ negative, whole, thousandths, suffix }: Parts): [bigint, bigint] => {
    const [factor, divisor] = suffixes[suffix];
    const numerator = (BigInt(whole) * 1000n + BigInt(thousandths)) * factor;
    return [negative ? -numerator : numerator, 1000n * divisor];
  };
  fc.assert(
    fc.property(quantity, quantity, (a, b) => {
      fc.pre(a.suffix !== 'n' && b.suffix !== 'n');
      const [an, ad] = fraction(a);
      const [bn, bd] = fraction(b);
      const expected = an * bd < bn * ad ? -1 : an * bd > bn * ad ? 1 : 0;
      expect(compareQuantities(text(a), text(b))).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
