/** Lists of what parents lead to: relation fields, dependents, related objects. All parents of a field are walked, filtered and ordered together. */

import type { WalkEdge } from '../../graph/steps.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { Completeness, ListQuery, ObjectRow, Page } from '../../store/reader.ts';
import type { Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { isOpen, listQuery } from './filter.ts';
import { compareNames } from './name-order.ts';
import type { ListSource } from './page.ts';
import { pageOfEdges } from './page-of-edges.ts';
import { readPage } from './paging.ts';
import { Places } from './places.ts';
import { completenessOf, narrowRest, type Rest } from './rest.ts';

export interface ReachedOptions {
  readonly batch: Batch<ObjectRow>;
  /** From the ids of parents; 0, which no row has, is left out. */
  readonly walk: (parents: readonly number[]) => Promise<readonly WalkEdge[]>;
  /** Only objects of these kinds are in the list (all: undefined). The argument `kinds` narrows it further. */
  readonly kinds?: readonly KindKey[];
  /** For each parent what the absence of further objects rests on. */
  readonly restsOn: (parents: readonly ObjectRow[]) => Promise<readonly (readonly Rest[])[]>;
}

interface Reached {
  readonly byParent: ReadonlyMap<number, readonly WalkEdge[]>;
  /** null: objects of one kind, by name, without cursors, nothing filtered out. */
  readonly places: Places | null;
}

export function reachedLists(options: ReachedOptions): ListSource<ObjectRow> {
  const { batch, restsOn } = options;
  const { scope, items } = batch;
  const query = listQuery(scope, batch.args, options.kinds);
  let memo: Promise<Reached> | null = null;
  const reached = () => (memo ??= reach(options, query));
  const parents = items.map((item) => item.data);
  return {
    async pages(indexes) {
      const { byParent, places } = await reached();
      const window = await windowOf(scope, byParent, query);
      return indexes.map((index) =>
        pageOfEdges({ limits: scope.limits, edges: byParent.get(parents[index]?.id ?? 0) ?? [], places, window, page: query.page ?? {} }),
      );
    },
    async totals(indexes) {
      const { byParent } = await reached();
      return indexes.map((index) => byParent.get(parents[index]?.id ?? 0)?.length ?? 0);
    },
    async completeness(indexes) {
      const narrowed = { kinds: query.filter.kinds, namespace: query.filter.namespace };
      const answers = new Map<string, Promise<Completeness>>();
      const asked = indexes.flatMap((index) => parents[index] ?? []);
      const rests = await restsOn(asked);
      return Promise.all(
        rests.map((ofParent) =>
          completenessOf(
            scope,
            ofParent.map((rest) => narrowRest(rest, narrowed)),
            answers,
          ),
        ),
      );
    },
  };
}

async function reach(options: ReachedOptions, query: ListQuery): Promise<Reached> {
  const { batch, walk } = options;
  const parents = batch.items.map((item) => item.data.id).filter((id) => id > 0);
  const isWanted = kindTest(query.filter.kinds);
  const edges = (parents.length > 0 ? await walk(parents) : []).filter((edge) => isWanted(edge.object));
  const needsPlaces =
    query.filter.kinds?.length !== 1 ||
    query.order !== undefined ||
    !isOpen(query.filter) ||
    batch.selects('edges', 'pageInfo') ||
    isPaged(query.page);
  const places = needsPlaces ? await placesOf(batch.scope, edges, { ...query, page: {} }) : null;
  const byParent = new Map<number, WalkEdge[]>();
  for (const edge of edges) {
    if (places !== null && !places.has(edge.object.id)) continue;
    const group = byParent.get(edge.parent);
    if (group === undefined) byParent.set(edge.parent, [edge]);
    else group.push(edge);
  }
  const order = edgeOrder(places);
  for (const group of byParent.values()) group.sort(order);
  return { byParent, places };
}

function edgeOrder(places: Places | null): (a: WalkEdge, b: WalkEdge) => number {
  if (places === null) return (a, b) => compareNames(a.object, b.object);
  return (a, b) => places.rank(a.object.id) - places.rank(b.object.id);
}

/** A cursor says where an object stands among all, so the places of all parents' objects together are those of each. */
async function placesOf(scope: Scope, edges: readonly WalkEdge[], query: ListQuery): Promise<Places> {
  const objects = new Map(edges.map(({ object }) => [object.id, object]));
  return new Places(objects.size === 0 ? null : await scope.reader.select([...objects.values()], query));
}

/** Which objects lie between `after` and `before`; null: all. */
async function windowOf(scope: Scope, byParent: Reached['byParent'], query: ListQuery): Promise<ReadonlySet<number> | null> {
  const { after, before } = query.page ?? {};
  if (after === undefined && before === undefined) return null;
  const edges = [...byParent.values()].flat();
  const page = { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
  const places = await readPage(page, () => placesOf(scope, edges, { ...query, page }));
  return new Set(places.ids);
}

function isPaged(page: Page | undefined): boolean {
  return page !== undefined && Object.keys(page).length > 0;
}

function kindTest(kinds: readonly KindKey[] | undefined): (object: ObjectRow) => boolean {
  if (kinds === undefined) return () => true;
  const names = new Set(kinds.map(kindName));
  return (object) => names.has(kindName(object));
}
