/** What fields read beside an item's own data: loaded once for all items of a position that have a field selected which needs it. */
import type { Scope } from './scope.ts';

export interface Need<in Data, out Value> {
  /** For messages. */
  readonly name: string;
  /** One value for each of the items' data, in order. */
  readonly load: (scope: Scope, data: readonly Data[]) => Promise<readonly Value[]>;
}
