/** A page of a connection, whatever is in the list. */
import type { Completeness, ReferenceRow } from '../../store/reader.ts';
import type { Need } from '../model/need.ts';
import type { Scope } from '../model/scope.ts';

export interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly cursors: readonly string[];
  /** For each node the pointers that make its edge; absent where no pointer does. */
  readonly references?: readonly (readonly ReferenceRow[])[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The lists of all parents of one field, read together. Each method answers for the parents at these indexes, in order; an Error stands for one that failed. */
export interface ListSource<Node> {
  pages(indexes: readonly number[]): Promise<readonly (PageOf<Node> | Error)[]>;
  totals(indexes: readonly number[]): Promise<readonly (number | Error)[]>;
  completeness(indexes: readonly number[]): Promise<readonly Completeness[]>;
}

/** The data of a connection: the list of one parent. Nothing of it is read before it is asked for. */
export interface Connection<Node> {
  readonly source: ListSource<Node>;
  readonly index: number;
}

/** One connection for each of `count` parents. */
export function connections<Node>(source: ListSource<Node>, count: number): Connection<Node>[] {
  return Array.from({ length: count }, (_, index) => ({ source, index }));
}

export const page: Need<Connection<unknown>, PageOf<unknown>> = needOf('the page', (source, indexes) => source.pages(indexes));
export const total: Need<Connection<unknown>, number> = needOf('the total', (source, indexes) => source.totals(indexes));
export const completeness: Need<Connection<unknown>, Completeness> = needOf('completeness', (source, indexes) =>
  source.completeness(indexes),
);

function needOf<Value>(
  name: string,
  ask: (source: ListSource<unknown>, indexes: readonly number[]) => Promise<readonly (Value | Error)[]>,
): Need<Connection<unknown>, Value> {
  const load = async (_scope: Scope, data: readonly Connection<unknown>[]): Promise<readonly Value[]> => {
    const answers = new Map<Connection<unknown>, Value | Error>();
    for (const [source, asked] of bySource(data)) {
      const values = await ask(
        source,
        asked.map(({ index }) => index),
      );
      for (const [place, connection] of asked.entries()) answers.set(connection, values[place] as Value | Error);
    }
    // An Error takes a value's place: Item.get throws it.
    return data.map((connection) => answers.get(connection) as Value);
  };
  return { name, load };
}

function bySource(data: readonly Connection<unknown>[]): Map<ListSource<unknown>, Connection<unknown>[]> {
  const grouped = new Map<ListSource<unknown>, Connection<unknown>[]>();
  for (const connection of data) {
    const group = grouped.get(connection.source);
    if (group === undefined) grouped.set(connection.source, [connection]);
    else group.push(connection);
  }
  return grouped;
}
