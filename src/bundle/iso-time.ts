/** RFC 3339 with milliseconds; null for what is no time. */
export function isoTime(time: number | undefined): string | null {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
