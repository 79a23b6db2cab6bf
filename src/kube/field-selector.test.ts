import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFieldSelector } from './field-selector.ts';
import { SelectorError } from './selector-error.ts';

test.each([
  ['', []],
  [',', []],
  ['metadata.name=x', [['metadata.name', '=', 'x']]],
  ['metadata.name==x', [['metadata.name', '=', 'x']]],
  ['status.phase!=Running', [['status.phase', '!=', 'Running']]],
  [
    'a=1,b!=2,',
    [
      ['a', '=', '1'],
      ['b', '!=', '2'],
    ],
  ],
  ['spec.nodeName=', [['spec.nodeName', '=', '']]],
  ['a=x\\,y\\=z\\\\', [['a', '=', 'x,y=z\\']]],
  ['a= x', [['a', '=', ' x']]],
])('%s', (text, expected) => {
  expect(parseFieldSelector(text)).toEqual(expected.map(([path, operator, value]) => ({ path, operator, value })));
});

test.each([
  ['x', 0],
  ['a=1,x', 4],
  ['=x', 0],
  ['!=x', 0],
  ['a=b=c', 3],
  ['a=b\\c', 3],
  ['a=b\\', 3],
])('%s cannot be read', (text, position) => {
  expect(() => parseFieldSelector(text)).toThrow(SelectorError);
  expect(() => parseFieldSelector(text)).toThrow(expect.objectContaining({ position }));
});

test('every value can be written, and is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), (values) => {
      const text = values.map((value, index) => `f${index}!=${value.replace(/[\\,=]/g, '\\$&')}`).join(',');
      expect(parseFieldSelector(text).map(({ value }) => value)).toEqual(values);
    }),
  );
});
