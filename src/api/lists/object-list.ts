/** A list of everything in the snapshot that a filter lets through: the root lists, and those of a namespace or a definition. */
import type { KindKey } from '../../kube/kind.ts';
import type { Completeness, ListQuery, ObjectRow, Presence } from '../../store/reader.ts';
import type { Arguments } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { listQuery } from './filter.ts';
import type { ListSource, PageOf } from './page.ts';
import { boundedPage, holdListLimit, readPage } from './paging.ts';

/** What narrows a list beside its arguments. */
export interface ListBounds {
  readonly kinds?: readonly KindKey[];
  readonly namespace?: string;
  readonly terminating?: true;
}

/** What was captured; ghosts only where `presence` asks for them. */
const CAPTURED: readonly Presence[] = ['PRESENT'];

/** One list for each of the bounds. */
export function objectLists(scope: Scope, args: Arguments, bounds: readonly ListBounds[]): ListSource<ObjectRow> {
  const asked = listQuery(scope, args);
  const queries = bounds.map((bound) => boundedQuery(asked, bound));
  const each = <Value>(indexes: readonly number[], ask: (query: ListQuery) => Promise<Value>) =>
    Promise.all(indexes.map((index) => queries[index] ?? asked).map((query) => settled(ask(query))));
  return {
    pages: (indexes) => each(indexes, (query) => pageOfList(scope, query)),
    totals: (indexes) => each(indexes, (query) => scope.reader.count(query.filter)),
    completeness: async (indexes) => {
      const answers = indexes.map((index) => completenessOf(scope, queries[index] ?? asked));
      return Promise.all(answers);
    },
  };
}

function boundedQuery(asked: ListQuery, bound: ListBounds): ListQuery {
  const { kinds: wanted = bound.kinds, namespace: named = bound.namespace, presence = CAPTURED, ...filter } = asked.filter;
  const outside = bound.namespace !== undefined && named !== bound.namespace;
  return {
    ...asked,
    filter: {
      ...filter,
      // A namespace other than the list's own leaves nothing.
      ...(outside ? { kinds: [] } : wanted === undefined ? {} : { kinds: wanted }),
      ...(named === undefined ? {} : { namespace: named }),
      ...(bound.terminating ? { terminating: true } : {}),
      presence,
    },
    ...(asked.order === undefined && bound.terminating ? { order: { by: 'deletion', descending: false } } : {}),
  };
}

async function pageOfList(scope: Scope, query: ListQuery): Promise<PageOf<ObjectRow>> {
  const page = query.page ?? {};
  const found = await readPage(page, () => scope.reader.list({ ...query, page: boundedPage(page, scope.limits) }));
  holdListLimit(found.rows.length, page, scope.limits);
  return {
    nodes: found.rows,
    get cursors() {
      return found.cursors;
    },
    hasNextPage: found.hasNextPage,
    hasPreviousPage: found.hasPreviousPage,
  };
}

function completenessOf(scope: Scope, { filter }: ListQuery): Promise<Completeness> {
  return scope.reader.completeness({
    ...(filter.kinds === undefined ? {} : { kinds: filter.kinds }),
    namespace: filter.namespace ?? null,
  });
}

/** What failed for one parent is that parent's Error. */
async function settled<Value>(answer: Promise<Value>): Promise<Value | Error> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
