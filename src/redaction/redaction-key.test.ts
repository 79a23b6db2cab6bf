import { expect, test } from 'vitest';
import { InputError } from '../records/input-error.ts';
import { createMarker, isMark } from './mark.ts';
import { createRedactionKey, readRedactionKey } from './redaction-key.ts';

test('a key is random and has 32 bytes', () => {
  const [first, second] = [createRedactionKey(), createRedactionKey()];
  expect(first).toHaveLength(32);
  expect(Buffer.from(first).equals(second)).toBe(false);
});

test('a file is a key as it is, from 16 bytes on', () => {
  const bytes = Buffer.from('0123456789abcde\n');
  expect(readRedactionKey({ bytes, file: 'key' })).toBe(bytes);
  const short = (): unknown => readRedactionKey({ bytes: bytes.subarray(1), file: 'my.key' });
  expect(short).toThrow(InputError);
  expect(short).toThrow(
    'my.key: a redaction key has at least 16 bytes, and this file has 15. Make one with: head -c 32 /dev/urandom > my.key',
  );
});

test('marks of one key can be compared, and its name tells nothing of it', () => {
  const key = createRedactionKey();
  const [first, second, other] = [createMarker(key), createMarker(key), createMarker(createRedactionKey())];
  const value = Buffer.from('hunter2');
  expect(first.mark(value)).toBe(second.mark(value));
  expect(first.mark(value)).not.toBe(other.mark(value));
  expect([first.keyId, first.keyId.length]).toEqual([second.keyId, 16]);
  expect(first.keyId).not.toBe(other.keyId);
  expect(Buffer.from(key).toString('hex')).not.toContain(first.keyId);
});

test('a mark is known by its form', () => {
  const mark = createMarker(createRedactionKey()).mark(Buffer.from('x'));
  expect([mark, Buffer.from(mark)].map(isMark)).toEqual([true, true]);
  const others = [`${mark} `, mark.slice(1), mark.toUpperCase(), mark.replace('=1', '='), mark.slice(0, -1), `x${mark}`, `${mark}\n`, ''];
  expect(others.map(isMark)).toEqual(others.map(() => false));
});
