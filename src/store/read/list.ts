/** Lists: filtered, ordered, a page at a time. Nothing is read beyond what the page, or the order, needs. */

import { healthCode, PRESENCES } from '../codes.ts';
import type { ListQuery, ListResult, ObjectFilter, ObjectRow, Order, Page, Reader } from '../reader.ts';
import { candidates } from './candidates.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { createMatcher, parsedObject } from './matcher.ts';
import { rowsById } from './objects.ts';
import { type ComparePositions, comparerOf, cursorOf, type OrderValue, type Position, positionOf, readCursor } from './position.ts';
import { scan } from './scan.ts';

export function listReads(context: ReadContext): Pick<Reader, 'list' | 'count' | 'select'> {
  return {
    async list(query) {
      const ids = candidates(context, query.filter);
      return ids === null ? listByScan(context, query) : selectFrom(context, rowsById(context, [...new Set(ids)]), query);
    },
    async select(rows, query) {
      return selectFrom(context, rows, query);
    },
    async count(filter) {
      return countObjects(context, filter);
    },
  };
}

const BY_NAME: Order = { by: 'name', descending: false };

/** A row with its place in the list. */
interface Placed {
  readonly row: ObjectRow;
  readonly position: Position;
}

function selectFrom(context: ReadContext, rows: readonly ObjectRow[], { filter, order = BY_NAME, page = {} }: ListQuery): ListResult {
  const match = createMatcher(context, filter, { decided: false });
  return pageOf(context, place(context, match(rows), order), order, page);
}

function listByScan(context: ReadContext, { filter, order = BY_NAME, page = {} }: ListQuery): ListResult {
  if (order.by !== 'name') {
    const rows = [...matching(context, filter, { after: null, before: null, descending: false })];
    return pageOf(context, place(context, rows, order), order, page);
  }
  const { bounds, limit, isReversed } = window(context, order, page);
  const rows: ObjectRow[] = [];
  for (const row of matching(context, filter, bounds)) {
    rows.push(row);
    if (rows.length > limit) break;
  }
  const hasMore = rows.length > limit;
  if (hasMore) rows.pop();
  if (isReversed) rows.reverse();
  return {
    rows,
    // Made for who pages; the graph reads tens of thousands of rows without.
    get cursors() {
      return rows.map((row) => cursorOf(context.names, positionOf(context.names, row)));
    },
    hasNextPage: isReversed ? page.before !== undefined : hasMore,
    hasPreviousPage: isReversed ? hasMore : page.after !== undefined,
  };
}

/** `last` reads backwards. A descending list is the same rows from the other end. */
function window(
  context: ReadContext,
  order: Order,
  page: Page,
): { bounds: Parameters<typeof scan>[2]; limit: number; isReversed: boolean } {
  const after = page.after === undefined ? null : readCursor(context.names, page.after);
  const before = page.before === undefined ? null : readCursor(context.names, page.before);
  const isReversed = page.first === undefined && page.last !== undefined;
  const bounds = order.descending ? { after: before, before: after } : { after, before };
  return {
    bounds: { ...bounds, descending: order.descending !== isReversed },
    limit: page.first ?? page.last ?? Number.POSITIVE_INFINITY,
    isReversed,
  };
}

function* matching(context: ReadContext, filter: ObjectFilter, bounds: Parameters<typeof scan>[2]): Generator<ObjectRow> {
  const match = createMatcher(context, filter, { decided: true });
  for (const batch of scan(context, filter, bounds)) yield* match(batch);
}

function place(context: ReadContext, rows: readonly ObjectRow[], order: Order): Placed[] {
  return rows.map((row) => ({ row, position: positionOf(context.names, row, orderValue(context, row, order)) }));
}

function orderValue(context: ReadContext, row: ObjectRow, { by }: Order): OrderValue {
  if (by === 'name') return null;
  if (by === 'created') return row.created;
  if (by === 'deletion') return row.deletion;
  return by(parsedObject(context, row));
}

/** A page of rows that are all in memory. */
function pageOf(context: ReadContext, all: Placed[], order: Order, page: Page): ListResult {
  const compare = comparerOf(order);
  const sorted = all.sort((one, other) => compare(one.position, other.position));
  const [after, before] = limits(context, sorted, compare, page);
  const end = Math.min(before, after + (page.first ?? sorted.length));
  const start = Math.max(after, end - (page.last ?? sorted.length));
  const shown = sorted.slice(start, end);
  return {
    rows: shown.map(({ row }) => row),
    get cursors() {
      return shown.map(({ position }) => cursorOf(context.names, position));
    },
    hasNextPage: end < sorted.length,
    hasPreviousPage: start > 0,
  };
}

function limits({ names }: ReadContext, sorted: readonly Placed[], compare: ComparePositions, { after, before }: Page): [number, number] {
  const start = after === undefined ? 0 : firstWhere(sorted, (one) => compare(one, readCursor(names, after)) > 0);
  const end = before === undefined ? sorted.length : firstWhere(sorted, (one) => compare(one, readCursor(names, before)) >= 0);
  return [start, Math.max(start, end)];
}

function firstWhere(sorted: readonly Placed[], holds: (position: Position) => boolean): number {
  const found = sorted.findIndex(({ position }) => holds(position));
  return found < 0 ? sorted.length : found;
}

function countObjects(context: ReadContext, filter: ObjectFilter): number {
  const { kinds, namespace, name, labels, fields, presence, health, terminating, where } = filter;
  const byColumns = name === undefined && !labels?.length && !fields?.length && where === undefined;
  if (byColumns) return countByColumns(context, { kinds, namespace, presence, health, terminating });
  const ids = candidates(context, filter);
  if (ids !== null) return createMatcher(context, filter, { decided: false })(rowsById(context, [...new Set(ids)])).length;
  let count = 0;
  for (const _ of matching(context, filter, { after: null, before: null, descending: false })) count++;
  return count;
}

function countByColumns(
  { statements, names }: ReadContext,
  {
    kinds,
    namespace,
    presence,
    health,
    terminating,
  }: { [Key in 'kinds' | 'namespace' | 'presence' | 'health' | 'terminating']: ObjectFilter[Key] | undefined },
): number {
  const conditions: string[] = [];
  const parameters: unknown[] = [];
  const restrict = (column: string, ids: readonly number[]): void => {
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`);
    parameters.push(idSet(ids));
  };
  const namespaceId = namespace === undefined ? null : names.namespaceId(namespace);
  if (namespaceId === undefined) return 0;
  if (kinds !== undefined) restrict('kind', names.kindIds(kinds));
  if (namespaceId !== null) restrict('namespace', [namespaceId]);
  if (presence !== undefined)
    restrict(
      'presence',
      presence.map((one) => PRESENCES.indexOf(one)),
    );
  if (health !== undefined) {
    restrict('health', health.map(healthCode));
    // Said in so many words, for SQLite to see that the index of what is not well will do.
    if (!health.includes('HEALTHY')) conditions.push('health > 1');
  }
  if (terminating) conditions.push('deletion IS NOT NULL');
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return statements.pluck<number>(`SELECT count(*) FROM object${where}`).get(...parameters) ?? 0;
}
