/** What the process that answers SQL is asked, and what it says. */

export interface SqlQuestion {
  /** Snapshot files, one to ten. */
  readonly paths: readonly string[];
  readonly sql: string;
  /** Of the process that asks: where it is gone, nobody waits for the answer. */
  readonly asker: number;
}

export type SqlCell = string | number | null;

/** After the columns (`{columns}`) and the rows (arrays of cells). */
export type SqlEnd = { readonly rows: number } | { readonly error: string; readonly names: readonly string[] };
