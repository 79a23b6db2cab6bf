import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHeaderKey, impersonationHeaders } from './impersonation.ts';

test.each([
  ['acme', 'acme'],
  ['acme.com/project', 'acme.com%2Fproject'],
  ['100%', '100%25'],
  ['Grüße an: "(x)"', 'Gr%C3%BC%C3%9Fe%20an%3A%20%22%28x%29%22'],
  ["!#$&'*+-.^_`|~09azAZ", "!#$&'*+-.^_`|~09azAZ"],
  ['\0\u007f', '%00%7F'],
])('the key %s is written %s', (key, header) => {
  expect(escapeHeaderKey(key)).toBe(header);
});

test('any key is a header that Node takes, and the server gets it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      const escaped = escapeHeaderKey(key);
      expect(escaped).toMatch(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/);
      expect(decodeURIComponent(escaped)).toBe(Buffer.from(key).toString());
    }),
  );
});

test('keys that differ in case only are one header with all their values', () => {
  const extra = new Map([
    ['Reason', ['a']],
    ['reason', ['b', 'c']],
    ['none', []],
  ]);
  expect(impersonationHeaders({ user: 'me', extra })).toEqual({ 'Impersonate-User': 'me', 'Impersonate-Extra-Reason': ['a', 'b', 'c'] });
});

test('nobody is nobody', () => {
  expect(impersonationHeaders(undefined)).toEqual({});
  expect(impersonationHeaders({ groups: [] })).toEqual({});
});

test.each(['a\r\nX: y', 'a\0', '\u007f'])('%j cannot be sent', (user) => {
  expect(() => impersonationHeaders({ user })).toThrow('holds a line break or another control character');
});
