/** Cuts a parent's page out of what it leads to. */
import type { WalkEdge } from '../../graph/steps.ts';
import type { ObjectRow, Page } from '../../store/reader.ts';
import type { Limits } from '../limits.ts';
import type { PageOf } from './page.ts';
import { holdListLimit } from './paging.ts';

/** Where an object stands in the order asked for. */
export interface Place {
  readonly rank: number;
  readonly cursor: string;
}

/** The page of one parent, or an Error where it is too long to be answered whole. `edges` are all of its edges, in order. */
export function pageOfEdges(options: {
  readonly limits: Limits;
  readonly edges: readonly WalkEdge[];
  readonly places: ReadonlyMap<number, Place> | null;
  readonly window: ReadonlySet<number> | null;
  readonly page: Page;
}): PageOf<ObjectRow> | Error {
  const { limits, edges, places, window, page } = options;
  const inside = window === null ? edges : edges.filter((edge) => window.has(edge.object.id));
  const { shown, start } = slice(inside, page);
  try {
    holdListLimit(shown.length, page, limits);
  } catch (error) {
    return error as Error;
  }
  const first = shown[0];
  const last = shown.at(-1);
  return {
    nodes: shown.map((edge) => edge.object),
    cursors: shown.map((edge) => places?.get(edge.object.id)?.cursor ?? ''),
    references: shown.map((edge) => edge.references),
    hasPreviousPage:
      first === undefined ? inside.length === 0 && page.after !== undefined && edges.length > 0 : start > 0 || edges[0] !== first,
    hasNextPage: last === undefined ? page.before !== undefined && edges.length > 0 : edges.at(-1) !== last,
  };
}

function slice(edges: readonly WalkEdge[], { first, last }: Page): { shown: readonly WalkEdge[]; start: number } {
  if (first !== undefined) return { shown: edges.slice(0, first), start: 0 };
  if (last === undefined) return { shown: edges, start: 0 };
  const start = Math.max(0, edges.length - last);
  return { shown: edges.slice(start), start };
}
