/**
 * Spans of time as kubectl writes them: `45s`, `3m20s`, `5d`, `2y34d`.
 * Source: apimachinery, pkg/util/duration/duration.go, HumanDuration.
 */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

/** One row a range: below `until`, this many of `unit`, then `rest` of the smaller unit where it is not zero. */
const ranges: readonly {
  readonly until: number;
  readonly unit: number;
  readonly letter: string;
  readonly rest?: readonly [number, string];
}[] = [
  { until: 2 * minute, unit: second, letter: 's' },
  { until: 10 * minute, unit: minute, letter: 'm', rest: [second, 's'] },
  { until: 3 * hour, unit: minute, letter: 'm' },
  { until: 8 * hour, unit: hour, letter: 'h', rest: [minute, 'm'] },
  { until: 2 * day, unit: hour, letter: 'h' },
  { until: 8 * day, unit: day, letter: 'd', rest: [hour, 'h'] },
  { until: 2 * year, unit: day, letter: 'd' },
  { until: 8 * year, unit: year, letter: 'y', rest: [day, 'd'] },
  { until: Number.POSITIVE_INFINITY, unit: year, letter: 'y' },
];

/** Of a span in milliseconds; a span that ends before it begins, by more than clocks differ, is `<invalid>`. */
export function formatSpan(milliseconds: number): string {
  if (milliseconds < -2 * second) return '<invalid>';
  const span = Math.max(0, milliseconds);
  for (const { until, unit, letter, rest } of ranges) {
    if (span >= until) continue;
    const whole = Math.floor(span / unit);
    const left = rest === undefined ? 0 : Math.floor((span - whole * unit) / rest[0]);
    return `${whole}${letter}${rest === undefined || left === 0 ? '' : `${left}${rest[1]}`}`;
  }
  return '<invalid>';
}

/** From `time` to `now`, both epoch milliseconds; `<unknown>` where one of them is not known. */
export function formatAge(options: { readonly time: number | null; readonly now: number | null }): string {
  const { time, now } = options;
  return time === null || now === null ? '<unknown>' : formatSpan(now - time);
}
