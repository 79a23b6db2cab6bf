/**
 * RFC 3339 times as Kubernetes writes them: metav1.Time (seconds) and metav1.MicroTime (microseconds), any fraction and offset.
 * Read digit by digit, for an import reads millions of them.
 * Source: apimachinery, pkg/apis/meta/v1/{time,micro_time}.go; Go, src/time/format_rfc3339.go.
 */

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LONGEST_TEXT = 64;

/**
 * Epoch milliseconds (what is finer is cut off), or null for what is no time, and for times before 1970:
 * Go's zero time, 0001-01-01T00:00:00Z, means that none was set.
 */
export function parseTime(value: unknown): number | null {
  if (typeof value !== 'string' || value.length < 20 || value.length > LONGEST_TEXT) return null;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 2);
  const day = digits(value, 8, 2);
  const hour = digits(value, 11, 2);
  const minute = digits(value, 14, 2);
  const second = digits(value, 17, 2);
  if (
    value.charCodeAt(4) !== DASH ||
    value.charCodeAt(7) !== DASH ||
    value.charCodeAt(10) !== LETTER_T ||
    value.charCodeAt(13) !== COLON ||
    value.charCodeAt(16) !== COLON
  ) {
    return null;
  }
  if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null;

  let position = 19;
  let milliseconds = 0;
  if (value.charCodeAt(position) === POINT) {
    let weight = 100;
    const start = ++position;
    for (; isDigit(value.charCodeAt(position)); position++) {
      milliseconds += Math.floor(weight) * (value.charCodeAt(position) - ZERO);
      weight /= 10;
    }
    if (position === start) return null;
  }
  const offset = offsetMinutes(value, position);
  if (offset === null) return null;
  const seconds = ((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute - offset) * 60 + second;
  return seconds < 0 ? null : seconds * 1000 + milliseconds;
}

const ZERO = 48;
const POINT = 46;
const DASH = 45;
const PLUS = 43;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/** The number that `count` digits make, or -1. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let index = start; index < start + count; index++) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return -1;
    number = number * 10 + code - ZERO;
  }
  return number;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= ZERO + 9;
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + day - 1 + (month > 2 && isLeap(year) ? 1 : 0);
  return (year - 1970) * 365 + leapDays + inYear;
}

/** Minutes east of UTC from `Z` or `±hh:mm` at the text's end, or null. */
function offsetMinutes(text: string, position: number): number | null {
  const sign = text.charCodeAt(position);
  if (sign === LETTER_Z) return text.length === position + 1 ? 0 : null;
  if ((sign !== PLUS && sign !== DASH) || text.length !== position + 6 || text.charCodeAt(position + 3) !== COLON) return null;
  const hours = digits(text, position + 1, 2);
  const minutes = digits(text, position + 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return null;
  return (sign === DASH ? -1 : 1) * (hours * 60 + minutes);
}
