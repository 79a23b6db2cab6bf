/** Random choices that a seed repeats. */
export interface Random {
  /** From 0 up to, not with, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  some<Value>(values: readonly Value[], most: number): Value[];
}

/** Mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('There is nothing to pick from.');
    return value;
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (values, most) => (values.length === 0 ? [] : [...new Set(Array.from({ length: 1 + below(most) }, () => pick(values)))]),
  };
}
