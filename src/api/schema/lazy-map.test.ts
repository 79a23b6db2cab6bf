import { expect, test } from 'vitest';
import { lazyMap } from './lazy-map.ts';

test('a value is made when it is first read, once', () => {
  const made: string[] = [];
  const map = lazyMap(['b', 'a', '__proto__'], (name) => {
    made.push(name);
    return { name };
  });
  expect(Object.keys(map)).toEqual(['b', 'a', '__proto__']);
  expect('a' in map).toBe(true);
  expect(map['toString']).toBeUndefined();
  expect(made).toEqual([]);
  expect(map['a']).toBe(map['a']);
  expect(made).toEqual(['a']);
  expect(Object.values(map)).toEqual([{ name: 'b' }, { name: 'a' }, { name: '__proto__' }]);
  expect(made).toEqual(['a', 'b', '__proto__']);
});

test('what cannot be made is tried again', () => {
  let ready = false;
  const map = lazyMap(['a'], () => {
    if (!ready) throw new Error('not yet');
    return 1;
  });
  expect(() => map['a']).toThrow('not yet');
  ready = true;
  expect(map['a']).toBe(1);
});
