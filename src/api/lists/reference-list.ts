/** Lists of pointers: those in an object, and those to it. */

import { compareText } from '../../store/read/position.ts';
import type { Completeness, Edge, ObjectRow, Page, ReferenceRow, ReferenceStatus } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import type { Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { compareKeys as compareObjects } from './name-order.ts';
import type { ListSource, PageOf } from './page.ts';
import { holdListLimit, pageOf } from './paging.ts';
import { completenessOf } from './rest.ts';
import { restsOfStep } from './walk-rests.ts';

export interface ReferenceListOptions {
  readonly batch: Batch<ObjectRow>;
  readonly direction: 'forward' | 'reverse';
  readonly relations?: readonly string[];
  readonly statuses?: readonly ReferenceStatus[];
}

interface Entry {
  readonly reference: ReferenceRow;
  /** Where it stands in the list: by relation, then the object at the other end, then path. */
  readonly key: readonly string[];
}

export function referenceLists(options: ReferenceListOptions): ListSource<ReferenceRow> {
  const { batch, direction, relations } = options;
  const { scope, items, args } = batch;
  const page = pageOf(args, scope.limits);
  const window = { after: cursorKey('after', page.after), before: cursorKey('before', page.before) };
  const parents = items.map((item) => item.data);
  let memo: Promise<ReadonlyMap<number, readonly Entry[]>> | null = null;
  const entries = () => (memo ??= loadEntries(options));
  const at = async (index: number) => (await entries()).get(parents[index]?.id ?? 0) ?? [];
  return {
    pages: (indexes) => Promise.all(indexes.map(async (index) => pageOfEntries(scope, await at(index), page, window))),
    totals: (indexes) => Promise.all(indexes.map(async (index) => (await at(index)).length)),
    completeness: (indexes) => {
      const asked = new Map<string, Promise<Completeness>>();
      return Promise.all(
        indexes.map((index) => {
          const parent = parents[index];
          return completenessOf(
            scope,
            parent === undefined ? [] : restsOfStep(scope.reader, parent, { directions: [direction], relations }),
            asked,
          );
        }),
      );
    },
  };
}

async function loadEntries({ batch, direction, relations, statuses }: ReferenceListOptions): Promise<Map<number, Entry[]>> {
  const ids = batch.items.map((item) => item.data.id).filter((id) => id > 0);
  const edges = await batch.scope.reader.edges({
    parents: [...new Set(ids)],
    direction,
    flawed: true,
    ...(relations === undefined ? {} : { relations }),
    ...(statuses === undefined ? {} : { statuses }),
  });
  const entries = new Map<number, Entry[]>();
  for (const edge of edges.toSorted(compareEdges)) {
    const entry = { reference: edge.reference, key: keyOf(edge) };
    const group = entries.get(edge.parent);
    if (group === undefined) entries.set(edge.parent, [entry]);
    else group.push(entry);
  }
  return entries;
}

function compareEdges(a: Edge, b: Edge): number {
  return (
    compareText(a.reference.relation, b.reference.relation) ||
    compareObjects(a.object, b.object) ||
    compareText(a.reference.path, b.reference.path)
  );
}

function keyOf({ reference, object }: Edge): string[] {
  return [reference.relation, object.namespace ?? '', object.name, object.kind, object.group, reference.path];
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [place, part] of a.entries()) {
    const order = compareText(part, b[place] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

function pageOfEntries(
  scope: Scope,
  entries: readonly Entry[],
  page: Page,
  { after, before }: { readonly after: readonly string[] | null; readonly before: readonly string[] | null },
): PageOf<ReferenceRow> | Error {
  const start = after === null ? 0 : countWhile(entries, ({ key }) => compareKeys(key, after) <= 0);
  const end = before === null ? entries.length : countWhile(entries, ({ key }) => compareKeys(key, before) < 0);
  const from = page.last === undefined ? start : Math.max(start, end - page.last);
  const to = page.first === undefined ? end : Math.min(end, start + page.first);
  const shown = entries.slice(from, Math.max(from, to));
  try {
    holdListLimit(shown.length, page, scope.limits);
  } catch (error) {
    return error as Error;
  }
  return {
    nodes: shown.map((entry) => entry.reference),
    cursors: shown.map((entry) => Buffer.from(JSON.stringify(entry.key)).toString('base64url')),
    hasPreviousPage: from > 0,
    hasNextPage: to < entries.length,
  };
}

function countWhile(entries: readonly Entry[], holds: (entry: Entry) => boolean): number {
  const index = entries.findIndex((entry) => !holds(entry));
  return index < 0 ? entries.length : index;
}

function cursorKey(argument: 'after' | 'before', cursor: string | undefined): readonly string[] | null {
  if (cursor === undefined) return null;
  const key = readKey(cursor);
  if (key === null) throw badUserInput(argument, 'This is no cursor of this list. Take it from an edge or from pageInfo.');
  return key;
}

function readKey(cursor: string): readonly string[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(key) && key.length === 6 && key.every((part) => typeof part === 'string') ? key : null;
  } catch {
    return null;
  }
}
