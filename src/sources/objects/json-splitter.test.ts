import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import { type JsonCut, JsonSplitter } from './json-splitter.ts';

function split(
  text: string | Uint8Array,
  options: { chunk?: number; objectBytes?: number; jsonDepth?: number } = {},
): [string, string | null][] {
  const { chunk = 1 << 20, ...limits } = options;
  const splitter = new JsonSplitter({ ...DEFAULT_INPUT_LIMITS, ...limits });
  const bytes = Buffer.from(text);
  const cuts: JsonCut[] = [];
  for (let start = 0; start < bytes.length; start += chunk) cuts.push(...splitter.push(bytes.subarray(start, start + chunk)));
  return cuts.map(({ type, json, fault }) => [type, fault ?? Buffer.from(json).toString()]);
}

test('an object loses its white space and nothing else', () => {
  expect(split('{ "a" : [ 1,\n 2.0e5 ], "b c" : "x \\" y  {" }')).toEqual([['value', '{"a":[1,2.0e5],"b c":"x \\" y  {"}']]);
});

test('a list becomes its items, with the fields before and after them', () => {
  expect(split('{"kind":"PodList","items":[{"a":1}, {"b":[{}]}],"metadata":{"items":[7]}}')).toEqual([
    ['listStart', '{"kind":"PodList","items":[]}'],
    ['item', '{"a":1}'],
    ['item', '{"b":[{}]}'],
    ['listEnd', '{"kind":"PodList","items":[],"metadata":{"items":[7]}}'],
  ]);
});

test('only a key of the outermost object starts a list', () => {
  expect(split('{"kind":"items","spec":{"items":[1]},"x":["items",[2]]}')).toHaveLength(1);
  expect(split('{"items":null,"kind":"PodList"}')).toEqual([['value', '{"items":null,"kind":"PodList"}']]);
});

test('a bare array is a list without fields', () => {
  expect(split('[{"a":1},2,"x,]",[3],null]').map(([, json]) => json)).toEqual(['{"a":1}', '2', '"x,]"', '[3]', 'null', '[]']);
  expect(split('[]')).toEqual([['listEnd', '[]']]);
});

test('values follow each other with anything or nothing between them', () => {
  expect(split('{"a":1}{"b":2}\n{"c":3}')).toHaveLength(3);
  expect(split('{"a":1} nonsense {"b":2} 7').map(([, json]) => json)).toEqual(['{"a":1}', 'NOT_JSON', '{"b":2}', 'NOT_JSON']);
});

test('what is too large or too deep is left out alone', () => {
  expect(split('{"items":[{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},{"b":1}]}', { objectBytes: 30 }).map(([, json]) => json)).toEqual([
    '{"items":[]}',
    'OBJECT_TOO_LARGE',
    '{"b":1}',
    '{"items":[]}',
  ]);
  expect(split('[[[[[]]]],[1]]', { jsonDepth: 3 }).map(([, json]) => json)).toEqual(['OBJECT_TOO_DEEP', '[1]', '[]']);
  expect(split(`{"a":${'['.repeat(1e6)}${']'.repeat(1e6)}}{"b":1}`).map(([, json]) => json)).toEqual(['OBJECT_TOO_DEEP', '{"b":1}']);
});

test('says that a text ends within a value, and in which line', () => {
  const splitter = new JsonSplitter(DEFAULT_INPUT_LIMITS);
  splitter.push(Buffer.from('{"a":\n{"b":1}\n'));
  expect([splitter.unfinished, splitter.line]).toEqual([true, 3]);
});

test('lists of any objects come apart into the same objects, however the bytes arrive', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(object), fc.constantFrom(undefined, 1, 4), fc.integer({ min: 1, max: 40 }), (items, indent, chunk) => {
      const text = JSON.stringify({ apiVersion: 'v1', items, kind: 'List' }, null, indent);
      const cuts = split(text, { chunk }).filter(([type]) => type === 'item');
      expect(cuts.map(([, json]) => JSON.parse(json ?? ''))).toEqual(JSON.parse(JSON.stringify(items)));
    }),
  );
});

test('no bytes make it fail', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[[\]{}",:\\a1 \n]*$/), (text) => {
      expect(() => split(text, { chunk: 3 })).not.toThrow();
    }),
  );
});
