/** How the capture of each canonical kind went, as the view `coverage` merges it, in memory. */
import type { Database } from 'better-sqlite3';
import type { CaptureOutcome } from '../../records/record.ts';
import { ALL_NAMESPACES } from '../codes.ts';

export interface Coverage {
  /** -1: of all namespaces. */
  readonly namespace: number;
  readonly outcome: CaptureOutcome;
  readonly httpStatus: number | null;
  readonly message: string | null;
  readonly listedFrom: number | null;
}

export interface KindCoverage {
  readonly all: Coverage | null;
  readonly byNamespace: ReadonlyMap<number, Coverage>;
}

export interface CoverageTable {
  /** By the kind's id. */
  kind(id: number): KindCoverage;
  /** Groups that did not answer as a whole. */
  readonly groups: ReadonlyMap<string, Coverage>;
  /** Discovery was captured: kinds that it does not name do not exist. */
  readonly discovery: boolean;
}

type Columns = [namespace: number, outcome: CaptureOutcome, httpStatus: number | null, message: string | null, listedFrom: number | null];

export function readCoverage(db: Database): CoverageTable {
  const kinds = new Map<number, { all: Coverage | null; byNamespace: Map<number, Coverage> }>();
  for (const [kind, ...columns] of db.prepare<[], [number, ...Columns]>(BY_KIND).raw().all() as [number, ...Columns][]) {
    const coverage = coverageOf(columns);
    const known = kinds.get(kind) ?? { all: null, byNamespace: new Map<number, Coverage>() };
    if (coverage.namespace === ALL_NAMESPACES) known.all = coverage;
    else known.byNamespace.set(coverage.namespace, coverage);
    kinds.set(kind, known);
  }
  const groups = db.prepare<[], unknown>(BY_GROUP).raw().all() as [string, ...Columns][];
  return {
    kind: (id) => kinds.get(id) ?? NOTHING,
    groups: new Map(groups.map(([group, ...columns]) => [group, coverageOf(columns)])),
    discovery: db.prepare('SELECT discovery FROM snapshot').pluck().get() === 1,
  };
}

const NOTHING: KindCoverage = { all: null, byNamespace: new Map() };

const COLUMNS = 'namespace, outcome, http_status, message, listed_from';
const BY_KIND = `SELECT kind, ${COLUMNS} FROM coverage`;
const BY_GROUP = `SELECT api_group, ${COLUMNS} FROM outcome WHERE resource = '*'`;

function coverageOf([namespace, outcome, httpStatus, message, listedFrom]: Columns): Coverage {
  return { namespace, outcome, httpStatus, message, listedFrom };
}
