import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';
import { statusMessage } from './status-message.ts';

test.each([
  [undefined, undefined],
  ['3', 3_000],
  [' 0 ', 0],
  ['Wed, 25 Nov 2026 15:00:10 GMT', 10_000],
  ['Wed, 25 Nov 2026 14:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', 0],
])('Retry-After %s', (header, expected) => {
  const wait = parseRetryAfter(header, Date.parse('2026-11-25T15:00:00Z'));
  if (header === '-5') expect(wait === undefined || wait === 0).toBe(true);
  else expect(wait).toBe(expected);
});

test.each([
  ['a Status', '{"kind":"Status","message":"pods is forbidden","details":{"retryAfterSeconds":2}}', 'pods is forbidden', 2_000],
  ['a text', 'no endpoints available\n', 'no endpoints available', undefined],
  ['a page', '<html><body>Sign in</body></html>', 'HTTP 502 Bad Gateway', undefined],
  ['nothing', '', 'HTTP 502 Bad Gateway', undefined],
  ['JSON of another kind', '[1]', '[1]', undefined],
])('the message of %s', (_, body, message, retryAfter) => {
  expect(statusMessage({ body: Buffer.from(body), httpStatus: 502, statusText: 'Bad Gateway' })).toEqual(
    retryAfter === undefined ? { message } : { message, retryAfter },
  );
});

test('a long message is cut', () => {
  expect(statusMessage({ body: Buffer.from('x'.repeat(1e6)), httpStatus: 500, statusText: '' }).message).toHaveLength(1_000);
});
