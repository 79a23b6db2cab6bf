/** Objects that name what is being deleted, or that it names: for finalizers that wait for all pointers of a kind to go. */
import type { KindKey } from '../../../kube/kind.ts';
import type { ObjectRow } from '../../../store/reader.ts';
import { type WaitQuery, waitsFromEdges } from './wait.ts';

/** Objects of these kinds that name it; they may lie anywhere where it has no namespace. `only` keeps some of them. */
export function namedBy(options: {
  readonly kinds: readonly KindKey[];
  readonly relations?: readonly string[];
  readonly only?: (object: ObjectRow) => boolean;
}): WaitQuery {
  const { kinds, relations, only = () => true } = options;
  const query: WaitQuery = async (context, held) => {
    const edges = await context.reader.edges({
      parents: held.map(({ id }) => id),
      direction: 'reverse',
      kinds,
      ...(relations === undefined ? {} : { relations }),
    });
    const there = edges.filter(({ object }) => object.presence === 'PRESENT' && only(object));
    return waitsFromEdges({ context, held, edges: there, kinds });
  };
  return Object.assign(query, { relations: relations ?? [] });
}

/** Objects that it names by these relations and that are still there. */
export function names(options: { readonly relations: readonly string[]; readonly kinds?: readonly KindKey[] }): WaitQuery {
  const query: WaitQuery = async (context, held) => {
    const edges = await context.reader.edges({ parents: held.map(({ id }) => id), direction: 'forward', ...options });
    return waitsFromEdges({ context, held, edges: edges.filter(({ object }) => object.presence === 'PRESENT'), kinds: [] });
  };
  return Object.assign(query, { relations: options.relations });
}
