/** Values of flags that are numbers, durations or pairs. Each throws UsageError with what it should be. */
import { parseDuration } from '../../src/kube/duration.ts';
import { UsageError } from '../errors.ts';
import type { Flags } from '../flags.ts';

export function numberFlag(options: {
  readonly flags: Flags;
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly otherwise: number;
}): number {
  const { flags, name, least, most, otherwise } = options;
  const text = flags.value(name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`--${name} is "${text}", but must be a whole number from ${least} to ${most}.`);
}

/** Milliseconds. */
export function durationFlag(options: { readonly flags: Flags; readonly name: string; readonly otherwise: number }): number {
  return optionalDurationFlag(options) ?? options.otherwise;
}

export function optionalDurationFlag(options: { readonly flags: Flags; readonly name: string }): number | undefined {
  const { flags, name } = options;
  const text = flags.value(name);
  if (text === undefined) return undefined;
  const value = parseDuration(text);
  if (value !== null && value > 0) return value;
  throw new UsageError(`--${name} is "${text}", but must be a duration: 30s, 10m, 1h30m.`);
}
