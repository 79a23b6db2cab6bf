/** Values of flags as kubectl takes them, and what a timer can wait. */
import { expect, test } from 'vitest';
import { createFlags, type Flags } from '../flags.ts';
import { captureSpec } from '../specs/capture.ts';
import { captureSettings } from './settings.ts';

function settings(name: string, value: string): ReturnType<typeof captureSettings> {
  const flags: Flags = createFlags({ specs: captureSpec.flags, given: new Map([[name, [value]]]) });
  return captureSettings(flags);
}

test.each([
  ['30', 30_000],
  ['0', 2 ** 31 - 1],
  ['0s', 2 ** 31 - 1],
  ['1m30s', 90_000],
])('--request-timeout %s', (value, milliseconds) => {
  expect(settings('request-timeout', value).requestTimeout).toBe(milliseconds);
});

test('no limit, in the words of kubectl', () => {
  expect(settings('tail', '-1').logs.tailLines).toBe(2 ** 31 - 1);
  expect(settings('limit-bytes', '0').logs.limitBytes).toBe(2 ** 40);
  expect(settings('chunk-size', '0').pageSize).toBe(100_000);
});

test.each([
  ['deadline', '1000h', '--deadline is "1000h", but may be 596h at most.'],
  ['retry-for', '600h', '--retry-for is "600h", but may be 596h at most.'],
  ['request-timeout', '9999999', '--request-timeout is "9999999", but may be 596h at most.'],
  ['request-timeout', '-1s', 'must be a duration'],
  ['deadline', '0', 'must be a duration'],
  ['deadline', '30', 'must be a duration'],
  ['tail', '0', 'must be a whole number from 1 to 2147483647, or -1 for no limit.'],
  ['concurrency', '0', 'must be a whole number from 1 to 32.'],
])('--%s %s is refused', (name, value, message) => {
  expect(() => settings(name, value)).toThrow(message);
});

test('a deadline that a timer can just wait, and an age that needs none', () => {
  expect(settings('deadline', '596h').deadline).toBe(596 * 3_600_000);
  expect(settings('since', '1000h').logs.sinceSeconds).toBe(3_600_000);
});
