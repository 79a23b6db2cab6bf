/** Reads objects in the order of namespace, name and kind, a batch at a time, from any position in either direction. */
import { healthCode, PRESENCES } from '../codes.ts';
import type { ObjectFilter, ObjectRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { OBJECT_COLUMNS, type ObjectColumns, objectRow } from './object-row.ts';
import { compareText, type Position } from './position.ts';

export interface ScanBounds {
  /** Exclusive, both. */
  readonly after: Position | null;
  readonly before: Position | null;
  readonly descending: boolean;
}

/** The first batch is small, for most pages are; later ones grow. */
const FIRST_BATCH = 64;
const LARGEST_BATCH = 4096;

/** What SQLite can decide by columns: kinds, namespace, presence, health, deletion. The rest of a filter is for the caller. */
export function* scan(context: ReadContext, filter: ObjectFilter, bounds: ScanBounds): Generator<ObjectRow[]> {
  const kinds = filter.kinds === undefined ? null : context.names.kindIds(filter.kinds);
  if (kinds?.length === 0) return;
  let size = FIRST_BATCH;
  let held: ObjectRow[] = [];
  for (const namespace of namespacesOf(context, filter, bounds)) {
    let from = bounds.descending ? bounds.before : bounds.after;
    if (from?.namespace !== namespace.name) from = null;
    for (;;) {
      const limit = size - held.length;
      const batch = readBatch(context, { filter, bounds, kinds, namespace, from, limit });
      for (const row of batch.rows) held.push(row);
      if (held.length >= size) {
        yield held;
        held = [];
        size = Math.min(2 * size, LARGEST_BATCH);
      }
      if (batch.rows.length < limit || batch.last === null) break;
      from = batch.last;
    }
  }
  if (held.length > 0) yield held;
}

interface Namespace {
  readonly id: number;
  readonly name: string;
}

function namespacesOf(
  { names }: ReadContext,
  { namespace }: ObjectFilter,
  { after, before, descending }: ScanBounds,
): readonly Namespace[] {
  const id = namespace === undefined ? undefined : names.namespaceId(namespace);
  const all = namespace === undefined ? names.namespaces : id === undefined ? [] : [{ id, name: namespace }];
  const within = all.filter(
    ({ name }) =>
      (after === null || compareText(name, after.namespace) >= 0) && (before === null || compareText(name, before.namespace) <= 0),
  );
  return descending ? within.toReversed() : within;
}

interface BatchQuery {
  readonly filter: ObjectFilter;
  readonly bounds: ScanBounds;
  readonly kinds: readonly number[] | null;
  readonly namespace: Namespace;
  readonly from: Position | null;
  readonly limit: number;
}

function readBatch(context: ReadContext, query: BatchQuery): { rows: ObjectRow[]; last: Position | null } {
  const { statements, names, meter } = context;
  meter.checkTime();
  const { sql, parameters } = batchStatement(context, query);
  const found = statements.raw<ObjectColumns>(sql).all(...parameters);
  meter.rows(found.length);
  const last = found.at(-1);
  return {
    rows: found.map((columns) => objectRow(names, columns)),
    last: last === undefined ? null : { value: null, namespace: query.namespace.name, name: last[3], kind: last[1] },
  };
}

function batchStatement(
  context: ReadContext,
  { filter, bounds, kinds, namespace, from, limit }: BatchQuery,
): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const conditions: string[] = [];
  const restrict = (condition: string, ...values: unknown[]): void => {
    conditions.push(condition);
    parameters.push(...values);
  };
  const isOneKind = kinds?.length === 1;
  const index = kinds !== null && (isOneKind || areFew(context, kinds)) ? 'object_key' : 'object_namespace';
  if (isOneKind) restrict('o.kind = ?', kinds[0]);
  else if (kinds !== null) restrict('o.kind IN (SELECT value FROM json_each(?))', idSet(kinds));
  restrict('o.namespace = ?', namespace.id);
  const to = bounds.descending ? bounds.after : bounds.before;
  if (from !== null) restrict(beyond(bounds.descending ? '<' : '>'), from.name, from.name, from.kind);
  if (to !== null && to.namespace === namespace.name) restrict(beyond(bounds.descending ? '>' : '<'), to.name, to.name, to.kind);
  if (filter.presence !== undefined)
    restrict('o.presence IN (SELECT value FROM json_each(?))', idSet(filter.presence.map((one) => PRESENCES.indexOf(one))));
  if (filter.health !== undefined) restrict('o.health IN (SELECT value FROM json_each(?))', idSet(filter.health.map(healthCode)));
  if (filter.terminating) conditions.push('o.deletion IS NOT NULL');
  const direction = bounds.descending ? 'DESC' : 'ASC';
  const order = `ORDER BY o.name ${direction}, o.kind ${direction} LIMIT ?`;
  return {
    sql: `SELECT ${OBJECT_COLUMNS} FROM object o INDEXED BY ${index} WHERE ${conditions.join(' AND ')} ${order}`,
    parameters: [...parameters, limit],
  };
}

/** Written with the name alone first, so that the index is entered at it. */
function beyond(operator: '<' | '>'): string {
  return `o.name ${operator}= ? AND (o.name, o.kind) ${operator} (?, ?)`;
}

/** Few enough that reading and sorting all of them beats walking over everything else in the namespace. */
function areFew({ names, info }: ReadContext, kinds: readonly number[]): boolean {
  const objects = kinds.reduce((sum, id) => sum + names.kind(id).objects, 0);
  return objects < info.objects / 8;
}
