import { expect, test } from 'vitest';
import { arrayAt, isObject, objectAt, stringAt, valueAt } from './safe.ts';

const hostile: unknown = JSON.parse('{"a":{"b":["x",1],"c":null,"n":7,"s":"text"},"__proto__":{"name":"own"}}');

test('only own keys of objects are read', () => {
  expect(valueAt(hostile, 'a', 'n')).toBe(7);
  expect(valueAt(hostile, 'a', 'c')).toBeNull();
  expect(valueAt(hostile, 'a', 'b', 'length')).toBeUndefined();
  expect(valueAt(hostile, 'a', 'b', '0')).toBeUndefined();
  expect(valueAt(hostile, 'constructor')).toBeUndefined();
  expect(valueAt(hostile, 'a', 'toString', 'name')).toBeUndefined();
  expect(stringAt(hostile, '__proto__', 'name')).toBe('own');
  expect(valueAt({}, '__proto__')).toBeUndefined();
  expect(valueAt(null, 'a')).toBeUndefined();
  expect(valueAt('text', 'length')).toBeUndefined();
});

test('another type than the one asked for is none', () => {
  expect(stringAt(hostile, 'a', 's')).toBe('text');
  expect(stringAt(hostile, 'a', 'n')).toBeUndefined();
  expect(objectAt(hostile, 'a', 'b')).toBeUndefined();
  expect(objectAt(hostile, 'a')).toHaveProperty('s', 'text');
  expect(arrayAt(hostile, 'a', 'b')).toEqual(['x', 1]);
  expect(arrayAt(hostile, 'a')).toEqual([]);
  expect([isObject({}), isObject([]), isObject(null), isObject('')]).toEqual([true, false, false, false]);
});
