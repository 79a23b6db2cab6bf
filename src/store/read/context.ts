import type { Database } from 'better-sqlite3';
import type { Meter, SnapshotInfo } from '../reader.ts';
import type { CoverageTable } from './coverage.ts';
import type { Names } from './names.ts';
import type { Statements } from './statements.ts';

/** What every part of the Reader works with. All but the meter is shared between a reader and its metered views. */
export interface ReadContext {
  readonly db: Database;
  readonly statements: Statements;
  readonly names: Names;
  readonly info: SnapshotInfo;
  /** How the capture of each kind went; read when first asked for. */
  readonly coverage: () => CoverageTable;
  readonly selectors: SelectorShapes;
  readonly meter: Meter;
}

/** Which selectors the snapshot holds at all, so that what it lacks is never asked for. */
export interface SelectorShapes {
  /** Relations (ids) that have any. */
  readonly relations: ReadonlySet<number>;
  /** Ways to find a selector from an object that it may select: in its namespace or in all, by a label or not. */
  readonly ways: readonly { readonly allNamespaces: boolean; readonly anchored: boolean }[];
}

/** Counts nothing: for readers whose reads nobody limits. */
export const UNLIMITED: Meter = { rows: () => undefined, bytes: () => undefined, checkTime: () => undefined };
