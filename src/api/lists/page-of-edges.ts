/** Cuts a parent's page out of what it leads to. */
import type { WalkEdge } from '../../graph/steps.ts';
import type { ObjectRow, Page } from '../../store/reader.ts';
import type { Limits } from '../limits.ts';
import type { PageOf } from './page.ts';
import { holdListLimit } from './paging.ts';
import type { Places } from './places.ts';

/** The page of one parent, or an Error where it is too long to be answered whole. `edges` are all of its edges, in order. */
export function pageOfEdges(options: {
  readonly limits: Limits;
  readonly edges: readonly WalkEdge[];
  readonly places: Places | null;
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
  const from = start + edgesBefore(edges, inside, page);
  return {
    nodes: shown.map((edge) => edge.object),
    get cursors() {
      return shown.map((edge) => places?.cursor(edge.object.id) ?? '');
    },
    references: shown.map((edge) => edge.references),
    hasPreviousPage: from > 0,
    hasNextPage: from + shown.length < edges.length,
  };
}

/** How many edges stand before those between `after` and `before`, which stand together. */
function edgesBefore(edges: readonly WalkEdge[], [first]: readonly WalkEdge[], page: Page): number {
  if (first !== undefined) return edges.indexOf(first);
  return page.after === undefined ? 0 : edges.length;
}

function slice(edges: readonly WalkEdge[], { first, last }: Page): { shown: readonly WalkEdge[]; start: number } {
  if (first !== undefined) return { shown: edges.slice(0, first), start: 0 };
  if (last === undefined) return { shown: edges, start: 0 };
  const start = Math.max(0, edges.length - last);
  return { shown: edges.slice(start), start };
}
