/**
 * Go's durations (`1h30m`, `300ms`, `-1.5h`), as metav1.Duration writes them and kubectl's flags take them.
 * Source: Go, src/time/format.go, ParseDuration.
 */

const NANOSECONDS: ReadonlyMap<string, number> = new Map([
  ['ns', 1],
  ['us', 1e3],
  ['µs', 1e3], // U+00B5, micro sign
  ['μs', 1e3], // U+03BC, Greek letter mu
  ['ms', 1e6],
  ['s', 1e9],
  ['m', 60e9],
  ['h', 3600e9],
]);
/** Go counts nanoseconds in an int64. */
const MOST_NANOSECONDS = 2 ** 63;
const LONGEST_TEXT = 100;
const TERM = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;

/** Milliseconds, with a fraction where the text has one, or null where the text is no duration. */
export function parseDuration(text: string): number | null {
  if (text.length > LONGEST_TEXT) return null;
  const negative = text.startsWith('-');
  const start = negative || text.startsWith('+') ? 1 : 0;
  const digits = text.slice(start);
  if (digits === '0') return 0;
  if (digits === '') return null;
  let nanoseconds = 0;
  TERM.lastIndex = 0;
  while (TERM.lastIndex < digits.length) {
    const match = TERM.exec(digits);
    if (match === null) return null;
    nanoseconds += Number(match[1]) * (NANOSECONDS.get(match[2] ?? '') ?? 0);
  }
  if (nanoseconds >= MOST_NANOSECONDS) return null;
  return nanoseconds === 0 ? 0 : (negative ? -nanoseconds : nanoseconds) / 1e6;
}
