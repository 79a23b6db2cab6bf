import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from './time.ts';

test.each([
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05.678999Z', '2026-01-02T03:04:05.678Z'],
  ['2026-01-02T03:04:05.000001Z', '2026-01-02T03:04:05.000Z'],
  ['2026-01-02T03:04:05.1Z', '2026-01-02T03:04:05.100Z'],
  ['2026-01-02T03:04:05.123456789+02:00', '2026-01-02T01:04:05.123Z'],
  ['2026-01-02T03:04:05-05:30', '2026-01-02T08:34:05.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['2000-02-29T23:59:59Z', '2000-02-29T23:59:59.000Z'],
  ['1970-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
])('%s', (text, expected) => {
  expect(parseTime(text)).toBe(Date.parse(expected));
});

test.each([
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '1970-01-01T00:00:00+01:00',
  '2026-02-29T00:00:00Z',
  '2100-02-29T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-00-01T00:00:00Z',
  '2026-01-32T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T00:60:00Z',
  '2026-01-01T00:00:60Z',
  '2026-01-01T00:00:00',
  '2026-01-01T00:00:00.Z',
  '2026-01-01T00:00:00z',
  '2026-01-01 00:00:00Z',
  '2026-01-01T00:00:00+0200',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00Zjunk',
  '12026-01-01T00:00:00Z',
  `2026-01-01T00:00:00.${'1'.repeat(1000)}Z`,
  '',
  'now',
  0,
  1_767_225_600_000,
  null,
  undefined,
  {},
  ['2026-01-01T00:00:00Z'],
])('%j is no time', (value) => {
  expect(parseTime(value)).toBeNull();
});

test('agrees with Date for every day and offset', () => {
  const instant = fc.date({ min: new Date('1970-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true });
  fc.assert(
    fc.property(instant, fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
      const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
      const sign = offset < 0 ? '-' : '+';
      const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
      const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
      expect(parseTime(`${local}${sign}${hours}:${minutes}`)).toBe(date.getTime());
      expect(parseTime(date.toISOString())).toBe(date.getTime());
    }),
    { numRuns: 2000 },
  );
});

test('whatever the text, it is a time in milliseconds or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
      const time = parseTime(value);
      expect(time === null || Number.isSafeInteger(time)).toBe(true);
    }),
  );
});
