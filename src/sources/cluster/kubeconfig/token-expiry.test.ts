import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenExpiry } from './token-expiry.ts';

const token = (payload: unknown): string => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2ln`;

test('the end of a JSON Web Token', () => {
  expect(tokenExpiry(token({ exp: 1_700_000_000 }))).toBe(1_700_000_000_000);
});

test.each(['', 'opaque', 'a.b', 'a.b.c', `${token({ exp: 1 })}.d`, token({}), token({ exp: '1' }), token(null), token([1])])(
  '%s has none',
  (text) => {
    expect(tokenExpiry(text)).toBeNull();
  },
);

test('whatever the token is, it is a time or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json().map((json) => `a.${Buffer.from(json).toString('base64url')}.b`),
      ),
      (text) => {
        const time = tokenExpiry(text);
        expect(time === null || Number.isFinite(time)).toBe(true);
      },
    ),
  );
});
