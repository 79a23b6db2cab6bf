/** Values of flags that are numbers or durations. Each throws UsageError with what it should be. */
import { parseDuration } from '../../src/kube/duration.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';

export function numberFlag(options: {
  readonly flags: Flags;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
  /** kubectl's word for no limit; it stands for `most`. */
  readonly unlimited?: string;
}): number {
  const { flags, name, least, most, otherwise, unlimited } = options;
  const text = flags.value(name);
  if (text === undefined) return otherwise;
  if (text === unlimited) return most;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const or = unlimited === undefined ? '' : `, or ${unlimited} for no limit`;
  throw new UsageError(`--${name} is "${text}", but must be a whole number from ${least} to ${most}${or}.`);
}

/** Node's timers hold no more: a longer one would be over at once. */
const longestTimer = 2 ** 31 - 1;

/** Milliseconds that a timer can wait. */
export function timerFlag(options: {
  readonly flags: Flags;
  readonly name: string;
  readonly otherwise: number;
  /** A bare number is seconds, and 0 is no limit. Source: client-go, tools/clientcmd/helpers.go, ParseTimeout. */
  readonly asKubectl?: true;
}): number {
  const { flags, name, otherwise, asKubectl } = options;
  const text = flags.value(name);
  if (text === undefined) return otherwise;
  const value = asKubectl && /^\d+$/.test(text) ? Number(text) * 1_000 : parseDuration(text);
  if (asKubectl && value === 0) return longestTimer;
  if (value === null || value <= 0) throw noDuration(name, text);
  if (value > longestTimer) throw new UsageError(`--${name} is "${text}", but may be 596h at most.`);
  return value;
}

/** Milliseconds. */
export function optionalDurationFlag(options: { readonly flags: Flags; readonly name: string }): number | undefined {
  const { flags, name } = options;
  const text = flags.value(name);
  if (text === undefined) return undefined;
  const value = parseDuration(text);
  if (value !== null && value > 0) return value;
  throw noDuration(name, text);
}

function noDuration(name: string, text: string): UsageError {
  return new UsageError(`--${name} is "${text}", but must be a duration: 30s, 10m, 1h30m.`);
}
