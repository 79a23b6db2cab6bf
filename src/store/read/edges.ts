/** One step from a set of objects, over references and selectors alike. */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Edge, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet, storedIds } from './id-sets.ts';
import { LEAN_COLUMNS, type LeanColumns, LeanRows } from './lean-row.ts';
import { FOLLOWED_FLAWS, REFERENCE_COLUMNS, type ReferenceColumns, referenceRow } from './reference-row.ts';
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
  const { sql, parameters } = edgeStatement({ query, parents, relations, kinds, end: 'r.target', start: 'r.source' });
  const rows = new LeanRows(context);
  return run(context, sql, parameters).map((columns) => {
    const target = objectColumns(columns);
    return {
      parent: columns[0],
      object: rows.row(target),
      reference: referenceRow(context, columns, { name: target[3], presence: target[4] }),
    };
  });
}

function pointersTo(
  context: ReadContext,
  query: EdgeQuery,
  parents: readonly number[],
  relations: readonly number[] | null,
  kinds: readonly number[] | null,
): Edge[] {
  const { sql, parameters } = edgeStatement({ query, parents, relations, kinds, end: 'r.source', start: 'r.target' });
  const targets = new Map<number, { name: string; presence: number }>();
  const target = context.statements.raw<[string, number]>('SELECT name, presence FROM object WHERE id = ?');
  const targetOf = (id: number): { name: string; presence: number } => {
    let known = targets.get(id);
    if (known === undefined) {
      const [name, presence] = target.get(id) ?? ['', 0];
      known = { name, presence };
      targets.set(id, known);
    }
    return known;
  };
  const rows = new LeanRows(context);
  return run(context, sql, parameters).map((columns) => ({
    parent: columns[1],
    object: rows.row(objectColumns(columns)),
    reference: referenceRow(context, columns, targetOf(columns[1])),
  }));
}

type EdgeColumns = [...ReferenceColumns, ...LeanColumns];

function objectColumns(columns: EdgeColumns): LeanColumns {
  return columns.slice(9) as LeanColumns;
}

/** Few rows are read at once, which is faster; where there are more they are counted as they come, so that too many end it. */
function run({ statements, meter }: ReadContext, sql: string, parameters: readonly unknown[]): EdgeColumns[] {
  const few = statements.raw<EdgeColumns>(`${sql} LIMIT ${ROWS_A_CHECK}`).all(...parameters);
  if (few.length < ROWS_A_CHECK) {
    meter.rows(few.length);
    return few;
  }
  const rows: EdgeColumns[] = [];
  for (const row of statements.raw<EdgeColumns>(sql).iterate(...parameters)) {
    rows.push(row);
    if (rows.length % ROWS_A_CHECK === 0) meter.rows(ROWS_A_CHECK);
  }
  meter.rows(rows.length % ROWS_A_CHECK);
  return rows;
}

const ROWS_A_CHECK = 1000;

/** Few shapes in all, so that each is prepared once. A single parent or relation is compared, more are joined as a set. */
function edgeStatement(options: {
  readonly query: EdgeQuery;
  readonly parents: readonly number[];
  readonly relations: readonly number[] | null;
  readonly kinds: readonly number[] | null;
  readonly start: 'r.source' | 'r.target';
  readonly end: 'r.source' | 'r.target';
}): { sql: string; parameters: unknown[] } {
  const { query, parents, relations, kinds, start, end } = options;
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
  return { sql: `SELECT ${REFERENCE_COLUMNS}, ${LEAN_COLUMNS} FROM ${from} CROSS JOIN object o ON o.id = ${end}${where}`, parameters };
}
