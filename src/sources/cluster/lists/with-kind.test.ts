import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withKind } from './with-kind.ts';

const POD = { apiVersion: 'v1', kind: 'Pod' };

function typed(json: string): string | null {
  const item = withKind(Buffer.from(json), POD);
  return item === null ? null : Buffer.concat(item).toString();
}

test.each([
  ['an item of a typed list', '{"metadata":{"name":"a"}}', '{"kind":"Pod","apiVersion":"v1","metadata":{"name":"a"}}'],
  ['one that says both', '{"apiVersion":"v1","kind":"Pod","metadata":{}}', '{"apiVersion":"v1","kind":"Pod","metadata":{}}'],
  ['one that says both last', '{"metadata":{},"kind":"Pod","apiVersion":"v1"}', '{"metadata":{},"kind":"Pod","apiVersion":"v1"}'],
  ['one that says its kind alone', '{"kind":"Pod","metadata":{}}', '{"apiVersion":"v1","kind":"Pod","metadata":{}}'],
  [
    'one that is owned by its own kind',
    '{"metadata":{"ownerReferences":[{"kind":"Pod"}]}}',
    '{"kind":"Pod","apiVersion":"v1","metadata":{"ownerReferences":[{"kind":"Pod"}]}}',
  ],
  ['an empty one', '{}', '{"kind":"Pod","apiVersion":"v1"}'],
  [
    'a number that JSON.parse would change',
    '{"metadata":{"n":12345678901234567890,"m":1.0}}',
    '{"kind":"Pod","apiVersion":"v1","metadata":{"n":12345678901234567890,"m":1.0}}',
  ],
  ['what is no object', '[1]', null],
  ['what is no JSON', '{"a":', null],
])('%s', (_, json, expected) => {
  expect(typed(json)).toBe(expected);
});

test('any object is what it was, with both fields', () => {
  const object = fc.dictionary(
    fc.string().filter((key) => key !== '__proto__'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(object, fc.boolean(), (value, metadataFirst) => {
      const item: Record<string, unknown> = JSON.parse(JSON.stringify(metadataFirst ? { metadata: {}, ...value } : value));
      const result: unknown = JSON.parse(typed(JSON.stringify(item)) ?? 'null');
      const isText = (field: unknown): boolean => typeof field === 'string' && field !== '';
      const { kind, apiVersion } = item;
      // A field of the wrong type is written again behind ours, and stays what it was.
      expect(result).toEqual({
        ...item,
        kind: isText(kind) || 'kind' in item ? kind : 'Pod',
        apiVersion: isText(apiVersion) || 'apiVersion' in item ? apiVersion : 'v1',
      });
    }),
  );
});
