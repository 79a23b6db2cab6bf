import { parseTime } from '../../kube/time.ts';

const GO_TIME = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))? (?:UTC|([+-]\d{2})(\d{2})\b)/;

/** A time as Go or Rust print it, `2021-08-03 12:11:56.91501602 +0200 CEST m=+1.65`, `2026-11-23 05:54:13.842 UTC`. Epoch ms; null for anything else. */
export function parseGoTime(text: string): number | null {
  const match = GO_TIME.exec(text.trim());
  if (match === null) return null;
  const [, day, clock, fraction, hours, minutes] = match;
  const zone = hours === undefined || minutes === undefined ? 'Z' : `${hours}:${minutes}`;
  return parseTime(`${day}T${clock}${fraction === undefined ? '' : `.${fraction}`}${zone}`);
}
