/** A row of the benchmark's table: what was measured, against what, and the hold of DESIGN.md §8 where there is one. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** ours / against; NaN where there is nothing to compare. */
  readonly ratio: number;
  readonly hold: number | null;
  readonly note?: string;
}

/** What every measurement is given: the archives' folder, and the number of objects to work with. */
export interface BenchContext {
  readonly folder: string;
  readonly objects: number;
  /** The compiled command line. */
  readonly cli: string;
}

export type Measurement = (context: BenchContext) => Promise<readonly Row[]>;

export function row(options: { what: string; ours: number; against: number; unit: string; hold?: number; note?: string }): Row {
  const { what, ours, against, unit, hold = null, note } = options;
  const text = (value: number): string => `${value >= 100 ? Math.round(value) : value.toPrecision(3)} ${unit}`;
  return { what, ours: text(ours), against: text(against), ratio: ours / against, hold, ...(note === undefined ? {} : { note }) };
}
