/** One step from a set of objects, over references and selectors alike. */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Edge, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet, storedIds } from './id-sets.ts';
import { LeanReferences } from './lean-references.ts';
import { LEAN_COLUMNS, type LeanColumns, LeanRows } from './lean-row.ts';
import {
  FOLLOWED_FLAWS,
  POINTER_COLUMNS,
  type PointerColumns,
  type ReferenceRest,
  referenceRow,
  WRITTEN_COLUMNS,
  type WrittenColumns,
} from './reference-row.ts';
import { selectedBy } from './selector-forward.ts';
import { selectingObjects } from './selector-reverse.ts';

export type EdgeQuery = Parameters<Reader['edges']>[0];

export function edgeReads(context: ReadContext): Pick<Reader, 'edges' | 'selecting'> {
  return {
    async edges(query) {
      const parents = [...new Set(storedIds(query.parents))];
      if (parents.length === 0) return [];
      const edges: Edge[] = [];
      for (let start = 0; start < parents.length; start += PARENTS_A_STATEMENT) {
        const some = parents.slice(start, start + PARENTS_A_STATEMENT);
        for (const edge of step(context, query, some)) edges.push(edge);
        context.meter.checkTime();
      }
      return edges;
    },
    async selecting(ids, relation) {
      const relationId = context.names.relationId(relation);
      if (relationId === undefined || !context.selectors.relations.has(relationId)) return new Set();
      const find = context.statements.pluck<number>(SELECTING);
      return new Set(find.all(idSet(storedIds(ids)), relationId));
    },
  };
}

/** Each statement's rows are counted behind it, so that a question that asks too much is stopped in time. */
const PARENTS_A_STATEMENT = 500;

const SELECTING = 'SELECT DISTINCT s.source FROM json_each(?) p CROSS JOIN selector s ON s.source = p.value AND s.relation = ?';

/** Relations asked for, as ids; null for all. */
function relationIds(context: ReadContext, query: EdgeQuery): readonly number[] | null {
  return query.relations?.map((name) => context.names.relationId(name)).filter((id) => id !== undefined) ?? null;
}

function step(context: ReadContext, query: EdgeQuery, parents: readonly number[]): readonly Edge[] {
  const relations = relationIds(context, query);
  const kinds = query.kinds === undefined ? null : context.names.kindIds(query.kinds);
  if (relations?.length === 0 || kinds?.length === 0) return [];
  const pointers =
    query.direction === 'forward'
      ? pointersFrom(context, query, parents, relations, kinds)
      : pointersTo(context, query, parents, relations, kinds);
  const wanted = query.statuses === undefined ? null : new Set(query.statuses);
  const followed = wanted === null ? pointers : pointers.filter(({ reference }) => wanted.has(reference.status));
  const asksSelectors = !query.controllersOnly && (wanted === null || wanted.has('OK')) && hasSelectors(context, relations);
  if (!asksSelectors) return followed;
  const find = query.direction === 'forward' ? selectedBy : selectingObjects;
  return [...followed, ...find(context, { objects: parents, relations, kinds })];
}

function hasSelectors({ selectors }: ReadContext, relations: readonly number[] | null): boolean {
  return relations === null ? selectors.relations.size > 0 : relations.some((relation) => selectors.relations.has(relation));
}

function pointersFrom(
  context: ReadContext,
  query: EdgeQuery,
  parents: readonly number[],
  relations: readonly number[] | null,
  kinds: readonly number[] | null,
): Edge[] {
  const { sql, parameters } = edgeStatement({
    columns: `${POINTER_COLUMNS}, ${LEAN_COLUMNS}, ${WRITTEN_COLUMNS}`,
    query,
    parents,
    relations,
    kinds,
    end: 'r.target',
    start: 'r.source',
  });
  const rows = new LeanRows(context);
  return run<ForwardColumns>(context, sql, parameters).map((columns) => ({
    parent: columns[0],
    object: rows.row(columns),
    reference: referenceRow(context, columns, new WholeRow(columns)),
  }));
}

type ForwardColumns = [...PointerColumns, ...LeanColumns, ...WrittenColumns];

/** What a pointer says stands beside it, and so does its target: all in one row. */
class WholeRow implements ReferenceRest {
  readonly #columns: ForwardColumns;

  constructor(columns: ForwardColumns) {
    this.#columns = columns;
  }

  written(): WrittenColumns {
    return this.#columns.slice(14) as WrittenColumns;
  }

  target(): { name: string; presence: number } {
    return { name: this.#columns[8], presence: this.#columns[9] };
  }
}

function pointersTo(
  context: ReadContext,
  query: EdgeQuery,
  parents: readonly number[],
  relations: readonly number[] | null,
  kinds: readonly number[] | null,
): Edge[] {
  const { sql, parameters } = edgeStatement({
    columns: `${POINTER_COLUMNS}, ${LEAN_COLUMNS}`,
    query,
    parents,
    relations,
    kinds,
    end: 'r.source',
    start: 'r.target',
  });
  const rows = new LeanRows(context);
  const found = run<ReverseColumns>(context, sql, parameters);
  const rest = new LeanReferences(context, found);
  return found.map((columns) => ({
    parent: columns[1],
    object: rows.row(columns),
    reference: referenceRow(context, columns, rest),
  }));
}

type ReverseColumns = [...PointerColumns, ...LeanColumns];

/**
 * All rows of a statement, read some thousand at once, which is faster than one by one, and counted behind each read, so that too many end it.
 * Each read passes over the rows before it: the reads grow, so that this stays little. The limits are written out: a statement whose limit is
 * a parameter takes twice as long.
 */
function run<Columns extends readonly unknown[]>(
  { statements, meter }: ReadContext,
  sql: string,
  parameters: readonly unknown[],
): Columns[] {
  const read = (limit: number, offset: number): Columns[] => {
    const found = statements.raw<Columns>(`${sql} LIMIT ${limit} OFFSET ${offset}`).all(...parameters);
    meter.rows(found.length);
    return found;
  };
  let limit = FIRST_READ;
  const rows = read(limit, 0);
  for (let last = rows; last.length === limit; ) {
    limit *= READS_GROW;
    last = read(limit, rows.length);
    for (const row of last) rows.push(row);
  }
  return rows;
}

const FIRST_READ = 2000;
const READS_GROW = 8;

/** Few shapes in all, so that each is prepared once. A single parent or relation is compared, more are joined as a set. */
function edgeStatement(options: {
  readonly columns: string;
  readonly query: EdgeQuery;
  readonly parents: readonly number[];
  readonly relations: readonly number[] | null;
  readonly kinds: readonly number[] | null;
  readonly start: 'r.source' | 'r.target';
  readonly end: 'r.source' | 'r.target';
}): { sql: string; parameters: unknown[] } {
  const { columns, query, parents, relations, kinds, start, end } = options;
  const parameters: unknown[] = [];
  const conditions: string[] = [];
  const restrict = (column: string, ids: readonly number[]): void => {
    const [only] = ids;
    conditions.push(ids.length === 1 ? `${column} = ?` : `${column} IN (SELECT value FROM json_each(?))`);
    parameters.push(ids.length === 1 ? only : idSet(ids));
  };
  const isSet = parents.length > 1;
  if (isSet) parameters.push(idSet(parents));
  else restrict(start, parents);
  if (relations !== null) restrict('r.relation', relations);
  if (!query.flawed) conditions.push(`r.flaw IN ${FOLLOWED_FLAWS}`);
  if (query.controllersOnly) conditions.push(`r.flags & ${ReferenceFlag.controller}`);
  if (kinds !== null) restrict('o.kind', kinds);
  const from = isSet ? `json_each(?) p CROSS JOIN reference r ON ${start} = p.value` : 'reference r';
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return { sql: `SELECT ${columns} FROM ${from} CROSS JOIN object o ON o.id = ${end}${where}`, parameters };
}
