import { expect, test } from 'vitest';
import type { JsonObject } from '../records/record.ts';
import { parsePath, parseSiblingPath, readSibling, readSiblings } from './path.ts';

test('a path steps into keys and lists; a key with dots is quoted', () => {
  expect(parsePath('spec.volumes[].secret.secretName')).toEqual([
    { key: 'spec' },
    { key: 'volumes' },
    'each',
    { key: 'secret' },
    { key: 'secretName' },
  ]);
  expect(parsePath("metadata.annotations['a.b/c']")).toEqual([{ key: 'metadata' }, { key: 'annotations' }, { key: 'a.b/c' }]);
  expect(parsePath("['a.b/c']")).toEqual([{ key: 'a.b/c' }]);
  expect(parsePath('spec.groups[]')).toEqual([{ key: 'spec' }, { key: 'groups' }, 'each']);
});

test.each([
  '',
  '.spec',
  'spec..name',
  'spec.',
  'spec[0]',
  'spec[*]',
  "spec['x'",
  'spec[',
  '$.spec',
  'spec.constructor',
  "['__proto__'].x",
  'toString',
])('"%s" is no path', (path) => {
  expect(() => parsePath(path)).toThrow(/path of a rule/);
});

const root: JsonObject = { metadata: { name: 'root' }, list: [{ key: 'a' }, { other: 1 }, 'text', { key: 'b' }] };
const holder: JsonObject = { name: 'x', items: [{ key: 'a' }, { key: 2 }, null], nested: { deep: true } };

test('siblings are read from the holder, or from the root', () => {
  expect(readSibling(parseSiblingPath('nested.deep'), holder, root)).toBe(true);
  expect(readSibling(parseSiblingPath('$.metadata.name'), holder, root)).toBe('root');
  expect(readSibling(parseSiblingPath('name.deeper'), holder, root)).toBeUndefined();
  expect(readSibling(parseSiblingPath('items[].key'), holder, root)).toBeUndefined();
  expect(readSibling(parseSiblingPath('nothing.here'), holder, root)).toBeUndefined();
});

test('many siblings are read through lists', () => {
  expect(readSiblings(parseSiblingPath('items[].key'), holder, root)).toEqual(['a', 2]);
  expect(readSiblings(parseSiblingPath('$.list[].key'), holder, root)).toEqual(['a', 'b']);
  expect(readSiblings(parseSiblingPath('name[].key'), holder, root)).toEqual([]);
});
