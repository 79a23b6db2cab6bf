import type { Database } from 'better-sqlite3';
import { ALL_NAMESPACES } from '../codes.ts';
import { type ReadContext, type SelectorShapes, UNLIMITED } from './context.ts';
import { type CoverageTable, readCoverage } from './coverage.ts';
import { readNames } from './names.ts';
import { snapshotInfo } from './snapshot-info.ts';
import { keepStatements } from './statements.ts';

/** Over a whole snapshot: its names are read now and kept. */
export function readContext(db: Database, path: string): ReadContext {
  let coverage: CoverageTable | undefined;
  return {
    db,
    statements: keepStatements(db),
    names: readNames(db),
    info: snapshotInfo(db, path),
    coverage: () => {
      coverage ??= readCoverage(db);
      return coverage;
    },
    selectors: selectorShapes(db),
    meter: UNLIMITED,
  };
}

function selectorShapes(db: Database): SelectorShapes {
  const relations = db.prepare<[], number>('SELECT DISTINCT relation FROM selector').pluck().all();
  const ways = db
    .prepare<[], { allNamespaces: number; anchored: number }>(
      `SELECT DISTINCT namespace = ${ALL_NAMESPACES} AS allNamespaces, anchor IS NOT NULL AS anchored FROM selector`,
    )
    .all();
  return {
    relations: new Set(relations),
    ways: ways.map(({ allNamespaces, anchored }) => ({ allNamespaces: allNamespaces === 1, anchored: anchored === 1 })),
  };
}
