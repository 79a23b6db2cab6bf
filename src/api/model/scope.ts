/** One snapshot within one operation: its metered Reader and what is known about it. */
import type { KindKey } from '../../kube/kind.ts';
import type { Reader } from '../../store/reader.ts';
import type { Limits } from '../limits.ts';
import type { OperationMeter } from '../meter.ts';

export interface Scope {
  readonly reader: Reader;
  readonly meter: OperationMeter;
  readonly limits: Limits;
  readonly kinds: KindIndex;
  /** The other snapshots of the server, in the order in which they are listed. */
  readonly snapshots: readonly Scope[];
}

/** The kinds of a snapshot, as arguments name them and as GraphQL types. */
export interface KindIndex {
  /** @throws GraphQLError BAD_USER_INPUT with "Did you mean …?". */
  resolve(argument: string, name: string): KindKey;
  typeName(key: KindKey): string;
  /** null where nothing tells. */
  namespaced(key: KindKey): boolean | null;
}
