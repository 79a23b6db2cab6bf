/** All up-conversions, by `group/version/Kind` as captured. A new one is a row in the file of its domain. */
import type { Conversion, Convert } from './conversion.ts';

export type { Convert } from './conversion.ts';

export const conversionList: readonly Conversion[] = [];

export const CONVERSIONS: ReadonlyMap<string, Convert> = new Map(
  conversionList.flatMap(({ from, convert }) => from.map((name) => [name, convert] as const)),
);
